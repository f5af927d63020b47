import { html, nothing, type PropertyValues } from "../kit/lit.ts";
import { AnnounceController } from "../kit/controllers/announce.ts";
import { widgetElement } from "../kit/element.ts";
import { isTyping, originOf } from "../kit/keeping.ts";
import { CommentDraft } from "./comment.ts";
import { contentOf, spoken } from "./content.ts";
import { assignKeys, COMMAND_KEYS, type Command, pressedKeys } from "./keys.ts";
import { decide, decisionOf, type Filter, nextOpen, recall, remember, seek, SKIPPED, tally } from "./queue.ts";
import { styles } from "./styles.ts";
import { tools } from "./tools.ts";
import { traits } from "./traits.ts";
import { bar, labelButtons, panel, summary } from "./views.ts";
import { keyHelp, named, number, place, progress } from "./words.ts";

/** Milliseconds in which a second click is the slip of a double click. */
const DOUBLE_CLICK = 250;

const ANY: Filter = () => true;

/** A queue of items, labelled with one key each. */
export class LabelerElement extends widgetElement(traits) {
  static override readonly styles = styles;

  readonly #announce = new AnnounceController(this);
  readonly #draft = new CommentDraft(this, (index, text) => this.#comment(index, text));
  #tally = tally(this.decisions, 0, 0);
  #keys: readonly (string | undefined)[] = [];
  /** What the person walks through again; else the way leads through what is open. */
  #review: { readonly name: string; readonly passes: Filter } | undefined;
  #shown = -1;
  #clicked = -Infinity;

