import { html, nothing, type PropertyValues, type TemplateResult } from "../kit/lit.ts";
import { type Drag, DragController } from "../kit/controllers/drag.ts";
import { KeysController } from "../kit/controllers/keys.ts";
import { widgetElement } from "../kit/element.ts";
import { back, forth, fresh, type History, record } from "../kit/history.ts";
import { icon } from "../kit/icon.ts";
import { clamp } from "../kit/steps.ts";
import { another, clean, move } from "./colors.ts";
import { contrast } from "./contrast.ts";
import { tiles, visions } from "./figures.ts";
import { nameOf } from "./names.ts";
import { hexOf, type Lch, mapped, toLch } from "./oklch.ts";
import { colorsIn } from "./paste.ts";
import { styles } from "./styles.ts";
import { CHANNELS, moved, track, written } from "./tracks.ts";
import { traits } from "./traits.ts";

type Colors = readonly string[];
type InputIn = { readonly target: HTMLInputElement };

declare const EyeDropper: new () => { open(options: { signal: AbortSignal }): Promise<{ sRGBHex: string }> };

const MOST = 256;

/** One colour or a palette: in OKLCH, with its contrast and what other eyes see. */
export class PaletteElement extends widgetElement(traits) {
  static override styles = styles;

  protected readonly keys = [
    new KeysController(this, {
      "Mod+z": () => this.#travel(back),
      "Mod+y": () => this.#travel(forth),
      "Mod+Shift+z": () => this.#travel(forth),
    }),
    new KeysController(
      this,
      {
        "Alt+ArrowLeft": () => this.#shift(-this.#way),
        "Alt+ArrowRight": () => this.#shift(this.#way),
        Home: () => this.#go(0),
        End: () => this.#go(MOST),
        Delete: () => this.#remove(),
        Backspace: () => this.#remove(),
        "+": () => this.#add(),
      },
      { within: ".strip" },
    ),
  ];
  /** While a swatch is carried the palette waits for its drop. */
  readonly #drag = new DragController(this, {
    start: (drag) => {
      const index = this.#indexAt(drag);
      if (index < 0) return false;
      this.#at = this.#from = index;
      this.#typed = undefined;
    },
    move: (drag) => {
      if (!this.#draft && Math.abs(drag.dx) < 5) return;
      const colors = this.#colors;
      const to = clamp(this.#indexAt(drag), 0, colors.length - 1);
      this.#draft = move(colors, this.#at, to);
      this.#at = to;
      this.requestUpdate();
    },
    end: (_, { committed }) => {
      const draft = this.#draft;
      this.#draft = undefined;
      if (!committed) this.#at = this.#from;
      else if (draft && this.#at !== this.#from) this.#set(draft, this.#at, this.#placed(this.#at));
      this.#go(this.#at);
    },
  });

  #at = 0;
  #from = 0;
  /** What a drag or a slider shows before it is let go, whatever the notebook sets meanwhile. */
  #draft: Colors | undefined;
  /** What the sliders stand at, for the colour that came of it: a grey keeps its hue, a mapped colour its chroma. */
  #wanted: { readonly hex: string; readonly lch: Lch } | undefined;
  #history: History<Colors> = fresh();
  /** Steps of one slider that is not left between are one step to take back. */
  #series = "";
  #sent = "";
  #typed: string | undefined;
  #wrong = false;
  #note = "";

  override willUpdate(changed: PropertyValues): void {
    if (changed.has("value") && String(this.value) !== this.#sent) {
      this.#history = fresh();
      this.#sent = "";
    }
    this.#at = clamp(this.#at, 0, Math.max(0, this.#colors.length - 1));
  }

  get #colors(): Colors {
    return this.#draft ?? this.value.map(clean);
  }

