import { mount } from "../kit/mount.ts";
import { XyPadElement } from "./element.ts";

export default mount(XyPadElement);
