import { dirname } from "node:path";
import { InlayError } from "../client/errors.ts";
import type { Reached } from "../client/reach.ts";
import type { Transport } from "../client/transport.ts";
import { addTo, editedHere } from "./adding.ts";
import { TypeChecks } from "./checks.ts";
import type { Tell } from "./events.ts";
import { type Kernel, reasonOf } from "./kernel.ts";
import { Notebook } from "./notebook.ts";
import { chooseNotebooks } from "./places.ts";
import type { Problem } from "./problem.ts";
import { isSameProblem, UnderWork } from "./under-work.ts";
import type { Version } from "./version.ts";
import { Watcher } from "./watcher.ts";
import { WidgetSources } from "./widget.ts";

export interface DevelopOptions {
  /** Folders of widgets. */
  readonly folders: readonly string[];
  /** Where the person is: problems name files from there. */
  readonly root: string;
  /** The notebooks that could be meant. */
  readonly open: readonly Reached[];
  /** True where all of them are meant, or the person has named the one. */
  readonly all: boolean;
  /** The name of the object where one is added; the widget's own, or the next free one, unless told. */
  readonly as: string | undefined;
  readonly keep: boolean;
  readonly types: boolean;
  /** Whether cells that were edited in a notebook are taken over. */
  readonly overwrite: boolean;
  /** Whether missing Python packages go into the notebook's environment. */
  readonly yes: boolean;
  readonly kernelThrough: (transport: Transport) => Kernel;
  readonly tell: Tell;
  readonly signal: AbortSignal;
}

/** How often a notebook is looked for, in milliseconds. */
const CHECK_UP = 2_500;
/** How long a server that does not answer is waited for, in milliseconds. */
const PATIENCE = 20_000;
/** A save that does not build may be the first half of one: what comes within this many milliseconds belongs to it. */
const SECOND_HALF = 40;

/**
 * Watches widgets and keeps open notebooks at what is saved, until the signal aborts; then leaves them with the final
 * code, or as they were. Rejects where there is nothing to work on, when every server is gone, and with
 * `not-left-as-agreed` where a notebook could not be left so.
 */
export async function develop(options: DevelopOptions): Promise<void> {
  const session = new Session(options);
  let left: readonly string[] = [];
  try {
    await session.open();
    await session.run();
  } finally {
    left = await session.close();
  }
  if (left.length === 0) return;
  throw new InlayError({
    code: "not-left-as-agreed",
    message: options.keep
      ? "The final code did not get into every notebook."
      : "Not every notebook could be put back as it was.",
    found: left.join(", "),
    expected: "each notebook within reach when inlay dev ends",
    cure: "Look with inlay status; inlay update or inlay remove bring it to what you want.",
  });
}

class Session {
  readonly #options: DevelopOptions;
  readonly #widgets: readonly UnderWork[];
  readonly #watcher: Watcher;
  readonly #types: TypeChecks | undefined;
  readonly #written = new Map<UnderWork, Set<string>>();
  readonly #building = new Map<UnderWork, Promise<void>>();
  readonly #silent = new Map<Notebook, number>();
  /** Notebook and widget: what was there or was added once does not come back when a person removes it. */
  readonly #placed = new Set<string>();
  #notebooks: readonly Notebook[] = [];
  #savedAt = 0;
  #gone: ((error: InlayError) => void) | undefined;

  constructor(options: DevelopOptions) {
    this.#options = options;
    this.#widgets = options.folders.map((folder) => new UnderWork(new WidgetSources(folder, options.root)));
    this.#watcher = new Watcher((files) => this.#saved(files));
    this.#types = options.types ? new TypeChecks(this.#widgets, options.root, options.tell) : undefined;
  }

