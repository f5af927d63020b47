import { mount } from "../kit/mount.ts";
import { DateBrushElement } from "./element.ts";

export default mount(DateBrushElement);
