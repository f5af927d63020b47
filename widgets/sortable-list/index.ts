import { mount } from "../kit/mount.ts";
import { SortableListElement } from "./element.ts";

export default mount(SortableListElement);
