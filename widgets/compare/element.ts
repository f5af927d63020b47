import { html, nothing, type PropertyValues, type TemplateResult } from "../kit/lit.ts";
import { AnnounceController } from "../kit/controllers/announce.ts";
import { KeysController } from "../kit/controllers/keys.ts";
import { widgetElement } from "../kit/element.ts";
import { type Choice, Queue, shuffled, type Trial } from "./queue.ts";
import { styles } from "./styles.ts";
import { traits } from "./traits.ts";
import { content, hint } from "./views.ts";

/** Milliseconds in which a second click is the slip of a double click. */
const DOUBLE_CLICK = 250;

const number = (n: number): string => n.toLocaleString();

/** A queue of pairs, or of more candidates, each judged by one key. */
export class CompareElement extends widgetElement(traits) {
  static override readonly styles = styles;

  readonly #announce = new AnnounceController(this);
  #queue = new Queue([], 0);
  #trial: Trial | undefined;
  /** The items of the trial from the left. */
  #order: readonly number[] = [];
  #since = 0;
  #clicked = -Infinity;

  protected readonly keys = new KeysController(this, {
    ...Object.fromEntries(
      Array.from({ length: 9 }, (_, place) => [`${place + 1}`, this.#key(() => this.#pick(place))]),
    ),
    0: this.#key(() => this.#judge("tie")),
    b: this.#key(() => this.#judge("bad")),
    s: this.#key(() => this.#judge("skip")),
    u: this.#key(() => this.#undo()),
    "Mod+z": this.#key(() => this.#undo()),
  });

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.hasUpdated || changed.has("items") || changed.has("pairs"))
      this.#queue = new Queue(this.pairs, this.items.length);
    const pair = this.#queue.open(this.choices);
    const before = `${this.#trial?.pair}:${this.#order}`;
    this.#trial = pair < this.#queue.size ? this.#queue.at(pair) : undefined;
    const items = this.#trial?.items ?? [];
    this.#order = this.blind ? shuffled(items, this.seed, pair) : items;
    if (before !== `${this.#trial?.pair}:${this.#order}`) this.#since = performance.now();
  }

  protected override updated(): void {
    const at = this.#trial?.pair;
    const stage = this.shadowRoot?.querySelector<HTMLElement>(".stage");
    if (!stage || stage.dataset.pair === String(at)) return;
    stage.dataset.pair = String(at);
    for (const each of [stage, ...stage.querySelectorAll(".item")]) each.scrollTop = 0;
  }

  override render(): TemplateResult {
    const { prompt } = this;
    const { size } = this.#queue;
    const made = this.#queue.made(this.choices).length;
    const trial = this.#trial;
    return html`<section role="group" aria-label=${prompt || "Comparison"} style="--height:${this.height}px">
      <div class="head">
        <strong dir="auto">${prompt}</strong>
        <span class="count"><b>${number(made)}</b> / ${number(size)}</span>
      </div>
      <div
        class="bar"
        role="progressbar"
        aria-label="Progress"
        aria-valuemin="0"
        aria-valuemax=${size}
        aria-valuenow=${made}
        aria-valuetext="${number(made)} of ${number(size)} done"
      >
        <div style="width:${size ? (100 * made) / size : 0}%"></div>
      </div>
      ${trial?.context ? html`<div class="context" tabindex="0" role="group" aria-label="Context" dir="auto">${trial.context}</div>` : nothing}
      <div class="stage">
        ${trial ? this.#order.map((item, place) => this.#panel(item, place)) : this.#summary(size)}
      </div>
      <div class="tools">
        ${this.allow_tie ? this.#tool("Tie", "0", !trial, () => this.#judge("tie")) : nothing}
        ${this.allow_bad ? this.#tool(this.#order.length > 2 ? "All bad" : "Both bad", "B", !trial, () => this.#judge("bad")) : nothing}
        <i></i>
        ${this.allow_skip ? this.#tool("Skip", "S", !trial, () => this.#judge("skip")) : nothing}
        ${this.#tool("Undo", "U", this.choices.length === 0, () => this.#undo())}
      </div>
      <div class="hint">
        ${
          this.problems.size > 0
            ? [...this.problems].map(([name, text]) => `${name}: ${text}`).join(" ")
            : "Click or press Tab here to use the keys"
        }
      </div>
    </section>`;
  }

