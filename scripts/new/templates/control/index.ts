import { mount } from "inlay/kit";
import { WidgetNameElement } from "./element.ts";

export default mount(WidgetNameElement);
