import type { Transport } from "../client/transport.ts";
import type { Tell } from "./events.ts";
import type { Kernel } from "./kernel.ts";
import type { Problem } from "./problem.ts";
import type { Version } from "./version.ts";

/** What a notebook is to show of one widget. */
export interface Wanted {
  /** What its cells hold; undefined while nothing could be built yet. */
  readonly version: Version | undefined;
  /** The front end that is shown: the version's own, or one with a problem laid over it. */
  readonly shown: string;
  /** When it was saved, by `performance.now()`. */
  readonly since: number;
}

export interface NotebookOptions {
  readonly kernelThrough: (transport: Transport) => Kernel;
  readonly root: string;
  readonly tell: Tell;
  /** Hears of a version that this kernel does not take. */
  readonly refused: (widget: string, version: Version, problem: Problem) => void;
}
