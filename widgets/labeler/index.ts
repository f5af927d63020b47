import { mount } from "../kit/mount.ts";
import { LabelerElement } from "./element.ts";

export default mount(LabelerElement);