  #panel(item: number, place: number): TemplateResult {
    const at = `candidate ${place + 1}`;
    const name = this.blind ? "" : this.#name(item);
    return html`<div class="panel">
      <div class="item" tabindex="0" role="group" aria-label=${name || at}>${content(this.items[item], at)}</div>
      <button
        aria-keyshortcuts=${place + 1}
        aria-label=${`${name || "This one"}, candidate ${place + 1}`}
        @click=${this.#click(() => this.#pick(place))}
      >
        ${hint(`${place + 1}`)}<span dir="auto">${name || "This one"}</span>
      </button>
    </div>`;
  }

  #tool(text: string, key: string, off: boolean, work: () => void): TemplateResult {
    return html`<button class="quiet" aria-keyshortcuts=${key} aria-disabled=${off} @click=${this.#click(work)}>
      ${text}${hint(key)}
    </button>`;
  }

  #summary(size: number): TemplateResult {
    const made = this.#queue.made(this.choices);
    const words = { pick: "picked", tie: "ties", bad: "all bad", skip: "skipped" };
    const counts = Object.entries(words).map(([verdict, word]) => {
      const n = made.filter((each) => each.verdict === verdict).length;
      return n ? `${number(n)} ${word}` : "";
    });
    return html`<div class="summary" tabindex="0" role="group" aria-label="Summary">
      ${
        size === 0
          ? html`<p class="note">Nothing to compare yet: fewer than two <code>items</code>.</p>`
          : html`<p class="text">All done.</p>
              <p class="note">${counts.filter(Boolean).join(" · ")}</p>`
      }
      ${counts.at(-1) ? html`<button @click=${() => this.#takeUp()}>Take up what was skipped</button>` : nothing}
    </div>`;
  }

  #name(item: number): string {
    return this.names[item] || `Item ${number(item + 1)}`;
  }

  /** Work for a key, once for each press. */
  #key(work: () => void) {
    return (event: KeyboardEvent): void => {
      if (!event.repeat) work();
    };
  }

  /** Work for a click, but for the slip of a double click. */
  #click(work: () => void) {
    return (event: MouseEvent): void => {
      const slip = event.detail > 1 && event.timeStamp - this.#clicked < DOUBLE_CLICK;
      this.#clicked = event.timeStamp;
      if (!slip) work();
    };
  }

  #pick(place: number): void {
    const winner = this.#order[place];
    if (winner !== undefined) this.#choose("pick", winner, `Picked ${this.blind ? place + 1 : this.#name(winner)}`);
  }

  #judge(verdict: "tie" | "bad" | "skip"): void {
    if (this[`allow_${verdict}`]) this.#choose(verdict, null, { tie: "Tie", bad: "All bad", skip: "Skipped" }[verdict]);
  }

  #choose(verdict: Choice["verdict"], winner: number | null, news: string): void {
    const trial = this.#trial;
    if (!trial) return;
    const ms = Math.round(performance.now() - this.#since);
    const choice = { pair: trial.pair, shown: [...this.#order], winner, verdict, ms };
    this.#set([...this.choices, choice], news);
  }

  #undo(): void {
    if (this.choices.length > 0) this.#set(this.choices.slice(0, -1), "Undone");
    else this.#announce.say("Nothing to undo");
  }

  #takeUp(): void {
    this.#set(
      this.choices.filter(({ verdict }) => verdict !== "skip"),
      "",
    );
  }

  #set(choices: readonly Choice[], news: string): void {
    this.send({ choices });
    void this.updateComplete.then(() => {
      const { size } = this.#queue;
      const place = this.#trial
        ? `Pair ${number(this.#queue.made(this.choices).length + 1)} of ${number(size)}`
        : "All done";
      this.#announce.say([news, place].filter(Boolean).join(". "));
      // A button that is gone has taken the focus along, and the keys are to work on.
      if (!this.shadowRoot?.activeElement) this.shadowRoot?.querySelector<HTMLElement>(".stage [tabindex]")?.focus();
    });
  }
}
