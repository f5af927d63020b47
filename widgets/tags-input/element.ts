import { html, nothing, type PropertyValues, type TemplateResult } from "../kit/lit.ts";
import { type Drag, DragController } from "../kit/controllers/drag.ts";
import { KeysController } from "../kit/controllers/keys.ts";
import { PopoverController } from "../kit/controllers/popover.ts";
import { widgetElement } from "../kit/element.ts";
import { prepare, search } from "../kit/fuzzy.ts";
import { back, forth, fresh, type History, record } from "../kit/history.ts";
import { icon } from "../kit/icon.ts";
import { clamp } from "../kit/steps.ts";
import { styles } from "./styles.ts";
import { compile, faults, join, keyOf, type Rules, split } from "./tags.ts";
import { traits } from "./traits.ts";

type Tags = readonly string[];

/** The most suggestions that are shown at once. */
const SHOWN = 50;

const CROSS = "m4 4 8 8M12 4l-8 8";
const BACK = "M6 3 2.8 6.2 6 9.4M3.2 6.2h6.3a3.6 3.6 0 0 1 0 7.2H6.4";
const FORTH = "m10 3 3.2 3.2L10 9.4m2.8-3.2H6.5a3.6 3.6 0 0 0 0 7.2h3.1";

/** Free tags: typed, pasted, suggested, put in order, corrected. */
export class TagsInputElement extends widgetElement(traits) {
  static override styles = styles;

