import type { Problem } from "./problem.ts";

/** What `inlay dev` has to say, as it happens. `notebook` is a file's path, or a session where it was never saved. */
export type DevEvent =
  | { readonly event: "ready"; readonly notebooks: readonly string[]; readonly widgets: readonly string[] }
  | {
      readonly event: "added";
      readonly notebook: string;
      readonly widget: string;
      readonly objects: readonly string[];
    }
  | {
      /** Only the front end is another: no cell ran. */
      readonly event: "swapped";
      readonly notebook: string;
      readonly widget: string;
      readonly objects: readonly string[];
      /** From the save. */
      readonly ms: number;
      /** True where what is shown has a problem laid over it. */
      readonly overlay: boolean;
    }
  | {
      /** The definition is another: its cells ran, and live values were put back. */
      readonly event: "updated";
      readonly notebook: string;
      readonly widget: string;
      readonly objects: readonly string[];
      readonly ms: number;
      readonly carried: number;
      readonly lost: readonly { readonly object: string; readonly trait: string; readonly reason: string }[];
    }
  /** Saved, and what runs is the same. */
  | { readonly event: "unchanged"; readonly widget: string }
  | ({ readonly event: "problem"; readonly widget: string } & Problem)
  /** What was a problem is none any more. */
  | { readonly event: "fixed"; readonly widget: string }
  /** A page could not show it, as it says itself. */
  | {
      readonly event: "front-error";
      readonly notebook: string;
      readonly widget: string;
      readonly object: string;
      readonly message: string;
    }
  /** The notebook cannot be reached: it is waited for. */
  | { readonly event: "lost"; readonly notebook: string; readonly reason: string }
  | { readonly event: "back"; readonly notebook: string }
  /** It is not waited for any longer. */
  | { readonly event: "gone"; readonly notebook: string; readonly reason: string }
  /** A widget of a notebook is left alone from now on. */
  | { readonly event: "left"; readonly notebook: string; readonly widget: string; readonly reason: string }
  /** At the end: the cell holds the final code. */
  | { readonly event: "kept"; readonly notebook: string; readonly widget: string; readonly fingerprint: string }
  /** At the end with --no-keep: the notebook is as it was before. */
  | { readonly event: "restored"; readonly notebook: string; readonly widgets: readonly string[] }
  | { readonly event: "note"; readonly message: string };

/** Hears of each event. */
export type Tell = (event: DevEvent) => void;
