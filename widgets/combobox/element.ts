import { AnnounceController } from "../kit/controllers/announce.ts";
import { keyName } from "../kit/controllers/keys.ts";
import { PopoverController } from "../kit/controllers/popover.ts";
import { VirtualController } from "../kit/controllers/virtual.ts";
import { widgetElement } from "../kit/element.ts";
import { back, forth, fresh, record } from "../kit/history.ts";
import { html, nothing, type PropertyValues, type TemplateResult } from "../kit/lit.ts";
import { marked } from "./marked.ts";
import { readOptions } from "./options.ts";
import { readList } from "./pasted.ts";
import { arrange, CREATE, heading, landing, noRows, position } from "./rows.ts";
import { ROW, styles } from "./styles.ts";
import { traits } from "./traits.ts";
import { amount, type Note, quote, summary, taken } from "./words.ts";

type Said = [text: string, kind?: Note["kind"]];

/** Chips that are drawn; the others are counted. */
const CHIPS = 40;
const CROSS = html`<span class="sign" aria-hidden="true">×</span>`;

/** One or many of up to 100,000 options, found by typing. */
export class ComboboxElement extends widgetElement(traits) {
  static override styles = styles;

  readonly #announce = new AnnounceController(this);
  readonly #popover = new PopoverController(this, {
    anchor: ".box",
    panel: ".panel",
    stretch: true,
    height: 660,
    changed: (open) => this.#turn(open),
  });
  readonly #list = new VirtualController(this, {
    scroller: ".list",
    rowHeight: ROW,
    count: () => this.#rows.rows.length,
  });
  #options = readOptions([]);
  #chosen: ReadonlySet<string> = new Set();
  #history = fresh<readonly string[]>();
  #rows = noRows;
  #active = -1;
  /** What is typed; undefined until a person types, while the field of a single choice shows that. */
  #query: string | undefined;
  /** Whether only what is chosen is listed. */
  #only = false;
  #note: Note | undefined;

  override willUpdate(changed: PropertyValues): void {
    if (changed.has("options")) this.#options = readOptions(this.options);
    if (changed.has("selected")) this.#chosen = new Set(this.selected);
    if (this.#popover.open && (changed.has("options") || changed.has("creatable"))) this.#arrange();
  }

  override render(): TemplateResult {
    const { open } = this.#popover;
    const name = this.label || "Options";
    const { first, last } = this.#list;
    const active = this.#active >= first && this.#active < last ? `row-${this.#active}` : nothing;
    const only = this.multiple ? "" : this.#name(this.selected[0]);
    const field = html`<input
      role="combobox"
      aria-label=${name}
      aria-expanded=${open}
      aria-controls="list"
      aria-autocomplete="list"
      aria-activedescendant=${active}
      aria-describedby="note how"
      autocomplete="off"
      spellcheck="false"
      placeholder=${this.selected.length && this.multiple ? "" : this.placeholder || "Search"}
      .value=${this.#query ?? only}
      @input=${({ target }: Event) => this.#search((target as HTMLInputElement).value)}
      @keydown=${this.#press}
      @paste=${this.#paste}
    />`;
    return html`
      ${this.label && html`<div class="label" aria-hidden="true">${this.label}</div>`}
      <div class="box ${this.selected.length > 12 ? "many" : ""}" @click=${this.#click} @keydown=${this.#walk}>
        <div id="chosen">${this.multiple ? this.#chips() : nothing}${field}</div>
        ${
          this.selected.length
            ? html`<button class="quiet" aria-label="Clear" title="Clear" @click=${this.#clear}>${CROSS}</button>`
            : nothing
        }
        <button class="quiet open" tabindex="-1" aria-label="Show options" aria-expanded=${open}>
          <span class="sign" aria-hidden="true">▾</span>
        </button>
      </div>
      ${this.#status("note", summary(this.selected.length, this.#options.values.length, this.min_selected, this.multiple ? this.#most : Infinity))}
      <div class="panel" popover="manual">
        <div
          class="list"
          id="list"
          role="listbox"
          tabindex="-1"
          aria-label=${name}
          aria-multiselectable=${this.multiple}
          style="max-height:${this.height}px"
          @mousedown=${(event: Event) => event.preventDefault()}
          @click=${this.#pick}
        >
          <div role="presentation" style="height:${this.#list.height}px;padding-top:${this.#list.before}px">
            ${this.#rows.rows.slice(first, last).map((row, at) => this.#row(row, first + at))}
          </div>
        </div>
        ${this.#rows.rows.length ? nothing : html`<div class="none">Nothing found</div>`}
        ${open ? this.#foot() : nothing}
      </div>
      <div id="how" hidden>
        Arrow keys go through the options, Enter chooses.
        ${this.multiple ? "A list can be pasted. Left arrow goes to what is chosen." : nothing}
      </div>
    `;
  }

  #chips(): TemplateResult[] {
    const rest = this.selected.length - CHIPS;
    const chips = this.selected.slice(0, CHIPS).map((value) => {
      const [text, known] = [this.#name(value), this.creatable || this.#options.find(value) >= 0];
      return html`<button
        class="chip ${known ? "" : "gone"}"
        tabindex="-1"
        aria-label="Remove ${text}"
        title=${known ? text : `${text} (no longer an option)`}
        @click=${() => this.#drop([value])}
      >
        <span>${text || "(empty)"}</span>${CROSS}
      </button>`;
    });
    const more = html`<button
      class="chip"
      tabindex="-1"
      aria-label="+${amount(rest)} more chosen"
      @click=${() => this.#show(true)}
    >
      +${amount(rest)}
    </button>`;
    return rest > 0 ? [...chips, more] : chips;
  }

  #row(row: number, at: number): TemplateResult {
    if (row < CREATE)
      return html`<div class="row group" role="presentation">${this.#options.groups[heading(row)]?.name}</div>`;
    const query = this.#query ?? "";
    const { labels, values, groups } = this.#options;
    const value = row === CREATE ? query.trim() : values[row]!;
    const label = labels[row] ?? "";
    const chosen = this.#chosen.has(value);
    return html`<div
      class="row ${at === this.#active ? "active" : ""}"
      id="row-${at}"
      role="option"
      aria-selected=${chosen}
      aria-setsize=${this.#rows.rows.length - this.#rows.headings.length}
      aria-posinset=${position(this.#rows, at)}
      aria-description=${groups[this.#options.group(row)]?.name || nothing}
      aria-disabled=${(this.multiple && !chosen && this.#room < 1) || nothing}
      title=${label || value}
    >
      <span class="tick">${chosen ? "✓" : row === CREATE ? "+" : ""}</span>
      <span class="text">${row === CREATE ? `Add ${quote(value)}` : marked(label, query)}</span>
      ${label && label !== value ? html`<span class="value">${marked(value, query)}</span>` : nothing}
    </div>`;
  }

  #foot(): TemplateResult {
    const { found } = this.#rows;
    const { values } = this.#options;
    const all =
      found.length > 0 && found.length <= this.#chosen.size && found.every((at) => this.#chosen.has(values[at]!));
    const act = () => {
      const them = found.map((at) => values[at]!);
      if (all) this.#drop(them);
      else this.#add(them);
    };
    return html`<div class="foot">
      ${this.#status(nothing, { text: `${amount(found.length)} of ${amount(values.length)} found` })}
      ${
        this.multiple
          ? html`<button aria-pressed=${this.#only} @click=${() => this.#show(!this.#only)}>Chosen only</button>
              <button @click=${act}>${all ? "Remove" : "Choose"} all ${amount(found.length)}</button>`
          : nothing
      }
    </div>`;
  }

  /** What is to be said, else what is so. */
  #status(id: string | typeof nothing, state: Note): TemplateResult {
    const { text, kind = "" } = this.#note ?? state;
    return html`<div class="note ${kind}">
      <span id=${id}>${text}</span>
      ${kind === "undo" ? html`<button @click=${() => this.#travel(back)}>Undo</button>` : nothing}
    </div>`;
  }

  /** Lists only what is chosen, or all. */
  #show(only: boolean): void {
    this.#popover.show();
    this.#only = only;
    this.#arrange();
  }

  get #most(): number {
    return this.max_selected ?? Infinity;
  }

  /** How many more can be chosen. */
  get #room(): number {
    return this.#most - this.selected.length;
  }

  #name(value = ""): string {
    return this.#options.labels[this.#options.find(value)] ?? value;
  }

  get #field(): HTMLInputElement {
    return this.renderRoot.querySelector("input")!;
  }

  #turn(open: boolean): void {
    this.#query = undefined;
    if (open) {
      this.#arrange();
      const at = this.multiple ? -1 : this.#rows.rows.indexOf(this.#options.find(this.selected[0] ?? ""));
      if (at >= 0) this.#go(at);
    } else {
      this.#only = false;
      this.#rows = noRows;
      this.#active = -1;
    }
  }

  /** Lists what the query finds; the best of it is the active row. */
  #arrange(): void {
    const query = this.#query ?? "";
    const text = query.trim();
    const { values, labels } = this.#options;
    const create = this.creatable && text !== "" && !this.#chosen.has(text) && this.#options.find(text) < 0;
    const only = this.#only ? (index: number) => this.#chosen.has(values[index]!) : undefined;
    this.#rows = arrange(this.#options, query, only, create && !labels.includes(text));
    this.#active = -1;
    if (text) this.#go(landing(this.#rows, 0, 1));
    else this.#list.show(0);
  }

  #search(text: string): void {
    this.#popover.show();
    this.#query = text;
    this.#arrange();
    this.#say(text && `${amount(this.#rows.found.length)} found`);
  }

  #go(row: number): void {
    this.#active = row;
    // With the first option its heading.
    this.#list.show(row === 1 ? 0 : row);
    this.requestUpdate();
  }

  /** Moves the active row; opens the list instead where it is closed. */
  #step(by: number): void {
    if (!this.#popover.open) return this.#popover.show();
    const last = this.#rows.rows.length - 1;
    const to = this.#active < 0 && by < 0 ? last : this.#active + by;
    // A page ends at the ends; one step goes round.
    this.#go(landing(this.#rows, Math.abs(by) > 1 ? Math.max(0, Math.min(to, last)) : to, by < 0 ? -1 : 1));
  }

  readonly #keys: Readonly<Record<string, (event: KeyboardEvent) => void | false>> = {
    ArrowDown: () => this.#step(1),
    ArrowUp: () => this.#step(-1),
    PageDown: () => this.#step(this.#list.page + 1),
    PageUp: () => this.#step(-this.#list.page - 1),
    "Mod+Home": () => this.#step(-Infinity),
    "Mod+End": () => this.#step(Infinity),
    "Alt+ArrowDown": () => this.#popover.show(),
    "Alt+ArrowUp": () => this.#popover.hide(),
    Enter: () => {
      if (this.#active >= 0) this.#take(this.#active);
      else if (!this.multiple && this.#query === "") this.#clear();
      else this.#popover.show();
    },
    Backspace: ({ repeat }) => {
      if (this.#field.value || !this.multiple) return false;
      if (!repeat) this.#drop(this.selected.slice(-1));
    },
    "Mod+z": () => this.#undo(back),
    "Mod+y": () => this.#undo(forth),
    "Mod+Shift+z": () => this.#undo(forth),
  };

  /** What is typed has an undo of its own. */
  #undo(way: typeof back): void | false {
    return this.#query ? false : this.#travel(way);
  }

  readonly #press = (event: KeyboardEvent): void => {
    const act = this.#keys[keyName(event)];
    if (!event.isComposing && act && act(event) !== false) event.preventDefault();
  };

  /** Arrows between the chips and the field; Delete removes a chip. */
  readonly #walk = (event: KeyboardEvent): void => {
    const places = [...this.renderRoot.querySelectorAll<HTMLElement>("#chosen > *")];
    const at = places.indexOf(event.target as HTMLElement);
    const field = this.#field;
    const typing = event.target === field;
    if (at < 0 || event.defaultPrevented || (typing && (field.selectionEnd! > 0 || event.shiftKey))) return;
    const forwards = getComputedStyle(this).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const { key } = event;
    if (/^Arrow(Left|Right)$/.test(key)) places[at + (key === forwards ? 1 : -1)]?.focus();
    else if (typing) return;
    else if (key === "Delete" || key === "Backspace") places[at]!.click();
    else return;
    event.preventDefault();
  };

  readonly #click = ({ target }: Event): void => {
    const on = target as Element;
    if (on.closest(".open")) this.#popover.toggle();
    else if (on.closest("button")) return;
    else this.#popover.show();
    this.#field.focus();
    if (!this.multiple) this.#field.select();
  };

  readonly #pick = ({ target }: Event): void => {
    const row = (target as Element).closest("[role=option]");
    if (row) this.#take(Number(row.id.slice(4)));
  };

  readonly #paste = (event: ClipboardEvent): void => {
    const reading = this.multiple && readList(event.clipboardData?.getData("text/plain") ?? "", this.#options);
    if (!reading) return;
    event.preventDefault();
    const { values, unknown } = reading;
    if (this.creatable) this.#add([...values, ...unknown]);
    else this.#add(values, unknown);
  };

  #take(at: number): void {
    const row = this.#rows.rows[at]!;
    const value = row === CREATE ? this.#query!.trim() : this.#options.values[row]!;
    const many = this.multiple;
    this.#active = at;
    if (many && this.#chosen.has(value)) this.#drop([value]);
    else if (many && this.#room < 1) this.#say(`${amount(this.#most)} at most.`, "wrong");
    else {
      if (!this.#chosen.has(value)) this.#set([...(many ? this.selected : []), value], `${this.#name(value)} chosen.`);
      // What is typed next replaces what has found this.
      this.#field.select();
      if (row === CREATE) this.#search("");
    }
    if (!many) this.#popover.hide();
  }

  /** Takes values out; the focus of a chip that goes moves on to the next. */
  #drop(values: readonly string[]): void {
    const chips = () => [...this.renderRoot.querySelectorAll<HTMLElement>(".chip")];
    const at = chips().findIndex((chip) => chip.matches(":focus"));
    const gone = new Set(values);
    const [first = "", ...others] = values;
    this.#set(
      this.selected.filter((value) => !gone.has(value)),
      `${others.length ? amount(values.length) : this.#name(first)} removed.`,
      others.length ? "undo" : undefined,
    );
    if (at >= 0) this.updateComplete.then(() => (chips()[at] ?? this.#field).focus());
  }

  readonly #clear = (): void => {
    this.#drop(this.selected);
    this.#query = undefined;
    if (this.#popover.open) this.#arrange();
    this.#field.focus();
  };

  /** Chooses values, as many as there is room for, and says what became of them. */
  #add(values: readonly string[], unknown: readonly string[] = []): void {
    const added = values.filter((value) => !this.#chosen.has(value));
    const fitting = added.slice(0, Math.max(0, this.#room));
    const { text, kind } = taken(fitting.length, unknown, added.length - fitting.length, this.#most);
    if (fitting.length) this.#set([...this.selected, ...fitting], text, kind);
    else this.#say(text, kind);
  }

  #set(selected: readonly string[], ...said: Said): void {
    this.#history = record(this.#history, this.selected);
    this.send({ selected });
    this.#say(...said);
  }

  #travel(way: typeof back): void {
    const step = way(this.#history, this.selected);
    if (!step) return this.#say("Nothing to undo.", "plain");
    this.#history = step[0];
    this.send({ selected: step[1] });
    this.#say(way === back ? "Undone." : "Done again.", "plain");
  }

  /** Says it aloud; what is of some kind is shown too. */
  #say(...[text, kind]: Said): void {
    this.#note = kind && { text, kind };
    this.#announce.say(text);
    this.requestUpdate();
  }
}