  /** Builds everything, and brings every notebook to it. */
  async open(): Promise<void> {
    const { open, root, tell, kernelThrough, all } = this.#options;
    const candidates = open.map(
      (reached) =>
        new Notebook(reached, {
          root,
          tell,
          kernelThrough,
          refused: (name, version, problem) => this.#refused(name, version, problem),
        }),
    );
    const [places] = await Promise.all([
      chooseNotebooks(
        candidates,
        this.#widgets.map(({ name }) => name),
        { all },
      ),
      ...this.#widgets.map((widget) => this.#build(widget)),
    ]);
    this.#notebooks = places.map(({ notebook }) => notebook);
    for (const { notebook, inventory } of places) {
      for (const widget of this.#widgets) {
        const there = inventory.widgets.find((each) => each.name === widget.name && each.class !== null);
        if (!there) continue;
        this.#placed.add(`${notebook.label} ${widget.name}`);
        const version = widget.built;
        if (there.state === "edited" && !this.#options.overwrite) throw editedHere(notebook, widget.name, there.cell);
        const same = there.state === "unchanged" && there.fingerprint === version?.item.fingerprint;
        notebook.hold(there, same ? version : undefined);
        if (!version) widget.finds(await notebook.frontEnd(widget.name));
      }
    }
    for (const widget of this.#widgets) await this.#show(widget, performance.now());
    await Promise.all(this.#notebooks.map((notebook) => notebook.idle()));
    this.#follow();
    tell({
      event: "ready",
      notebooks: this.#notebooks.map(({ label }) => label),
      widgets: this.#widgets.map(({ name }) => name),
    });
    this.#checkTypes(this.#widgets);
  }

  /** Goes on until it is told to stop; rejects when no notebook can be reached any more. */
  async run(): Promise<void> {
    const { signal } = this.#options;
    let looking: Promise<void> | undefined;
    const timer = setInterval(() => (looking ??= this.#checkUp().finally(() => (looking = undefined))), CHECK_UP);
    try {
      await new Promise<void>((done, fail) => {
        this.#gone = fail;
        if (signal.aborted) done();
        signal.addEventListener("abort", () => done(), { once: true });
      });
    } finally {
      clearInterval(timer);
      this.#gone = undefined;
    }
  }

  /** Stops watching, and leaves each notebook as it was agreed. Resolves to those where that did not succeed. */
  async close(): Promise<readonly string[]> {
    this.#watcher.close();
    await Promise.all(this.#building.values());
    await this.#types?.end();
    const left: string[] = [];
    for (const notebook of this.#notebooks) {
      try {
        const done = await (this.#options.keep ? notebook.keep() : notebook.restore());
        if (!done) left.push(notebook.label);
      } catch (error) {
        this.#options.tell({ event: "lost", notebook: notebook.label, reason: reasonOf(error) });
        left.push(notebook.label);
      }
    }
    await Promise.all(this.#widgets.map(({ sources }) => sources.dispose()));
    return left;
  }

  #saved(files: ReadonlySet<string>): void {
    this.#savedAt = performance.now();
    for (const widget of this.#widgets) {
      const { sources, problem } = widget;
      const folders = new Set([...sources.files].map((file) => dirname(file)));
      // A file that was missing is none of the widget's yet.
      const own = [...files].filter((file) => sources.files.has(file) || (problem && folders.has(dirname(file))));
      if (own.length === 0) continue;
      this.#written.set(widget, new Set([...(this.#written.get(widget) ?? []), ...own]));
      if (this.#building.has(widget)) continue;
      const built = this.#rebuild(widget)
        .catch((error: unknown) => this.#options.tell({ event: "note", message: reasonOf(error) }))
        .finally(() => this.#building.delete(widget));
      this.#building.set(widget, built);
    }
  }

  async #rebuild(widget: UnderWork): Promise<void> {
    let before = widget.problem;
    let changed = false;
    for (let written = this.#take(widget); written; written = this.#take(widget)) {
      changed = (await this.#build(widget, written)) || changed;
      // An editor may write in several steps: only what it has come to is shown.
      if (this.#written.has(widget)) continue;
      if (!changed) this.#options.tell({ event: "unchanged", widget: widget.name });
      else if (!widget.problem || !isSameProblem(before, widget.problem)) await this.#show(widget, this.#savedAt);
      if (before && !widget.problem && !this.#types?.isMistyped(widget)) this.#tellFixed(widget);
      before = widget.problem;
      changed = false;
    }
    this.#follow();
    if (!widget.problem) this.#checkTypes([widget]);
  }

  #take(widget: UnderWork): Set<string> | undefined {
    const written = this.#written.get(widget);
    this.#written.delete(widget);
    return written;
  }

  /** Builds, and says whether anything is another than before. */
  async #build(widget: UnderWork, written?: Set<string>): Promise<boolean> {
    const outcome = await widget.sources.build(written);
    if ("problem" in outcome && written) {
      await new Promise((resolve) => setTimeout(resolve, SECOND_HALF));
      if (this.#written.has(widget)) return this.#build(widget, this.#take(widget));
    }
    const before = widget.problem;
    const taken = widget.take(outcome);
    if (taken === "problem" && widget.problem && !isSameProblem(before, widget.problem)) {
      this.#options.tell({ event: "problem", widget: widget.name, ...widget.problem });
    }
    return taken !== "same";
  }

  /** Has every notebook show the widget as it is to be shown now; adds it where it is not there. */
  async #show(widget: UnderWork, since: number): Promise<void> {
    const { version, esm } = await widget.shown();
    if (esm === undefined) return;
    for (const notebook of this.#notebooks) {
      if (!notebook.holds(widget.name) && version && !this.#placed.has(`${notebook.label} ${widget.name}`)) {
        await this.#add(notebook, version);
      }
      if (notebook.holds(widget.name)) notebook.want(widget.name, { version, shown: esm, since });
    }
  }

  async #add(notebook: Notebook, version: Version): Promise<void> {
    this.#placed.add(`${notebook.label} ${version.item.name}`);
    await notebook.idle();
    const objects = await addTo(notebook, version, this.#options);
    this.#options.tell({ event: "added", notebook: notebook.label, widget: version.item.name, objects });
  }

  #refused(name: string, version: Version, problem: Problem): void {
    const widget = this.#widgets.find((each) => each.name === name);
    if (!widget || widget.built !== version) return;
    void this.#fail(widget, problem);
  }

  /** Checks types once what was saved is shown; a version that fails goes back to the one before. */
  #checkTypes(widgets: readonly UnderWork[]): void {
    this.#types?.run(
      widgets,
      () => Promise.all(this.#notebooks.map((notebook) => notebook.idle())),
      (widget, problem) => this.#fail(widget, problem),
    );
  }

  async #fail(widget: UnderWork, problem: Problem): Promise<void> {
    widget.fails(problem);
    this.#options.tell({ event: "problem", widget: widget.name, ...problem });
    await this.#show(widget, performance.now());
  }

  #tellFixed({ name }: UnderWork): void {
    this.#options.tell({ event: "fixed", widget: name });
  }

  #follow(): void {
    this.#watcher.follow(new Set(this.#widgets.flatMap(({ sources }) => [...sources.files])));
  }

  async #checkUp(): Promise<void> {
    await Promise.all(
      this.#notebooks.map(async (notebook) => {
        try {
          await notebook.checkUp();
          this.#silent.delete(notebook);
        } catch (error) {
          notebook.isLost(reasonOf(error));
          const since = this.#silent.get(notebook) ?? Date.now();
          this.#silent.set(notebook, since);
          if (Date.now() - since > PATIENCE) this.#giveUp(notebook, reasonOf(error));
        }
      }),
    );
  }

  #giveUp(notebook: Notebook, reason: string): void {
    this.#options.tell({ event: "gone", notebook: notebook.label, reason });
    this.#notebooks = this.#notebooks.filter((each) => each !== notebook);
    if (this.#notebooks.length > 0) return;
    this.#gone?.(
      new InlayError({
        code: "server-gone",
        message: "No notebook can be reached any more.",
        found: reason,
        expected: "the server that was there at the start",
        cure: "Start it again (inlay start NOTEBOOK), then inlay dev.",
      }),
    );
  }
}
