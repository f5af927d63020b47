import { mount } from "../kit/mount.ts";
import { ScatterSelectElement } from "./element.ts";

export default mount(ScatterSelectElement);
