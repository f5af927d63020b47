import { mount } from "../kit/mount.ts";
import { CompareElement } from "./element.ts";

export default mount(CompareElement);
