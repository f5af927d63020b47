import { html, nothing, type PropertyValues, type TemplateResult } from "../kit/lit.ts";
import { AnnounceController } from "../kit/controllers/announce.ts";
import { type KeyMap, KeysController } from "../kit/controllers/keys.ts";
import { widgetElement } from "../kit/element.ts";
import type { Json } from "../kit/traits.ts";
import { notation, parseNumber } from "../kit/locale-number.ts";
import { NumberDrag } from "./number-drag.ts";
import { fit, nudge, page, type Scale } from "./scale.ts";
import { digits, type Piece, sentence, show } from "./sentence.ts";
import { styles } from "./styles.ts";
import { traits } from "./traits.ts";

type NumberPiece = Piece & { readonly kind: "number" };

/** A number that is being typed: the piece at `index`, what is in the field, and what is wrong with it. */
interface Typing {
  readonly name: string;
  readonly index: number;
  readonly text: string;
  readonly wrong?: string;
  /** When a click opened it, in ms: a second click soon after makes a double click of both. */
  readonly clicked: number;
}

const DOUBLE_CLICK = 400;

/** Numbers and words in a sentence that a person changes where they stand: by dragging, keys and typing. */
export class TangleElement extends widgetElement(traits) {
  static override styles = styles;

  readonly #announce = new AnnounceController(this);
  readonly #first = new Map<string, Json>();
  #pieces: readonly Piece[] = [];
  #typing: Typing | undefined;
  #pressed = -1;
  /** The piece that the hint is about. */
  #about = -1;
  /** What a drag shows, whatever the notebook sets meanwhile. */
  #drawn: { readonly name: string; readonly n: number } | undefined;

