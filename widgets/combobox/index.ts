import { mount } from "../kit/mount.ts";
import { ComboboxElement } from "./element.ts";

export default mount(ComboboxElement);