  get #most(): number {
    return this.max_colors ?? MOST;
  }

  get #way(): number {
    return getComputedStyle(this).direction === "rtl" ? -1 : 1;
  }

  get #lch(): Lch {
    const hex = this.#colors[this.#at] ?? "#808080";
    return this.#wanted?.hex === hex ? this.#wanted.lch : toLch(hex);
  }

  #say(note: string, wrong = false): void {
    this.#note = note;
    this.#wrong = wrong;
    this.requestUpdate();
  }

  /** Sends other colours as a step that can be taken back, and goes to one of them. */
  #set(colors: Colors, at: number, note: string): void {
    this.#history = record(this.#history, this.#colors);
    this.#series = "";
    this.#send(colors, at, note);
  }

  #send(colors: Colors, at: number, note: string): void {
    this.#at = clamp(at, 0, Math.max(0, colors.length - 1));
    this.#typed = undefined;
    this.#sent = String(colors);
    this.send({ value: colors });
    this.#say(note);
  }

  #travel(way: typeof back): boolean | void {
    if (this.#typed !== undefined) return false;
    const [history, colors] = way(this.#history, this.#colors) ?? [];
    if (!history) return this.#say(way === back ? "Nothing to undo." : "Nothing to redo.");
    const changed = colors!.findIndex((hex, index) => hex !== this.#colors[index]);
    this.#history = history;
    this.#series = "";
    this.#send(colors!, changed < 0 ? this.#at : changed, way === back ? "Undone." : "Done again.");
  }

  #go(index: number): void {
    this.#at = clamp(index, 0, this.#colors.length - 1);
    this.#typed = undefined;
    this.#say("");
    this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(".strip :checked")?.focus());
  }

  #placed(index: number): string {
    return `Place ${index + 1} of ${this.#colors.length}.`;
  }

  #shift(by: number): void {
    const to = this.#at + by;
    if (to in this.#colors) this.#set(move(this.#colors, this.#at, to), to, this.#placed(to));
  }

  #add(): void {
    const colors = this.#colors;
    if (colors.length >= this.#most) return this.#say(`Full: at most ${this.#most} colours.`);
    const hex = another(colors);
    const at = colors.length ? this.#at + 1 : 0;
    this.#set(colors.toSpliced(at, 0, hex), at, `Added ${nameOf(hex)}.`);
  }

  #remove(): void {
    const colors = this.#colors;
    const gone = colors[this.#at];
    if (!gone) return;
    if (colors.length <= this.min_colors) return this.#say(`At least ${this.min_colors} must stay.`);
    const within = this.renderRoot.querySelector(".strip:focus-within");
    this.#set(colors.toSpliced(this.#at, 1), this.#at, `Removed ${nameOf(gone)}. Undo brings it back.`);
    const note = this.#note;
    if (within) this.#go(this.#at);
    this.#say(note);
  }

  /** Puts colours in the place of this one; those that there is no room for are left out, and told. */
  #take(found: Colors): void {
    const colors = this.#colors;
    const room = this.#most - Math.max(0, colors.length - 1);
    const over = found.length - room;
    const left = over > 0 ? ` ${over} left out: at most ${this.#most}.` : "";
    const put = found.slice(0, Math.max(0, room));
    const note = found.length > 1 ? `${put.length} colours put in.${left}` : nameOf(found[0]!);
    this.#set(colors.toSpliced(this.#at, 1, ...put), this.#at, note);
  }

  #type(text: string): void {
    if (this.#typed === undefined) return;
    const found = this.#read(text);
    if (found.length) this.#take(found);
    else this.#say(`“${text.slice(0, 40)}” is no colour. Expected such as #0e72b1, teal or oklch(55% 0.14 245).`, true);
  }

  #read(text: string): Colors {
    return colorsIn(text, this.renderRoot.querySelector<HTMLElement>(".probe")!);
  }

  #paste(event: ClipboardEvent): void {
    const found = this.#read(event.clipboardData?.getData("text/plain") ?? "");
    if (found.length < 2) return;
    event.preventDefault();
    this.#take(found);
  }

  async #pick(): Promise<void> {
    try {
      const { sRGBHex } = await new EyeDropper().open({ signal: this.connected });
      this.#take(this.#read(sRGBHex));
    } catch {
      this.#say("No colour was picked.");
    }
  }

  #slide(channel: number, x: number): void {
    const lch = moved(this.#lch, channel, x);
    const hex = hexOf(lch);
    const series = `${this.#at} ${channel}`;
    if (this.#series !== series) this.#history = record(this.#history, this.#colors);
    this.#series = series;
    this.#wanted = { hex, lch };
    this.#draft = this.#colors.with(this.#at, hex);
    if (this.live) this.#send(this.#draft, this.#at, "");
    this.requestUpdate();
  }

  #settle(): void {
    const draft = this.#draft;
    if (!draft || this.#drag.active) return;
    this.#draft = undefined;
    if (String(draft) !== String(this.value)) this.#send(draft, this.#at, "");
    this.requestUpdate();
  }

  /** The place of the swatch at a point of the strip. */
  #indexAt({ x, width, target }: Drag): number {
    const swatches = [...target.querySelectorAll(".swatch")];
    const { left } = target.getBoundingClientRect();
    const at = clamp(x, 5, width - 5) + left;
    return swatches.findIndex((each) => {
      const box = each.getBoundingClientRect();
      return at >= box.left && at < box.right;
    });
  }

  override render(): TemplateResult {
    const colors = this.#colors;
    const hex = colors[this.#at];
    const single = this.#most === 1;
    const name = this.label || (single ? "Colour" : "Palette");
    return html`${this.label && html`<div class="label" aria-hidden="true">${this.label}</div>`}
      ${single ? nothing : this.#strip(name, colors)}
      <div class="bar">
        ${this.#tools(colors, single)}
        <p class="note ${this.#wrong ? "wrong" : ""}" id="note" role="status">${this.#note}</p>
      </div>
      <div class="columns">
        <div role="group" aria-label=${name}>${this.#editor(hex, single)}</div>
        ${tiles(hex ?? "#808080", this.backgrounds)}
      </div>
      ${visions(colors)}<i class="probe" hidden></i>`;
  }

  #strip(name: string, colors: Colors): TemplateResult {
    return html`<div
      class="strip ${colors.length > 10 ? "many" : ""}"
      role="radiogroup"
      aria-label=${name}
      @pointerdown=${this.#drag.down}
    >
      ${colors.map((hex, index) => {
        const text = contrast(hex, "#ffffff") > contrast(hex, "#000000") ? "#fff" : "#000";
        return html`<label class="swatch" data-forced-colors style="background:${hex};color:${text}"
          ><input
            type="radio"
            name="at"
            aria-label="${index + 1}: ${nameOf(hex)}, ${hex}"
            .checked=${index === this.#at}
            @change=${() => this.#go(index)}
          /><span aria-hidden="true">${index + 1}</span></label
        >`;
      })}
      ${colors.length ? nothing : html`<p class="none">No colours yet</p>`}
    </div>`;
  }

  #tools(colors: Colors, single: boolean): unknown {
    const { past, future } = this.#history;
    const at = this.#at;
    const way = this.#way;
    return (
      [
        [!single, "Add", "+", "M8 3v10M3 8h10", colors.length < this.#most, () => this.#add()],
        [!single, "Remove", "Delete", "M3 8h10", colors.length > this.min_colors, () => this.#remove()],
        [!single, "Move left", "Alt+←", "M13 8H3m4-4L3 8l4 4", at - way in colors, () => this.#shift(-way)],
        [!single, "Move right", "Alt+→", "M3 8h10M9 4l4 4-4 4", at + way in colors, () => this.#shift(way)],
        [
          "EyeDropper" in globalThis,
          "Pick from the screen",
          "Escape leaves",
          "M10.6 3.2a1.6 1.6 0 0 1 2.3 2.3l-1.7 1.7-2.3-2.3zM7.8 4l4.3 4.3M8.7 5.5 3.5 10.7 3 13l2.3-.5 5.2-5.2",
          true,
          () => this.#pick(),
        ],
        [
          true,
          "Undo",
          "Ctrl+Z",
          "M6 3 2.8 6.2 6 9.4M3.2 6.2h6.3a3.6 3.6 0 0 1 0 7.2H6.4",
          past.length,
          () => this.#travel(back),
        ],
        [
          true,
          "Redo",
          "Ctrl+Y",
          "m10 3 3.2 3.2L10 9.4m2.8-3.2H6.5a3.6 3.6 0 0 0 0 7.2h3.1",
          future.length,
          () => this.#travel(forth),
        ],
      ] as const
    ).map(([there, name, key, path, can, act]) =>
      there
        ? html`<button
            class="quiet"
            aria-label=${name}
            title="${name} (${key})"
            aria-disabled=${!can}
            @click=${() => can && act()}
          >
            ${icon(path)}
          </button>`
        : nothing,
    );
  }

  #editor(hex: string | undefined, single: boolean): TemplateResult {
    const lch = this.#lch;
    const shown = mapped(lch)[1];
    return html`<div class="entry">
        ${single ? html`<span class="one" data-forced-colors style="background:${hex ?? "none"}"></span>` : nothing}
        <input
          class="text"
          aria-label="Colour: hex or any CSS notation"
          aria-describedby="note"
          aria-invalid=${this.#wrong}
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          enterkeyhint="done"
          .value=${this.#typed ?? hex ?? ""}
          @input=${({ target }: InputIn) => {
            this.#typed = target.value;
            if (this.#wrong) this.#say("");
          }}
          @change=${({ target }: InputIn) => this.#type(target.value)}
          @paste=${this.#paste}
          @keydown=${(event: KeyboardEvent & InputIn) => {
            if (event.key !== "Escape") return;
            this.#typed = undefined;
            event.target.value = hex ?? "";
            this.#say("");
          }}
        />
        <span>${hex ? nameOf(hex) : nothing}</span>
      </div>
      ${CHANNELS.map(
        ({ name, max, step }, channel) =>
          html`<label class="slider"
            >${name}
            <input
              type="range"
              min="0"
              max=${max}
              step=${step}
              style="--track:${track(lch, channel)};--thumb:${hex ?? "none"}"
              aria-valuetext=${written(channel, lch[channel]!)}
              ?disabled=${!hex}
              .value=${String(lch[channel])}
              @pointerdown=${() => (this.#series = "")}
              @input=${({ target }: InputIn) => this.#slide(channel, target.valueAsNumber)}
              @change=${this.#settle}
              @pointerup=${this.#settle}
              @blur=${() => {
                this.#settle();
                this.#series = "";
              }}
            /><output>${written(channel, lch[channel]!)}</output></label
          >`,
      )}
      <div class="gamut">
        ${
          lch[1] - shown > 5e-4
            ? `Outside sRGB: shown with chroma ${written(1, shown)}.`
            : "Inside sRGB. Hatched: outside it."
        }
      </div>`;
  }
}
