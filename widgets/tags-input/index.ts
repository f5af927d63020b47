import { mount } from "../kit/mount.ts";
import { TagsInputElement } from "./element.ts";

export default mount(TagsInputElement);
