import { accepted } from "../client/accepted.ts";
import type { InventoryReport, InventoryWidget } from "../client/protocol.ts";
import type { Reached } from "../client/reach.ts";
import type { UpdateReport } from "../client/update.ts";
import { Holding } from "./holding.ts";
import { digest, type LookReport, reasonOf, refusalProblem, type SwapReport } from "./kernel.ts";
import { Line } from "./line.ts";
import { type Version, wholeItem } from "./version.ts";
import type { NotebookOptions, Wanted } from "./wanted.ts";

/** How long after a change a page is asked what became of it, in milliseconds. */
const GLANCE = 400;

/** How long a request to a session that is gone may take to end, in milliseconds. */
const PATIENCE = 5_000;

/**
 * One open notebook and what it is to show. It goes from what is there to what is wanted, one request at a time, so
 * that whatever was wanted meanwhile and is no more is never sent.
 */
export class Notebook {
  readonly label: string;
  /** The way to its kernel. */
  readonly line: Line;
  readonly #options: NotebookOptions;
  readonly #wanted = new Map<string, Wanted>();
  readonly #held = new Map<string, Holding>();
  /** Undo tokens of what was done here, oldest first. */
  readonly #undo: unknown[] = [];
  readonly #refused = new WeakSet<Version>();
  #running: Promise<void> | undefined;
  #glance: NodeJS.Timeout | undefined;
  #glancing: Promise<void> | undefined;
  /** False where this marimo's page keeps the front end that it has: then the cells have to run again. */
  #hot = true;
  #away = false;
  /** The session in which what is held was looked up last: a restarted kernel and a page that connects anew have another. */
  #reviewed: string;

  constructor(reached: Reached, options: NotebookOptions) {
    this.#options = options;
    this.line = new Line(reached, options.kernelThrough);
    const { session } = reached;
    this.#reviewed = session.key;
    this.label = session.path ?? session.filename ?? session.stableId ?? session.key;
  }

  /** True while the notebook cannot be reached. */
  get isAway(): boolean {
    return this.#away;
  }

  holds(widget: string): boolean {
    return this.#held.has(widget);
  }

  /** What the notebook has now. */
  async look(): Promise<InventoryReport> {
    return accepted(await this.line.ask<InventoryReport>({ command: "inventory", code: true }));
  }

  /** Takes charge of a widget that is there. `version` is what its cell holds, where that is known. */
  hold(widget: InventoryWidget, version?: Version): void {
    this.#held.set(widget.name, new Holding(widget, version));
  }

  /** Keeps what puts a change back, for the end. */
  remember(undo: unknown): void {
    if (undo != null) this.#undo.push(undo);
  }

  /** From now on this is to be shown. */
  want(widget: string, wanted: Wanted): void {
    this.#wanted.set(widget, wanted);
    this.#start();
  }

  /** Resolves when all that is wanted is there, or cannot be. */
  async idle(): Promise<void> {
    for (let busy = this.#busy; busy; busy = this.#busy) await busy;
  }

  /** Before marimo 0.24 the end of one request ends whatever else is asked, and its report is lost. */
  get #busy(): Promise<void> | undefined {
    return this.#running ?? this.#glancing;
  }

  /** The front end that a widget shows now; undefined where nobody knows. */
  async frontEnd(widget: string): Promise<string | undefined> {
    const held = this.#held.get(widget);
    if (!held) return undefined;
    const asked = { command: "look", widgets: [{ class: held.class, esm: true }] };
    return (await this.line.hot<LookReport>(asked)).seen[0]?.esm ?? undefined;
  }

