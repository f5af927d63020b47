import type { History } from "../kit/history.ts";
import { originOf } from "../kit/keeping.ts";
import type { Shape } from "./shape.ts";

/** A drag: of a knob, or of all with "", and what was there before. */
export interface Held {
  readonly knob: string;
  readonly shape: Shape;
  readonly history: History<Shape>;
  /** Where the pointer was, in pixels. */
  readonly x: number;
}

/** Steps of a key; Home and End go to the ends of the axis. */
export const WAYS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
  Home: 1,
  End: 1,
};

/** The knob of the handle that an event is at, or "". */
export const knobOf = (event: Event): string => originOf(event).closest<HTMLElement>(".handle")?.dataset["knob"] ?? "";
