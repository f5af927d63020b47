import { mount } from "../kit/mount.ts";
import { PaletteElement } from "./element.ts";

export default mount(PaletteElement);
