import { originOf } from "../kit/keeping.ts";

/** Parts of the plot that a person takes hold of, as `data-part` says; 0 and 1 are the ends of the range. */
export const BAND = 2;
/** The bars, where nothing else is. */
export const BARS = 3;

/** The part that an event is at; NaN beside all. */
export function partOf(event: Event): number {
  return Number(originOf(event)?.closest<HTMLElement>("[data-part]")?.dataset["part"]);
}

/** Keys that move, and which way. */
export const WAYS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  PageUp: 1,
  End: Infinity,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageDown: -1,
  Home: -Infinity,
};

/** All keys that the plot listens to. */
export const KEYS = [...Object.keys(WAYS).flatMap((key) => [key, `Shift+${key}`]), "Enter", "Space"];