  readonly #drag = new NumberDrag(this, {
    press: (event) => {
      this.#series = undefined;
      this.#pressed = indexOf(event);
      const piece = this.#number(this.#pressed);
      return piece && { name: piece.name, scale: piece.scale, start: piece.n };
    },
    to: ({ name }, n) => {
      this.#drawn = { name, n };
      this.#set(name, n);
    },
    click: () => this.#open(this.#pressed, undefined, performance.now()),
    done: () => {
      this.#drawn = undefined;
    },
  });

  /** What stood before each series of changes, for undo, and the name that the present series is about. */
  readonly #past: { readonly name: string; readonly before: Json | undefined }[] = [];
  #series: string | undefined;

  protected readonly keys = [
    new KeysController(this, this.#keymap(), { within: ".number" }),
    new KeysController(this, { "Mod+z": () => this.#undo() }, { within: ".number, select" }),
  ];

  override willUpdate(): void {
    for (const [name, json] of Object.entries(this.value)) {
      if (!this.#first.has(name)) this.#first.set(name, json);
    }
    const { text, results, numbers } = this;
    const drawn = this.#drawn;
    const value = drawn ? { ...this.value, [drawn.name]: drawn.n } : this.value;
    this.#pieces = sentence({ text, value, results, numbers, initial: (name) => this.#initially(name) });
    if (this.#typing && this.#number(this.#typing.index)?.name !== this.#typing.name) this.#typing = undefined;
  }

  override render(): TemplateResult {
    const wrong = this.#typing?.wrong;
    const pieces = this.#pieces.map((piece, index) => this.#piece(piece, index));
    return html`<p @focusin=${this.#point} @pointerover=${this.#point} @pointerleave=${this.#point}>${pieces}</p>
      <div id="hint" class="hint ${wrong ? "wrong" : ""}">${wrong ?? this.#hint()}</div>`;
  }

  override updated(changed: PropertyValues): void {
    if (!changed.has("results") || !this.matches(":focus-within")) return;
    const results = this.#pieces.flatMap((piece) =>
      piece.kind === "result" ? [`${piece.scale.label}: ${said(piece)}`] : [],
    );
    this.#announce.say(results.join(". "));
  }

  #keymap(): KeyMap {
    const step = (count: number | ((scale: Scale) => number)) => (event: KeyboardEvent) =>
      this.#change(event, ({ scale, n }) => nudge(scale, n, typeof count === "number" ? count : count(scale)));
    const sideways = (count: number) => (event: KeyboardEvent) =>
      step(getComputedStyle(this).direction === "rtl" ? -count : count)(event);
    const end = (limit: "min" | "max") => (event: KeyboardEvent) => this.#change(event, ({ scale }) => scale[limit]);
    const open = (event: KeyboardEvent) => this.#open(indexOf(event));
    const reset = (event: KeyboardEvent) => this.#reset(indexOf(event));
    const keys: Record<string, (event: KeyboardEvent) => boolean | void> = {
      ArrowUp: step(1),
      ArrowDown: step(-1),
      ArrowRight: sideways(1),
      ArrowLeft: sideways(-1),
      PageUp: step(page),
      PageDown: step((scale) => -page(scale)),
      Home: end("min"),
      End: end("max"),
      Enter: open,
      F2: open,
      Delete: reset,
      Backspace: reset,
    } satisfies KeyMap;
    for (const key of "0123456789-.,") keys[key] = (event) => this.#open(indexOf(event), key);
    return keys;
  }

  #piece(piece: Piece, index: number): unknown {
    if (piece.kind === "text") return piece.text;
    if (piece.kind === "result") return html`<b>${said(piece)}</b>`;
    if (piece.kind === "choice") return this.#choice(piece);
    return index === this.#typing?.index ? this.#field(piece, this.#typing) : this.#knob(piece, index);
  }

  #knob({ name, n, scale }: NumberPiece, index: number): TemplateResult {
    const { min, max } = scale;
    const ranged = Number.isFinite(max - min) && max > min;
    const share = ranged ? (100 * (Math.min(Math.max(n, min), max) - min)) / (max - min) : 0;
    return html`<span
      class="number ${ranged ? "ranged" : ""} ${this.#drag.name === name ? "held" : ""}"
      style="--share:${share}%"
      role="spinbutton"
      tabindex="0"
      data-index=${index}
      aria-label=${scale.label}
      aria-valuenow=${plain(n)}
      aria-valuetext=${show(scale, n)}
      aria-valuemin=${Number.isFinite(min) ? plain(min) : nothing}
      aria-valuemax=${Number.isFinite(max) ? plain(max) : nothing}
      aria-describedby="hint"
      @pointerdown=${this.#drag.down}
      >${show(scale, n)}</span
    >`;
  }

  #field({ scale }: NumberPiece, { text, wrong }: Typing): TemplateResult {
    return html`${scale.prefix}<input
        style="width:calc(${Math.max(text.length, 2)}ch + 12px)"
        inputmode=${scale.min < 0 ? "text" : "decimal"}
        enterkeyhint="done"
        autocomplete="off"
        spellcheck="false"
        aria-label=${scale.label}
        aria-invalid=${wrong !== undefined}
        aria-describedby="hint"
        .value=${text}
        @input=${(event: Event) => this.#type((event.target as HTMLInputElement).value)}
        @keydown=${this.#fieldKey}
        @pointerdown=${this.#fieldPress}
        @blur=${() => this.#close(true, false)}
      />${scale.suffix}`;
  }

  #choice({ name, label, word, words }: Piece & { readonly kind: "choice" }): TemplateResult {
    return html`<span class="choice"
      >${word}<svg viewBox="0 0 10 10" aria-hidden="true"><path d="M1.5 3.5 5 7l3.5-3.5" /></svg
      ><select
        aria-label=${label}
        @change=${(event: Event) => this.#set(name, (event.target as HTMLSelectElement).value)}
      >
        ${words.map((each) => html`<option .value=${each} .selected=${each === word}>${each}</option>`)}
      </select></span
    >`;
  }

  #hint(): string {
    const piece = this.#number(this.#typing?.index ?? this.#about);
    if (!piece) return "";
    const { label } = piece.scale;
    const how = this.#typing ? "Enter keeps, Escape leaves." : "Drag, use the arrow keys, or press Enter to type.";
    const range = limits(piece.scale);
    return `${label.charAt(0).toLocaleUpperCase()}${label.slice(1)}${range && `, ${range}`}. ${how}`;
  }

  #point(event: Event): void {
    if (event.type === "focusin") this.#series = undefined;
    const index = event.type === "pointerleave" ? -1 : indexOf(event);
    if (index === this.#about) return;
    this.#about = index;
    this.requestUpdate();
  }

  #number(index: number): NumberPiece | undefined {
    const piece = this.#pieces[index];
    return piece?.kind === "number" ? piece : undefined;
  }

  #initially(name: string): Json | undefined {
    return Object.hasOwn(this.initial, name) ? this.initial[name] : this.#first.get(name);
  }

  #set(name: string, next: Json): void {
    if (this.#series !== name) this.#past.push({ name, before: this.value[name] });
    this.#series = name;
    this.send({ value: { ...this.value, [name]: next } });
  }

  /** Takes back the last series of changes to one place: a drag, a text, keys until the focus goes on. */
  #undo(): void {
    this.#series = undefined;
    let step = this.#past.pop();
    while (step && this.value[step.name] === step.before) step = this.#past.pop();
    if (!step) return this.#announce.say("Nothing to undo.");
    const { [step.name]: _, ...others } = this.value;
    this.send({ value: step.before === undefined ? others : { ...this.value, [step.name]: step.before } });
    this.#announce.say("Undone.");
  }

  #change(event: KeyboardEvent, next: (piece: NumberPiece) => number): boolean {
    const piece = this.#number(indexOf(event));
    const n = piece ? next(piece) : Number.NaN;
    if (piece && Number.isFinite(n) && n !== piece.n) this.#set(piece.name, n);
    return piece !== undefined;
  }

  #reset(index: number): void {
    const piece = this.#number(index);
    const first = piece && this.#initially(piece.name);
    if (piece && typeof first === "number") this.#set(piece.name, fit(piece.scale, first));
  }

  #open(index: number, start?: string, clicked = -Infinity): void {
    const piece = this.#number(index);
    if (!piece) return;
    this.#series = undefined;
    this.#typing = { name: piece.name, index, text: start ?? digits(piece.scale, piece.n), clicked };
    this.requestUpdate();
    this.updateComplete.then(() => {
      const field = this.renderRoot.querySelector("input");
      field?.focus();
      if (start === undefined) field?.select();
    });
  }

  #type(text: string): void {
    if (this.#typing) this.#typing = { ...this.#typing, text, wrong: undefined };
    this.requestUpdate();
  }

  #fieldKey(event: KeyboardEvent): void {
    if (event.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
    event.preventDefault();
    this.#close(event.key === "Enter", true);
  }

  #fieldPress(event: PointerEvent): void {
    if (!this.#typing || event.timeStamp - this.#typing.clicked > DOUBLE_CLICK) return;
    event.preventDefault();
    const { index } = this.#typing;
    this.#close(false, true);
    this.#reset(index);
  }

  /** Takes what was typed, or leaves the number as it was. What is no such number stays, unless the focus has left. */
  #close(take: boolean, stay: boolean): void {
    const typing = this.#typing;
    const piece = typing && this.#number(typing.index);
    if (!typing || !piece) return;
    const { scale, n } = piece;
    const found = parseNumber(typing.text, notation(), [scale.prefix, scale.suffix]);
    const next = found === undefined ? undefined : Number(found.toFixed(scale.precision));
    const fits = next !== undefined && next >= scale.min && next <= scale.max;
    if (take && stay && !fits) {
      const wrong = next === undefined ? `“${typing.text}” is not a number.` : `Expected a number ${limits(scale)}.`;
      this.#typing = { ...typing, wrong };
      this.#announce.say(wrong);
      this.requestUpdate();
      return;
    }
    this.#typing = undefined;
    if (take && fits && typing.text !== digits(scale, n)) this.#set(typing.name, next);
    this.requestUpdate();
    const back = () => this.renderRoot.querySelector<HTMLElement>(`[data-index="${typing.index}"]`)?.focus();
    if (stay) this.updateComplete.then(back);
  }
}

/** As ARIA wants numbers: no exponent, no group marks. */
const plain = (n: number): string => n.toLocaleString("en", { useGrouping: false, maximumFractionDigits: 20 });

/** The piece that an event is at; -1 where there is none. */
function indexOf(event: Event): number {
  const at = (event.composedPath()[0] as Element).closest<HTMLElement>("[data-index]");
  return Number(at?.dataset.index ?? -1);
}

function said({ shown, scale }: Piece & { readonly kind: "result" }): string {
  return typeof shown === "number" ? show(scale, shown) : shown;
}

/** "from 1 to 100", "of at least 1", "of at most 100"; empty without limits. */
function limits(scale: Scale): string {
  const [low, high] = [scale.min, scale.max].map((n) => (Number.isFinite(n) ? show(scale, n) : undefined));
  if (low !== undefined && high !== undefined) return `from ${low} to ${high}`;
  return low === undefined ? (high === undefined ? "" : `of at most ${high}`) : `of at least ${low}`;
}
