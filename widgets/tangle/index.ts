import { mount } from "../kit/mount.ts";
import { TangleElement } from "./element.ts";

export default mount(TangleElement);
