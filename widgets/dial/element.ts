import { html, nothing, type TemplateResult } from "../kit/lit.ts";
import { type Drag, DragController } from "../kit/controllers/drag.ts";
import { widgetElement } from "../kit/element.ts";
import { originOf } from "../kit/keeping.ts";
import { numberField, numberFields } from "../kit/number-field.ts";
import { fields } from "../kit/theme.ts";
import { type Format, formats, marksOf } from "./format.ts";
import {
  angleOf,
  fit,
  moved,
  nextDetent,
  numberAt,
  type Scale,
  scaleOf,
  shareAt,
  shareOf,
  shareOfTurn,
  turn,
  typed,
  within,
  wrapped,
} from "./scale.ts";
import { styles } from "./styles.ts";
import { traits } from "./traits.ts";

/** A hand by the trait that it sets; `both` is the range as a whole. */
type End = "value" | "low" | "high";
type Hand = End | "both";

type Numbers = Readonly<Partial<Record<End, number>>>;

const STEPS: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1 };
const PAGES: Readonly<Record<string, number>> = { PageUp: 1, PageDown: -1 };

/** One number or a range on a circle, set by hands: for angles, hues, times of day, directions. */
export class DialElement extends widgetElement(traits) {
  static override styles = [fields, numberFields, styles];