  /** Looks whether the notebook is still where it was. Rejects with `server-unreachable`. */
  async checkUp(): Promise<void> {
    if ((await this.line.find()) === "closed") return this.#leave("its session is closed");
    const { key } = this.line.session;
    const asleep = [...this.#held.values()].some((each) => each.isAsleep);
    if (key === this.#reviewed && !this.#away && !asleep) return;
    await this.#settle();
    try {
      this.#review(await this.look());
      this.#reviewed = key;
    } catch (error) {
      return this.#leave(reasonOf(error));
    }
    if (this.#away) this.#options.tell({ event: "back", notebook: this.label });
    this.#away = false;
    this.#start();
  }

  /** The end: the cells get the final code. Resolves to whether all of them have it. */
  async keep(): Promise<boolean> {
    await this.#close();
    let done = !this.#away;
    for (const [name, held] of this.#held) {
      const version = this.#wanted.get(name)?.version;
      if (this.#away || !version) continue;
      if (!held.isFinal(version))
        await this.#update(name, held, { version, shown: version.esm, since: 0 }, version.esm);
      done &&= held.isFinal(version);
      if (held.isFinal(version)) {
        this.#options.tell({ event: "kept", notebook: this.label, widget: name, fingerprint: held.fingerprint });
      }
    }
    return done;
  }

  /** The end where nothing is kept: the notebook gets back what it had. Resolves to whether it has. */
  async restore(): Promise<boolean> {
    await this.#close();
    if (this.#away) return false;
    for (const held of this.#held.values()) {
      const { esm } = held.before ?? {};
      if (this.#hot && esm !== undefined && held.live !== esm) await this.#give([[held, esm]]);
    }
    if (this.#undo.length > 0) {
      accepted(await this.line.ask({ command: "rollback", undo: this.#undo }));
    }
    this.#options.tell({ event: "restored", notebook: this.label, widgets: [...this.#held.keys()] });
    return true;
  }

  async #close(): Promise<void> {
    clearTimeout(this.#glance);
    // A notebook that did not answer once may answer now.
    if (this.#away) await this.checkUp().catch(() => {});
    await (this.#away ? this.#settle() : this.idle());
    clearTimeout(this.#glance);
  }

  /** Waits for a request to a session that is gone, whose server may never end it; then it is given up. */
  async #settle(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, PATIENCE)));
    await Promise.race([this.idle(), patience]);
    clearTimeout(timer);
    this.#running = undefined;
    this.#glancing = undefined;
  }

  /** Nothing is sent until the notebook is found again. */
  isLost(reason: string): void {
    this.#leave(reason);
  }

  #leave(reason: string): void {
    if (!this.#away) this.#options.tell({ event: "lost", notebook: this.label, reason });
    this.#away = true;
  }

  #start(): void {
    if (this.#running || this.#away) return;
    const running = this.#run().finally(() => {
      if (this.#running !== running) return;
      this.#running = undefined;
      // What was wanted between the last look and now.
      if (!this.#away && this.#next()) this.#start();
    });
    this.#running = running;
  }

  async #run(): Promise<void> {
    await this.#glancing;
    for (let step = this.#next(); step && !this.#away; step = this.#next()) {
      try {
        await step();
      } catch (error) {
        this.#leave(reasonOf(error));
      }
    }
  }

  /** The next thing to do: a definition first, since the class has to be there; then all front ends at once. */
  #next(): (() => Promise<void>) | undefined {
    const swaps: [Holding, string, string, Wanted][] = [];
    for (const [name, wanted] of this.#wanted) {
      const held = this.#held.get(name);
      const { version, shown } = wanted;
      if (!held || held.isAsleep) continue;
      const esm = this.#hot && version ? version.esm : shown;
      const differs = version && (held.body !== version.body || (!this.#hot && held.live !== esm));
      if (differs && !this.#refused.has(version)) return () => this.#update(name, held, wanted, esm);
      if (!differs && this.#hot && held.live !== shown) swaps.push([held, shown, name, wanted]);
    }
    return swaps.length > 0 ? () => this.#swap(swaps) : undefined;
  }

  async #swap(swaps: readonly (readonly [Holding, string, string, Wanted])[]): Promise<void> {
    await this.#give(swaps.map(([held, esm]) => [held, esm] as const));
    if (!this.#hot) return;
    for (const [held, , widget, { version, shown, since }] of swaps) {
      if (held.isAsleep) continue;
      const ms = Math.round(performance.now() - since);
      const overlay = shown !== version?.esm;
      this.#options.tell({ event: "swapped", notebook: this.label, widget, objects: held.objects, ms, overlay });
    }
    this.#glanceLater();
  }

  async #give(front: readonly (readonly [Holding, string])[]): Promise<void> {
    const widgets = front.map(([held, esm]) => ({ class: held.class, esm, css: null }));
    const report = accepted(await this.line.hot<SwapReport>({ command: "swap", widgets }));
    this.#hot = report.hot;
    if (!report.hot) return;
    for (const [held, esm] of front) {
      const swapped = report.swapped.find((each) => each.class === held.class);
      held.shows(esm, swapped?.objects ?? null);
      if (held.isAsleep) this.#options.tell({ event: "note", message: this.#asleep(held) });
    }
  }

  #asleep(held: Holding): string {
    return `${this.label}: the cells of ${held.class} have not run since the kernel started; it is shown once they do.`;
  }

  async #update(name: string, held: Holding, wanted: Wanted, esm: string): Promise<void> {
    const { version, since } = wanted;
    if (!version) return;
    const item = await wholeItem({ ...version, esm }, this.#options.root);
    const code = item.cells.definition;
    const report = await this.line.ask<UpdateReport>({
      command: "update",
      widgets: [{ cell: held.cell, expect: digest(held.code), code, item }],
      dry_run: false,
      yes: false,
      quiet: true,
    });
    if (!report.ok) return this.#notUpdated(name, version, report);
    this.remember(report.undo);
    const objects = report.objects.map((each) => each.object);
    held.gets({ code, version: { ...version, esm }, fingerprint: item.fingerprint, objects });
    if (report.save && !(await this.line.isPageConnected())) await this.line.save(report.save);
    for (const warning of report.warnings) this.#options.tell({ event: "note", message: warning });
    if (since === 0) return;
    this.#options.tell({
      event: "updated",
      notebook: this.label,
      widget: name,
      objects,
      ms: Math.round(performance.now() - since),
      carried: report.objects.reduce((sum, each) => sum + each.carried.length, 0),
      lost: report.objects.flatMap((each) => each.lost.map((one) => ({ object: each.object, ...one }))),
    });
    this.#glanceLater();
  }

  async #notUpdated(name: string, version: Version, report: UpdateReport): Promise<void> {
    const code = report.error?.code;
    if (code === "changed-meanwhile" || code === "cell-not-found") return this.#review(await this.look());
    this.#refused.add(version);
    this.#options.refused(name, version, refusalProblem(report));
  }

  /** What is held is looked up in the notebook as it is now. */
  #review({ widgets, cells }: InventoryReport): void {
    for (const [name, held] of this.#held) {
      const now = widgets.find((each) => each.name === name);
      const reason = now === undefined ? "it was removed" : held.review(now, hasRun(now.cell, cells));
      if (reason === undefined) continue;
      this.#held.delete(name);
      this.#options.tell({ event: "left", notebook: this.label, widget: name, reason });
    }
  }

  #glanceLater(): void {
    clearTimeout(this.#glance);
    this.#glance = setTimeout(() => {
      const glancing = this.#look()
        .catch(() => {})
        .finally(() => {
          if (this.#glancing === glancing) this.#glancing = undefined;
        });
      this.#glancing = glancing;
    }, GLANCE);
  }

  /** A page says by itself when it could not show something: that is for the author's eyes. */
  async #look(): Promise<void> {
    if (this.#running || this.#away) return;
    const widgets = [...this.#held.values()].map((held) => ({ class: held.class }));
    const { seen } = await this.line.hot<LookReport>({ command: "look", widgets });
    for (const [widget, held] of this.#held) {
      const fronts = Object.entries(seen.find((each) => each.class === held.class)?.fronts ?? {});
      for (const [object, front] of fronts) {
        if (!front.startsWith("error: ")) continue;
        const message = front.slice("error: ".length);
        this.#options.tell({ event: "front-error", notebook: this.label, widget, object, message });
      }
    }
  }
}

function hasRun(cell: string, cells: InventoryReport["cells"]): boolean {
  return cells.some(({ id, status }) => id === cell && status === "idle");
}
