import type { Tell } from "./events.ts";
import type { Problem } from "./problem.ts";
import { projectOf, TypeCheck } from "./type-check.ts";
import type { UnderWork } from "./under-work.ts";

/**
 * Checks the types of widgets behind their saves: each project once for all of its widgets, and only what goes into
 * them counts.
 */
export class TypeChecks {
  readonly #types: TypeCheck;
  readonly #widgets: readonly UnderWork[];
  readonly #tell: Tell;
  /** Those whose last check has found errors: only the next check can say that they are fixed. */
  readonly #mistyped = new Set<UnderWork>();
  readonly #unchecked = new Set<string>();
  #checking: Promise<void> = Promise.resolve();
  #ended = false;

  constructor(widgets: readonly UnderWork[], root: string, tell: Tell) {
    this.#types = new TypeCheck(root);
    this.#widgets = widgets;
    this.#tell = tell;
  }

  /** Whether the last check of a widget has found errors. */
  isMistyped(widget: UnderWork): boolean {
    return this.#mistyped.has(widget);
  }

  /**
   * Checks the projects of these widgets, once `ready` has come. A check that still runs is stopped: its answer would
   * be about an older state. `failed` hears of a version that has to go back.
   */
  run(
    widgets: readonly UnderWork[],
    ready: () => Promise<unknown>,
    failed: (widget: UnderWork, problem: Problem) => Promise<void>,
  ): void {
    this.#types.stop();
    this.#checking = this.#checking.then(async () => {
      await ready();
      for (const project of new Set(widgets.map(({ sources }) => projectOf(sources.folder)))) {
        if (!this.#ended) await this.#check(project, failed);
      }
    });
  }

  /** Stops, and resolves when nothing goes on any more. */
  async end(): Promise<void> {
    this.#ended = true;
    this.#types.stop();
    await this.#checking;
    this.#types.dispose();
  }

  async #check(project: string, failed: (widget: UnderWork, problem: Problem) => Promise<void>): Promise<void> {
    const widgets = this.#widgets.filter(({ sources }) => projectOf(sources.folder) === project);
    const versions = widgets.map(({ built }) => built);
    const checked = await this.#types.run(widgets[0]?.sources.folder ?? project);
    if ("stopped" in checked || this.#ended) return;
    if ("unchecked" in checked) return this.#sayOnce(project, checked.unchecked);
    for (const [index, widget] of widgets.entries()) {
      if (widget.built !== versions[index] || widget.problem) continue;
      const [first, ...others] = [...widget.sources.files].flatMap((file) => checked.problems.get(file) ?? []);
      const wasMistyped = this.#mistyped.delete(widget);
      if (first) {
        this.#mistyped.add(widget);
        await failed(widget, { ...first, ...(others.length > 0 ? { more: others.length } : {}) });
      } else if (wasMistyped) {
        this.#tell({ event: "fixed", widget: widget.name });
      }
    }
  }

  #sayOnce(project: string, reason: string): void {
    const message = `Types are not checked in ${project}: ${reason}. --no-types says that this is meant.`;
    if (!this.#unchecked.has(message)) this.#tell({ event: "note", message });
    this.#unchecked.add(message);
  }
}
