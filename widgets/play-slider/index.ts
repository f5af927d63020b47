import { mount } from "../kit/mount.ts";
import { PlaySliderElement } from "./element.ts";

export default mount(PlaySliderElement);
