import { mount } from "../kit/mount.ts";
import { DistributionEditorElement } from "./element.ts";

export default mount(DistributionEditorElement);