  protected readonly keys = [
    new KeysController(
      this,
      {
        ArrowLeft: () => this.#go(this.#at - this.#way),
        ArrowRight: () => this.#go(this.#at + this.#way),
        "Alt+ArrowLeft": () => this.#shift(-this.#way),
        "Alt+ArrowRight": () => this.#shift(this.#way),
        Home: () => this.#go(0),
        End: () => this.#go(this.#tags.length - 1),
        Delete: () => this.#remove(this.#at),
        Backspace: () => this.#remove(this.#at, -1),
        Enter: () => this.#edit(this.#at),
        F2: () => this.#edit(this.#at),
        Escape: () => this.#enter(),
      },
      { within: "li" },
    ),
    new KeysController(this, {
      "Mod+z": () => this.#travel(back),
      "Mod+y": () => this.#travel(forth),
      "Mod+Shift+z": () => this.#travel(forth),
    }),
  ];
  readonly #menu = new PopoverController(this, {
    anchor: ".box",
    panel: ".menu",
    stretch: true,
    height: 240,
    changed: () => (this.#active = -1),
  });
  readonly #drag = new DragController(this, {
    start: ({ target, event }) => {
      // A finger is often taken to be on the cross: only what is let go there, unmoved, removes.
      this.#crossed = (event.target as Element).closest(".x") !== null;
      this.#at = this.#from = [...target.parentElement!.children].indexOf(target);
    },
    move: (drag) => this.#carry(drag),
    end: (_, { committed }) => {
      const [draft, at] = [this.#carried, this.#at];
      this.#carried = undefined;
      if (committed && !draft && this.#crossed) return this.#remove(at);
      if (!committed) this.#at = this.#from;
      else if (draft && at !== this.#from) this.#set(draft, this.#placed(at));
      this.#go(this.#at);
    },
  });

  /** All tags, those too that are wrong and wait for correction. */
  #tags: Tags = [];
  #carried: Tags | undefined;
  #history: History<Tags> = fresh();
  #sent = "";
  #rules: Rules = { most: 0, longest: 0, pattern: undefined, message: "" };
  #prepared = prepare([]);
  #spellings: ReadonlyMap<string, string> | undefined;
  /** The chip that has the focus, had it last, or is carried; where a drag took it. */
  #at = 0;
  #from = 0;
  #crossed = false;
  #draft = "";
  /** The tag that is being corrected in the field. */
  #edited: string | undefined;
  #hits: Tags = [];
  #active = -1;
  #note = "";
  #wrong = false;

  override willUpdate(changed: PropertyValues): void {
    const { value, pattern, max_tags, max_length } = this;
    if (changed.has("pattern") || !this.hasUpdated || changed.has("max_tags") || changed.has("max_length"))
      this.#rules = {
        most: max_tags ?? Infinity,
        longest: max_length ?? Infinity,
        pattern: compile(pattern),
        message: this.pattern_message || `Expected what fits the pattern ${pattern}.`,
      };
    if (changed.has("suggestions")) {
      this.#prepared = prepare(this.suggestions);
      this.#spellings = undefined;
      if (this.#menu.open) this.#look();
    }
    if (JSON.stringify(value) === this.#sent) return;
    this.#sent = JSON.stringify(value);
    this.#history = fresh();
    const before = this.#faults;
    const waiting = this.#tags.filter((_, index) => before[index]);
    this.#tags = this.hasUpdated ? join(value, waiting, value.length).tags : value;
  }

  get #faults(): readonly (string | undefined)[] {
    return faults(this.#tags, this.#rules);
  }

  get #way(): number {
    return getComputedStyle(this).direction === "rtl" ? -1 : 1;
  }

  get #field(): HTMLInputElement {
    return this.renderRoot.querySelector("input")!;
  }

  /** The place of the tag that is being corrected; past the end where a new one is typed. */
  get #place(): number {
    const index = this.#edited === undefined ? -1 : this.#tags.indexOf(this.#edited);
    return index < 0 ? this.#tags.length : index;
  }

  /** Looks for suggestions; gives whether there are any. */
  #look(): boolean {
    const taken = new Set(this.#tags.map(keyOf));
    const found = search(this.#prepared, this.#draft, SHOWN + taken.size).map((index) => this.suggestions[index]!);
    this.#hits = found.filter((tag) => !taken.has(keyOf(tag))).slice(0, SHOWN);
    return this.#hits.length > 0;
  }

  /** A tag as it is suggested, whatever the case it was typed in. */
  #spelled(tag: string): string {
    this.#spellings ??= new Map(this.suggestions.map((each) => [keyOf(each), each]));
    return this.#spellings.get(keyOf(tag)) ?? tag;
  }

  #say(note: string, wrong = false): void {
    this.#note = note;
    this.#wrong = wrong;
    this.requestUpdate();
  }

  #placed(index: number): string {
    return `Place ${index + 1} of ${this.#tags.length}.`;
  }

  /** Shows other tags as a step that can be taken back, and sends those that are right. */
  #set(tags: Tags, note: string): void {
    this.#history = record(this.#history, this.#tags);
    this.#send(tags, note);
  }

  #send(tags: Tags, note: string): void {
    this.#tags = tags;
    const problems = this.#faults;
    const value = tags.filter((_, index) => !problems[index]);
    const sent = JSON.stringify(value);
    if (sent !== JSON.stringify(this.value)) {
      this.#sent = sent;
      this.send({ value });
    }
    this.#say(note);
  }

  #travel(way: typeof back): boolean | void {
    if (this.#draft !== (this.#edited ?? "")) return false;
    const [history, tags] = way(this.#history, this.#tags) ?? [];
    if (!history) return this.#say(way === back ? "Nothing to undo." : "Nothing to redo.");
    this.#history = history;
    this.#close();
    this.#send(tags!, way === back ? "Undone." : "Done again.");
  }

  /** Goes to a chip; past the last one, to the field. */
  #go(index: number): void {
    if (index >= this.#tags.length) return this.#enter();
    this.#at = Math.max(0, index);
    const fault = this.#faults[this.#at];
    this.#say(fault ?? (this.#wrong ? "" : this.#note), fault !== undefined);
    this.updateComplete.then(() => this.renderRoot.querySelectorAll("li")[this.#at]?.focus());
  }

  #enter(): void {
    this.requestUpdate();
    this.updateComplete.then(() => this.#field.focus());
  }

  #shift(by: number): void {
    const to = this.#at + by;
    const tag = this.#tags[this.#at];
    if (!(to in this.#tags) || tag === undefined) return;
    this.#set(this.#tags.toSpliced(this.#at, 1).toSpliced(to, 0, tag), this.#placed(to));
    this.#go(to);
  }

  #remove(index: number, by = 0): void {
    const tag = this.#tags[index];
    if (tag === undefined) return;
    this.#set(this.#tags.toSpliced(index, 1), `Removed “${tag}”. Undo brings it back.`);
    const note = this.#note;
    this.#go(clamp(index + by, 0, Math.max(0, this.#tags.length - 1)));
    this.#say(note);
  }

  #edit(index: number): void {
    const tag = this.#tags[index];
    if (tag === undefined || (this.#draft !== (this.#edited ?? "") && !this.#commit())) return;
    this.#edited = this.#draft = tag;
    const fault = this.#faults[this.#place];
    this.#say(fault ?? "Enter keeps, Escape leaves it as it was.", fault !== undefined);
    this.updateComplete.then(() => {
      this.#field.focus();
      this.#field.select();
    });
  }

  /** Ends what is typed: the field is empty, and at the end. */
  #close(): void {
    this.#menu.hide();
    this.#edited = undefined;
    this.#draft = "";
  }

  /** Takes what is typed, or says what is wrong with it and keeps it. Gives whether it was taken. */
  #commit(text = this.#draft.trim()): boolean {
    const edited = this.#edited;
    const at = this.#place;
    const rest = edited === undefined ? this.#tags : this.#tags.toSpliced(at, 1);
    if (text === edited || (text === "" && edited === undefined)) {
      this.#close();
      this.#say("");
      return true;
    }
    const tag = this.#spelled(text);
    const { tags, known } = join(rest, text ? [tag] : [], at);
    const wrong = known.length ? `“${tag}” is there already.` : text ? faults(tags, this.#rules)[at] : undefined;
    if (wrong) {
      this.#say(wrong, true);
      return false;
    }
    this.#close();
    this.#set(tags, text ? "" : `Removed “${edited}”. Undo brings it back.`);
    return true;
  }

  /** Takes several tags at once. Wrong ones stay for correction as well; those that are there already do not. */
  #take(added: Tags): void {
    const right = added.map((tag) => this.#spelled(tag));
    const { tags, known } = join(this.#tags, right, this.#tags.length);
    const already = known.length ? `${known.map((tag) => `“${tag}”`).join(", ")} there already.` : "";
    if (tags.length > this.#tags.length) this.#set(tags, already);
    else this.#say(already);
  }

  #carry({ dx, dy, event }: Drag): void {
    if (!this.#carried && Math.hypot(dx, dy) < 5) return;
    const { clientX, clientY } = event;
    this.#carried ??= this.#tags;
    const items = [...this.renderRoot.querySelectorAll("li")];
    const over = items.findIndex((each) => {
      const { left, right, top, bottom } = each.getBoundingClientRect();
      return clientX >= left && clientX <= right && clientY >= top - 3 && clientY <= bottom + 3;
    });
    if (over >= 0 && over !== this.#at) {
      const { left, width } = items[over]!.getBoundingClientRect();
      // Past its middle only: a wide chip would jump to and fro.
      if (clientX > left + width / 2 === (over - this.#at) * this.#way > 0) {
        const tag = this.#carried[this.#at]!;
        this.#carried = this.#carried.toSpliced(this.#at, 1).toSpliced(over, 0, tag);
        this.#at = over;
      }
    }
    this.requestUpdate();
  }

  #type(event: InputEvent): void {
    this.#draft = (event.target as HTMLInputElement).value;
    this.#active = -1;
    this.#say("");
    if (event.data?.includes(",")) {
      const parts = split(this.#draft);
      this.#draft = parts.at(-1) ?? "";
      if (parts.length > 1) this.#take(parts.slice(0, -1));
      this.#commit();
    }
    if (this.#draft && this.#look()) this.#menu.show();
    else this.#menu.hide();
  }

  #paste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!/[,\t\r\n]/.test(text.trim())) return;
    event.preventDefault();
    this.#take(split(text));
  }

  #move(by: number): void {
    if (!this.#menu.open && !this.#look()) return;
    this.#menu.show();
    const count = this.#hits.length;
    this.#active = this.#active < 0 && by < 0 ? count - 1 : (this.#active + by + count) % count;
    this.requestUpdate();
    this.updateComplete.then(() =>
      this.renderRoot.querySelector(".menu [aria-selected=true]")?.scrollIntoView({ block: "nearest" }),
    );
  }

  /** The keys of the field. */
  #press(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const { key, altKey, ctrlKey, metaKey } = event;
    const { selectionStart, selectionEnd } = this.#field;
    const first = selectionStart === 0 && selectionEnd === 0;
    const before = key === (this.#way > 0 ? "ArrowLeft" : "ArrowRight") && !altKey && !ctrlKey && !metaKey;
    if (key === "Enter") {
      const hit = this.#hits[this.#active];
      if (hit === undefined) this.#commit();
      else this.#choose(hit);
    } else if (key === "ArrowDown" || key === "ArrowUp") this.#move(key === "ArrowDown" ? 1 : -1);
    else if (key === "Escape" && !this.#menu.open && this.#edited !== undefined) {
      const at = this.#place;
      this.#close();
      this.#say("");
      this.#go(at);
    } else if (key === "Backspace" && first && this.#edited !== undefined && !this.#draft) this.#commit();
    else if (first && this.#place > 0 && (before || (key === "Backspace" && !event.repeat))) this.#go(this.#place - 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #choose(tag: string): void {
    this.#draft = tag;
    this.#commit();
    this.#enter();
  }

  #leave(): void {
    // Another window is no other place: what is half typed stays.
    if (document.hasFocus() && !this.#wrong) this.#commit();
  }

  override render(): TemplateResult {
    const tags = this.#carried ?? this.#tags;
    const problems = faults(tags, this.#rules);
    const place = this.#place;
    const hits = this.#menu.open ? this.#hits : [];
    const wrong = problems.filter(Boolean).length;
    const name = this.label || "Tags";
    const n = (count: number) => count.toLocaleString();
    const { max_tags, pattern } = this;
    const one = tags.length - wrong === 1 && max_tags === null;
    const amount =
      `${n(tags.length - wrong)}${max_tags === null ? "" : ` of ${n(max_tags)}`} ${one ? "tag" : "tags"}` +
      `${wrong ? `, ${n(wrong)} to correct` : ""}` +
      `${pattern && !this.#rules.pattern ? ". Browsers do not know the pattern: it is not checked here." : ""}`;
    const { past, future } = this.#history;
    return html`${this.label && html`<label class="label" for="field">${this.label}</label>`}
      <div class="box" @pointerdown=${(event: Event) => event.target === event.currentTarget && this.#enter()}>
        <ul
          role="listbox"
          aria-label=${name}
          aria-orientation="horizontal"
          aria-describedby="how"
          @copy=${(event: ClipboardEvent) => {
            event.clipboardData?.setData("text/plain", tags.join(", "));
            event.preventDefault();
          }}
        >
          ${tags.map((tag, index) => this.#chip(tag, index, problems[index], place))}
        </ul>
        <input
          id="field"
          role="combobox"
          style="order:${2 * place}"
          aria-label=${this.#edited === undefined ? `Add to ${name}` : `Correct ${this.#edited}`}
          aria-describedby="note"
          aria-invalid=${this.#wrong && this.#draft !== ""}
          aria-autocomplete="list"
          aria-expanded=${this.#menu.open}
          aria-controls="menu"
          aria-activedescendant=${this.#active < 0 ? nothing : `hit-${this.#active}`}
          autocomplete="off"
          autocapitalize="off"
          enterkeyhint="done"
          placeholder=${tags.length ? "" : this.placeholder || "Add tags"}
          .value=${this.#draft}
          @input=${this.#type}
          @paste=${this.#paste}
          @keydown=${this.#press}
          @click=${() => !this.#draft && this.#look() && this.#menu.show()}
          @blur=${this.#leave}
        />
      </div>
      <div class="menu" id="menu" popover="manual" role="listbox" aria-label="Suggestions">
        ${hits.map(
          (hit, index) =>
            html`<div
              id="hit-${index}"
              role="option"
              aria-selected=${index === this.#active}
              @pointerdown=${(event: Event) => event.preventDefault()}
              @click=${() => this.#choose(hit)}
            >
              <span>${hit}</span>
            </div>`,
        )}
      </div>
      <div class="foot">
        <p id="note" class=${this.#wrong ? "wrong" : ""} role="status">
          ${this.#note || (hits.length ? `${n(hits.length)} suggestions` : amount)}
        </p>
        ${this.#button("Undo", BACK, past.length > 0, () => this.#travel(back))}
        ${this.#button("Redo", FORTH, future.length > 0, () => this.#travel(forth))}
        ${this.#button("Remove all", CROSS, tags.length > 0, () => this.#set([], "Removed all. Undo brings them back."))}
      </div>
      <div id="how" hidden>
        Enter corrects a tag, Delete removes it, Alt with arrows moves it, copying copies all.
      </div>`;
  }

  #chip(tag: string, index: number, problem: string | undefined, place: number): TemplateResult {
    const held = this.#carried && index === this.#at;
    return html`<li
      role="option"
      class="${problem ? "wrong" : ""} ${index === place ? "edited" : ""} ${held ? "held" : ""}"
      style="order:${2 * index + 1}"
      tabindex=${index === this.#at ? 0 : -1}
      aria-selected=${index === this.#at}
      aria-label=${problem ? `${tag}. Wrong: ${problem}` : tag || "Empty tag"}
      title=${problem ?? nothing}
      @focus=${() => this.#go(index)}
      @pointerdown=${this.#drag.down}
      @dblclick=${() => this.#edit(index)}
      @keydown=${(event: KeyboardEvent) => {
        if (/^[^ ]$/u.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) this.#field.focus();
      }}
    >
      <span>${tag}</span><span class="x" aria-hidden="true"></span>
    </li>`;
  }

  #button(name: string, path: string, can: boolean, act: () => void): TemplateResult {
    return html`<button aria-label=${name} title=${name} aria-disabled=${!can} @click=${() => can && act()}>
      ${icon(path)}
    </button>`;
  }
}