  get #size(): number {
    return this.items.length;
  }

  /** The index of the item that is shown; the number of items stands for the summary. */
  get #at(): number {
    return this.position < 0 ? nextOpen(this.decisions, this.#size, -1) : Math.min(this.position, this.#size);
  }

  get #isSummary(): boolean {
    return this.#at >= this.#size;
  }

  get #decision(): number {
    return this.#isSummary ? 0 : decisionOf(this.decisions, this.#at);
  }

  get #stage(): HTMLElement | null | undefined {
    return this.shadowRoot?.querySelector<HTMLElement>(".stage");
  }

  override disconnectedCallback(): void {
    this.#draft.flush();
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { items, labels, decisions } = this;
    const news = (...names: string[]) => !this.hasUpdated || names.some((name) => changed.has(name));
    if (news("items", "labels", "decisions")) this.#tally = tally(decisions, items.length, labels.length);
    if (news("labels", "shortcuts")) this.#keys = assignKeys(labels, this.shortcuts);
    if (this.#shown !== this.#at) this.#draft.flush();
  }

  protected override updated(): void {
    const stage = this.#stage;
    if (!stage || this.#at === this.#shown) return;
    // A smooth scroll by a key may still be on its way down the item before.
    stage.style.display = "none";
    stage.getBoundingClientRect();
    stage.style.display = "";
    stage.scrollTop = 0;
    if (this.#shown >= 0 && !matchMedia("(prefers-reduced-motion: reduce)").matches) {
      stage.firstElementChild?.animate([{ opacity: 0.2 }, { opacity: 1 }], 160);
    }
    this.#shown = this.#at;
  }

  override render() {
    const { labels, prompt } = this;
    const size = this.#size;
    const at = this.#at;
    const off = at >= size;
    const done = progress(this.#tally, size);
    return html`<section
      role="group"
      aria-label=${prompt || "Labeler"}
      style="--height:${this.height}px"
      @keydown=${this.#press}
      @click=${this.#refocus}
    >
      <div class="head">
        <strong dir="auto">${prompt}</strong>
        <button class="quiet count" @click=${() => this.#go(size)}>
          <span class="visually-hidden">Summary</span> <b>${number(this.#tally.done)}</b> / ${number(size)}
        </button>
      </div>
      ${bar(this.#tally, size, done)}
      <div class="stage" tabindex="0" role="group" aria-label=${this.#place()} aria-describedby="hint">
        ${
          off
            ? summary(this.#tally, size, labels, this.#startReview)
            : panel(contentOf(this.items[at]), `item ${number(at + 1)}`)
        }
      </div>
      <div class="labels" role="group" aria-label="Labels">
        ${labelButtons(labels, this.#keys, this.#tally.counts, off ? undefined : this.#decision, this.#pressLabel)}
      </div>
      ${this.#renderTools(at, size)}
      ${
        this.allow_comment
          ? html`<textarea
              aria-label="Comment"
              aria-keyshortcuts=${this.#keyOf("comment") ?? nothing}
              placeholder="Comment"
              dir="auto"
              rows="1"
              ?readonly=${off}
              .value=${off ? "" : this.#draft.text(at, this.comments[at])}
              @input=${this.#type}
              @blur=${() => this.#draft.flush()}
            ></textarea>`
          : nothing
      }
      <div class="hint" id="hint">
        <span class="idle">Click or press Tab here to use the keys</span>
        <span class="keys">${keyHelp(this.allow_comment && this.#keyOf("comment") !== undefined, this.multi)}</span>
        ${
          this.problems.size > 0
            ? html`<p class="problem">${[...this.problems].map(([name, text]) => `${name}: ${text}`).join(" ")}</p>`
            : nothing
        }
      </div>
    </section>`;
  }

  #renderTools(at: number, size: number) {
    return tools({
      at,
      size,
      decided: this.#decision !== 0,
      skipped: this.#decision === SKIPPED,
      allDone: this.#tally.done === size,
      undoable: recall(this.history, size) !== undefined,
      multi: this.multi,
      skippable: this.allow_skip,
      review: this.#review?.name,
      keyOf: this.#keyOf,
      click: this.#click,
      step: this.#step,
      open: this.#goOpen,
      goOn: this.#goOn,
      skip: this.#skip,
      clear: this.#clear,
      undo: this.#undo,
      endReview: this.#endReview,
    });
  }

  /** What is shown, in words. */
  #place(): string {
    if (this.#isSummary) return `Summary: ${progress(this.#tally, this.#size)}`;
    return place(this.#at, this.#size, named(this.#decision, this.labels));
  }

  /** A command's key, where no label has taken it. */
  readonly #keyOf = (command: Command): string | undefined => {
    const key = COMMAND_KEYS[command];
    return this.#keys.includes(key) ? undefined : key;
  };

  readonly #press = (event: KeyboardEvent): void => {
    const { key } = event;
    if (event.defaultPrevented || event.isComposing) return;
    const work = isTyping(originOf(event)) ? this.#typingKey(event) : this.#keyWork(event);
    if (!work) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat || key.startsWith("Arrow")) work();
  };

  /** Out of the comment's field, back to the item. */
  #typingKey({ key, shiftKey }: KeyboardEvent): (() => void) | undefined {
    return key === "Escape" || (key === "Enter" && !shiftKey) ? () => this.#stage?.focus() : undefined;
  }

  #keyWork(event: KeyboardEvent): (() => void) | undefined {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (altKey) return undefined;
    if (ctrlKey || metaKey) return key.toLowerCase() === "z" && !shiftKey ? this.#undo : undefined;
    if (key === "ArrowLeft" || key === "ArrowRight") {
      const forward = (key === "ArrowRight") === (getComputedStyle(this).direction !== "rtl");
      return () => this.#step(forward ? 1 : -1);
    }
    if (key === "Backspace" || key === "Delete") return this.#clear;
    if (key === "Enter" && originOf(event) === this.#stage) return this.multi ? this.#goOn : undefined;
    for (const pressed of pressedKeys(event)) {
      const k = this.#keys.indexOf(pressed);
      if (k >= 0) return () => this.#label(k);
      if (pressed === COMMAND_KEYS.undo) return this.#undo;
      if (pressed === COMMAND_KEYS.open) return this.#goOpen;
      if (pressed === COMMAND_KEYS.skip && this.allow_skip) return this.#skip;
      if (pressed === COMMAND_KEYS.comment && this.allow_comment) return this.#focusComment;
    }
    // A button that is held down would act again and again.
    return event.repeat && (key === "Enter" || key === " ") ? () => {} : undefined;
  }

  readonly #click = (event: MouseEvent, work: () => void): void => {
    const slip = event.detail > 1 && event.timeStamp - this.#clicked < DOUBLE_CLICK;
    this.#clicked = event.timeStamp;
    if (!slip) work();
  };

  /** Some browsers give a clicked button no focus; the keys are to work all the same. */
  readonly #refocus = (): void => {
    if (!this.shadowRoot?.activeElement) this.#stage?.focus({ preventScroll: true });
  };

  readonly #pressLabel = (event: MouseEvent, k: number): void => this.#click(event, () => this.#label(k));

  #label(k: number): void {
    const bit = 1 << k;
    if (!this.multi) return this.#decide(bit);
    this.#decide(Math.max(0, this.#decision) ^ bit, true);
  }

  readonly #skip = (): void => this.#decide(SKIPPED);

  readonly #clear = (): void => this.#decide(0, true);

  #decide(decision: number, stay = false): void {
    const at = this.#at;
    const before = this.#decision;
    if (this.#isSummary || (stay && decision === before)) return;
    this.#draft.flush();
    const decisions = decide(this.decisions, at, decision);
    const history = before === decision ? {} : { history: remember(this.history, at, before) };
    this.send({ decisions, position: stay ? at : this.#after(decisions, at), ...history });
    this.#arrive(named(decision, this.labels) || "Open again");
  }

  readonly #undo = (): void => {
    const step = recall(this.history, this.#size);
    if (!step) return this.#announce.say("Nothing to undo");
    const { index, before, rest } = step;
    this.send({ decisions: decide(this.decisions, index, before), position: index, history: rest });
    this.#arrive("Undone");
  };

  /** Where the way leads from an item: along the review, else to what is open. */
  #after(decisions: Int32Array, at: number): number {
    return this.#review ? seek(decisions, this.#size, at, this.#review.passes) : nextOpen(decisions, this.#size, at);
  }

  readonly #step = (step: 1 | -1): void =>
    this.#go(seek(this.decisions, this.#size, this.#at, this.#review?.passes ?? ANY, step));

  readonly #goOn = (): void => this.#go(this.#after(this.decisions, this.#at));

  readonly #goOpen = (): void => {
    this.#review = undefined;
    this.#go(nextOpen(this.decisions, this.#size, this.#at));
  };

  #go(position: number): void {
    if (position !== this.#at) this.send({ position });
    this.#arrive("");
  }

  #arrive(news: string): void {
    const at = this.#at;
    const item = this.items[at];
    if (this.#isSummary) this.#review = undefined;
    const content = item === undefined ? "" : spoken(contentOf(item));
    this.#announce.say([news, this.#place(), content].filter(Boolean).join(". "));
    this.requestUpdate();
  }

  readonly #startReview = (name: string, passes: Filter): void => {
    this.#review = { name, passes };
    this.#go(seek(this.decisions, this.#size, -1, passes));
    this.#stage?.focus();
  };

  readonly #endReview = (): void => {
    this.#review = undefined;
    this.requestUpdate();
    this.#stage?.focus();
  };

  readonly #focusComment = (): void => this.shadowRoot?.querySelector("textarea")?.focus();

  readonly #type = ({ target }: InputEvent): void => {
    this.#draft.type(this.#at, (target as HTMLTextAreaElement).value);
  };

  #comment(index: number, text: string): void {
    const { [index]: saved = "", ...others } = this.comments;
    if (text !== saved) this.send({ comments: text.trim() === "" ? others : { ...others, [index]: text } });
  }
}
