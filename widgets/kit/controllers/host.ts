import type { WidgetElement } from "../element.ts";
import type { ReactiveControllerHost } from "../lit.ts";

/** What controllers ask of the element that they serve: what every widget's element has. */
export interface ControllerHost
  extends ReactiveControllerHost, HTMLElement, Pick<WidgetElement, "attempt" | "connected" | "listen" | "release"> {
  hold(): void;
}