  readonly #drag = new DragController(this, {
    start: (drag) => this.#grab(drag),
    move: (drag) => this.#pull(drag),
    end: (_, { committed }) => {
      const draft = this.#draft;
      this.#draft = undefined;
      this.#isHeld = false;
      if (committed && draft) this.send(draft);
    },
  });
  #format: Format = formats.degrees!;
  #scale: Scale = scaleOf(0, 360, null, 1);
  /** The numbers of a drag that are sent when it ends. */
  #draft: Numbers | undefined;
  #isHeld = false;
  #hand: Hand = "value";
  /** Where the pointer is, in degrees, and where the hand would be without steps and ends, as a share. */
  #angle = 0;
  #share = 0;
  /** How long the range was when it was taken as a whole. */
  #span = 0;

  protected override willUpdate(): void {
    this.#format = formats[this.format]!;
    const { stop, grain } = this.#format;
    this.#scale = scaleOf(this.start, this.stop ?? stop, this.step, grain, this.wrap, this.math);
  }

  get #hands(): readonly Hand[] {
    return this.range ? ["low", "both", "high"] : ["value"];
  }

  /** The number of a hand as it is shown: on the dial, whatever came. For the whole range, its low end. */
  #at(hand: Hand): number {
    const name = hand === "both" ? "low" : hand;
    return wrapped(this.#scale, this.#draft?.[name] ?? this[name]);
  }

  /** The share of the circle from low to high, the way that numbers grow. */
  get #length(): number {
    return within(this.#scale, shareOf(this.#scale, this.#at("high")) - shareOf(this.#scale, this.#at("low")));
  }

  #shareOf(hand: Hand): number {
    const from = shareOf(this.#scale, this.#at(hand));
    return hand === "both" ? within(this.#scale, from + this.#length / 2) : from;
  }

  /** Numbers for a hand at `n`: low and high of a dial with ends do not cross. */
  #with(hand: Hand, n: number): Numbers {
    const scale = this.#scale;
    if (hand === "both") {
      const span = scale.stop - scale.start;
      const length = this.#isHeld ? this.#span : this.#length * span;
      const low = scale.wrap ? n : Math.min(n, scale.stop - length);
      return { low, high: Number(wrapped(scale, low + length).toPrecision(12)) };
    }
    if (scale.wrap || hand === "value") return { [hand]: n };
    return hand === "low" ? { low: Math.min(n, this.#at("high")) } : { high: Math.max(n, this.#at("low")) };
  }

  #set(next: Numbers): void {
    const isNew = Object.entries(next).some(([name, n]) => n !== (this.#draft?.[name as End] ?? this[name as End]));
    if (!isNew) return;
    if (this.debounce && this.#isHeld) {
      this.#draft = next;
      this.requestUpdate();
    } else this.send(next);
  }

  #grab(drag: Drag): boolean {
    const { target, event, x, y, width } = drag;
    const taken = handOf(event);
    // Near the middle, where the fields are, a pixel is many degrees.
    if (!taken && Math.hypot(x / width - 0.5, y / width - 0.5) < 0.28) return false;
    this.#angle = angleAt(drag);
    const at = shareAt(this.#scale, this.#angle);
    const far = (hand: Hand) => Math.abs(turn(angleOf(this.#scale, this.#shareOf(hand)) - this.#angle));
    this.#hand = taken ?? this.#hands.filter((hand) => hand !== "both").toSorted((a, b) => far(a) - far(b))[0]!;
    this.#share = taken ? shareOf(this.#scale, this.#at(taken)) : at;
    this.#span = this.#length * (this.#scale.stop - this.#scale.start);
    target.querySelector<HTMLElement>(`[data-hand=${this.#hand}]`)?.focus({ preventScroll: true });
    // Before the first move, so that Escape goes back to where it was.
    this.hold();
    this.#isHeld = true;
    if (!taken) this.#follow(drag);
    return true;
  }

  /** Adds up the way of the pointer, so that a hand neither jumps over the gap nor runs back round the circle. */
  #pull(drag: Drag): void {
    const angle = angleAt(drag);
    this.#share += shareOfTurn(this.#scale, turn(angle - this.#angle));
    this.#angle = angle;
    this.#follow(drag);
  }

  #follow({ event }: Drag): void {
    const detents = event.shiftKey || this.#hand === "both" ? [] : this.#caught();
    this.#set(this.#with(this.#hand, numberAt(this.#scale, this.#share, detents)));
  }

  #caught(): readonly number[] {
    const { start, stop } = this.#scale;
    return this.detents.filter((n) => n >= start && n <= stop);
  }

  #press(event: KeyboardEvent): void {
    const { key, shiftKey } = event;
    const scale = this.#scale;
    const hand = handOf(event);
    if (!hand || event.ctrlKey || event.metaKey || event.altKey || this.#isHeld) return;
    const n = this.#at(hand);
    const page = PAGES[key];
    const next =
      STEPS[key] !== undefined
        ? moved(scale, n, STEPS[key] * (shiftKey ? 10 : 1))
        : page !== undefined
          ? this.#caught().length && hand !== "both"
            ? (nextDetent(scale, n, page, this.#caught()) ?? n)
            : moved(scale, n, page * 10)
          : key === "Home"
            ? scale.start
            : key === "End"
              ? fit(scale, scale.stop - (scale.wrap ? scale.grain : 0))
              : undefined;
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.#set(this.#with(hand, next));
  }

  #write(n: number): string {
    return this.#format.write(n, this.#scale, this.unit);
  }

  #label(hand: Hand): string {
    const name = this.label || (this.range ? "Range" : "Value");
    return { value: name, both: name, low: `${name}: from`, high: `${name}: to` }[hand];
  }

  override render(): TemplateResult {
    const scale = this.#scale;
    const { format, label, size, range } = this;
    const isHue = format === "hue";
    const ends = this.#hands.filter((hand): hand is End => hand !== "both");
    const texts = ends.map((hand) => this.#write(this.#at(hand)));
    const marks = marksOf(this.#format, scale, this.#caught());
    const place = (share: number, far: number) => {
      const angle = (angleOf(scale, share) * Math.PI) / 180;
      return `left:${50 + far * Math.sin(angle)}%;top:${50 - far * Math.cos(angle)}%`;
    };
    return html`${label ? html`<b>${label}</b>` : nothing}
      <div
        class="dial ${this.#isHeld ? "held" : ""}"
        dir="ltr"
        style="--size:${size}px"
        @pointerdown=${this.#drag.down}
        @mousedown=${keepFocus}
        @keydown=${this.#press}
      >
        <div class="ring" style="background:${this.#ring(isHue)};${this.math ? "transform:scaleX(-1)" : ""}"></div>
        ${marks.map(({ n, text }) => {
          const share = shareOf(scale, n);
          return html`<i style="${place(share, 39.5)};rotate:${angleOf(scale, share)}deg"></i>
            ${text ? html`<small style=${place(share, 32 - Math.min(text.length, 6) / 3)}>${text}</small>` : nothing}`;
        })}
        <div class="middle">
          ${
            isHue && !range
              ? html`<span class="swatch" data-forced-colors style="background:${hue(this.#shareOf("value"))}"></span>`
              : nothing
          }
          ${ends.map((hand) => this.#field(hand))}
        </div>
        ${this.#hands.map((hand) => {
          const whole = hand === "both";
          const share = this.#shareOf(hand);
          const color = isHue && !whole ? `;--fill:${hue(share)}` : "";
          return html`<div
            class="hand ${hand}"
            data-hand=${hand}
            role="slider"
            tabindex="0"
            style="${place(share, 46)}${color};rotate:${angleOf(scale, share)}deg"
            aria-label=${this.#label(hand)}
            aria-valuemin=${scale.start}
            aria-valuemax=${scale.stop}
            aria-valuenow=${this.#at(hand)}
            aria-valuetext=${whole ? texts.join(" – ") : texts[ends.indexOf(hand as End)]}
          ></div>`;
        })}
      </div>`;
  }

  /** Clockwise from the start of the scale, and mirrored for `math`. */
  #ring(isHue: boolean): string {
    const scale = this.#scale;
    const turns = scale.wrap ? 360 : 270;
    const [inside, outside] = isHue
      ? ["#0000", this.range ? "color-mix(in srgb,var(--bg) 75%,#0000)" : "#0000"]
      : ["var(--brand)", "var(--track)"];
    const low = this.range ? turns * this.#shareOf("low") : 0;
    const high = this.range ? low + turns * this.#length : scale.wrap ? 0 : turns * this.#shareOf("value");
    const stops =
      high > 360
        ? `${inside} ${high - 360}deg,${outside} 0 ${low}deg,${inside} 0`
        : `${outside} ${low}deg,${inside} 0 ${high}deg,${outside} 0 ${turns}deg,#0000 0`;
    const from = `from ${(this.math ? -1 : 1) * angleOf(scale, 0)}deg`;
    const hues = "red 0,yellow,lime,aqua,blue,magenta,red";
    return `conic-gradient(${from},${stops})${isHue ? `,conic-gradient(${from},${hues} ${turns}deg,#0000 0)` : ""}`;
  }

  #field(hand: End): TemplateResult {
    const scale = this.#scale;
    const { start: min, stop: max } = scale;
    const value = this.#at(hand);
    const { expected, read } = this.#format;
    return numberField({
      host: this,
      key: hand,
      label: this.#label(hand),
      value,
      text: this.#write(value),
      min,
      max,
      expected,
      parse: (text) => read(text, scale, this.unit),
      fit: (n) => typed(scale, n),
      move: (from, steps) => moved(scale, from, steps),
      commit: (n) => this.#set(this.#with(hand, n)),
    });
  }
}

/** The full colour of a hue, by its share of the circle. */
const hue = (share: number): string => `hsl(${360 * share} 100% 50%)`;

/** Degrees clockwise from the top, of the pointer round the middle. */
const angleAt = ({ x, y, width, height }: Drag): number => (Math.atan2(x - width / 2, height / 2 - y) * 180) / Math.PI;

const handOf = (event: Event): Hand | undefined =>
  originOf(event).closest<HTMLElement>(".hand")?.dataset.hand as Hand | undefined;

/** A hand has the focus already; without this the browser gives it to what is behind. */
const keepFocus = (event: Event): void => {
  if (!originOf(event).matches("input")) event.preventDefault();
};
