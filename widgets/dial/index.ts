import { mount } from "../kit/mount.ts";
import { DialElement } from "./element.ts";

export default mount(DialElement);
