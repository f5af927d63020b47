import { mount } from "../kit/mount.ts";
import { HistogramRangeElement } from "./element.ts";

export default mount(HistogramRangeElement);
