import { overlayEsm } from "./overlay.ts";
import { type Problem, whereOf } from "./problem.ts";
import type { Version } from "./version.ts";
import type { Outcome, WidgetSources } from "./widget.ts";

/** What is to be shown of a widget, and what is wrong with its sources. */
export interface Shown {
  readonly version: Version | undefined;
  readonly problem: Problem | undefined;
  /** Undefined while there is nothing that could be shown. */
  readonly esm: string | undefined;
}

/**
 * A widget that somebody works on: its last versions that built, that its types allow, and what is wrong now. The last
 * good one is shown, with the problem over it.
 */
export class UnderWork {
  readonly sources: WidgetSources;
  /** The last version that built. */
  #built: Version | undefined;
  /** The last one that nothing was wrong with. */
  #good: Version | undefined;
  #problem: Problem | undefined;
  /** What a notebook showed before anything could be built. */
  #found: string | undefined;

  constructor(sources: WidgetSources) {
    this.sources = sources;
  }

  get name(): string {
    return this.sources.name;
  }

  get problem(): Problem | undefined {
    return this.#problem;
  }

  get built(): Version | undefined {
    return this.#built;
  }

  /** Takes what a build gave; says whether it is anything new. */
  take(outcome: Outcome): "same" | "problem" | "version" {
    if ("problem" in outcome) {
      this.#problem = outcome.problem;
      return "problem";
    }
    const { body, esm } = outcome.version;
    if (this.#problem === undefined) this.#good = this.#built;
    const same = this.#problem === undefined && body === this.#built?.body && esm === this.#built.esm;
    this.#problem = undefined;
    // An item may be another where its cells are not.
    this.#built = outcome.version;
    return same ? "same" : "version";
  }

  /** The last version that built cannot be used: the one before it is shown again. */
  fails(problem: Problem): void {
    this.#problem = problem;
  }

  /** What a notebook shows already, for the time until something builds. */
  finds(esm: string | undefined): void {
    this.#found ??= esm;
  }

  /** What is to be shown now. */
  async shown(): Promise<Shown> {
    const problem = this.#problem;
    const version = this.#lastGood(problem);
    const esm = version?.esm ?? this.#found;
    if (problem === undefined) return { version, problem, esm };
    return { version, problem, esm: await overlayEsm(esm, problem) };
  }

  #lastGood(problem: Problem | undefined): Version | undefined {
    if (problem?.kind === "kernel") return this.#good;
    // What built, and was not checked yet when the next save did not build, is good until a check says otherwise.
    return problem?.kind === "types" ? (this.#good ?? this.#built) : this.#built;
  }
}

/** Whether two problems say the same. */
export function isSameProblem(one: Problem | undefined, other: Problem | undefined): boolean {
  return (
    one?.reason === other?.reason && one?.frame === other?.frame && whereOf(one ?? NONE) === whereOf(other ?? NONE)
  );
}

const NONE: Problem = { kind: "build", reason: "" };
