import { mount } from "../kit/mount.ts";
import { TreeExplorerElement } from "./element.ts";

export default mount(TreeExplorerElement);
