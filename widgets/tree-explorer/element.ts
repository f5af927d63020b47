import { keyName } from "../kit/controllers/keys.ts";
import { VirtualController } from "../kit/controllers/virtual.ts";
import { widgetElement } from "../kit/element.ts";
import { html, nothing, type PropertyValues, type TemplateResult } from "../kit/lit.ts";
import type { Json } from "../kit/traits.ts";
import { adding, type Change, changed, moved, removing, renaming, replace } from "./changes.ts";
import { choose, type Choice, stateOf, toggle } from "./choice.ts";
import { copyText } from "./clipboard.ts";
import { childOf, isContainer } from "./nodes.ts";
import { pointerOf, pythonOf, type Row } from "./rows.ts";
import { styles } from "./styles.ts";
import { traits } from "./traits.ts";
import { Tree } from "./tree.ts";
import { draftOf, meant, MOST } from "./typing.ts";
import { COPIES, type Editing, EDITS, editor, fieldOf, MATCHES, row, ROW, STEPS, tools } from "./view.ts";

/** How many steps can be taken back. */
const LIMIT = 200;

/** What a step takes back. */
interface Step {
  readonly data: Json;
  readonly selected: readonly string[];
}

/** Nested data: search, fold, select, copy paths, edit. Only what is unfolded becomes rows, only what is in sight is drawn. */
export class TreeExplorerElement extends widgetElement(traits) {
  static override styles = styles;

  readonly #tree = new Tree();
  readonly #view = new VirtualController(this, {
    scroller: ".scroller",
    rowHeight: ROW,
    count: () => this.#tree.rows.length,
  });
  /** Keys of the ARIA tree pattern, and what a tree of data needs beside them; buttons name what they do by its key. */
  readonly #keys: Readonly<Record<string, () => void>> = {
    ArrowUp: () => this.#by(-1),
    ArrowDown: () => this.#by(1),
    PageUp: () => this.#by(-this.#view.page),
    PageDown: () => this.#by(this.#view.page),
    Home: () => this.#by(-Infinity),
    End: () => this.#by(Infinity),
    ArrowRight: () => (this.#row.open ? this.#by(1) : this.#turn(true, this.#row)),
    ArrowLeft: () =>
      this.#row.open
        ? this.#turn(false, this.#row)
        : this.#by(this.#tree.rows.indexOf(this.#row.parent!) - this.#tree.index),
    "*": () => this.#turn(true, ...this.#tree.rows.filter(({ parent }) => parent === this.#row.parent)),
    Space: () => this.#pick(),
    "Mod+a": () => this.#pickAll(),
    Enter: () => this.#enter(),
    "Mod+c": () => this.#copy(pythonOf(this.#row)),
    "Alt+c": () => this.#copy(pointerOf(this.#row)),
    "Alt+v": () => this.#copy(JSON.stringify(this.#row.value, null, 2)),
    "Mod+f": () => this.#field.select(),
    F3: () => this.#match(1),
    "Shift+F3": () => this.#match(-1),
    "Alt+Enter": () => this.#edit("value"),
    F2: () => this.#edit("key"),
    "Mod+Enter": () => this.#add(),
    Insert: () => this.#add(),
    Delete: () => this.#remove(),
    Backspace: () => this.#remove(),
    "Mod+z": () => this.#travel(this.#past, this.#future),
    "Mod+y": () => this.#travel(this.#future, this.#past),
    "Mod+Shift+z": () => this.#travel(this.#future, this.#past),
  };
  #choice: Choice = choose(null, []);
  /** Steps that can be taken back and done again, newest last: immutable data shares what is the same. */
  #past: Step[] = [];
  #future: Step[] = [];
  /** What was sent from here: all else comes from the notebook. */
  #own: Partial<Step> = {};
  #editing: (Editing & { readonly pointer: string }) | undefined;
  /** A report, or what is wrong; the path of the current node stands there otherwise. */
  #note = "";
  #wrong = false;

  get #row(): Row {
    return this.#tree.row;
  }

  get #field(): HTMLInputElement {
    return this.renderRoot.querySelector("input")!;
  }

  override willUpdate(changed: PropertyValues): void {
    const { data, selected } = this;
    if (changed.has("depth")) this.#tree.unfold(this.depth);
    if (changed.has("data") || changed.has("name")) this.#tree.show(data, this.name);
    if (changed.has("data") || changed.has("selected") || changed.has("select")) {
      if (data !== this.#own.data || selected !== this.#own.selected) this.#past = this.#future = [];
      this.#own = { data, selected };
      this.#choice = choose(data, this.select === "many" ? selected : []);
    }
    if (this.#editing && pointerOf(this.#row) !== this.#editing.pointer) {
      this.#editing = undefined;
      this.#say("The notebook has taken out what was edited.");
    }
  }

  override render(): TemplateResult {
    const { label, select, editable } = this;
    const { rows, index, query, count, found } = this.#tree;
    const { first, last, height } = this.#view;
    const drawn = rows.slice(first, last).map((_, n) => first + n);
    // The current row is always there: the tree points to it.
    if (index < first || index >= last) drawn.push(index);
    const name = label || "Data";
    const inside = this.#row.parent !== undefined;
    const many = select === "many";
    const can = {
      F2: inside && typeof this.#row.key === "string",
      "Mod+Enter": inside || isContainer(this.#row.value),
      Delete: inside,
      "Mod+z": this.#past.length > 0,
      "Mod+y": this.#future.length > 0,
      F3: count > 0,
      "Shift+F3": count > 0,
    };
    const run = (key: string) => this.#keys[key]!();
    const path = pythonOf(this.#row);
    return html`
      ${label && html`<div class="label" aria-hidden="true">${label}</div>`}
      <div class="head">
        <input
          type="search"
          aria-label="Search ${name}"
          placeholder="Search"
          @input=${(event: Event) => this.#search(fieldOf(event).value)}
          @keydown=${(event: KeyboardEvent) => this.#inSearch(event)}
        />
        <span class="tally" role="status"
          >${query && (count ? `${found.indexOf(index) + 1} / ${count.toLocaleString()}` : "None")}</span
        >
        ${tools(MATCHES, can, run)}
        <select aria-label="Unfold" ?disabled=${query !== ""} @change=${(event: Event) => this.#unfold(fieldOf(event))}>
          <option value="">Unfold…</option>
          <option value="0">Nothing</option>
          <option value="1">1 level</option>
          <option value="2">2 levels</option>
          <option value="3">3 levels</option>
          <option value="Infinity">All</option>
        </select>
      </div>
      <div class="scroller" style="height:${this.height}px">
        <div
          role="tree"
          tabindex="0"
          style="height:${height}px"
          aria-label=${name}
          aria-multiselectable=${many}
          aria-activedescendant="row-${index}"
          @focus=${() => this.#view.show(this.#tree.index)}
          @keydown=${(event: KeyboardEvent) => this.#press(event)}
          @click=${(event: MouseEvent) => this.#click(event)}
          @dblclick=${(event: MouseEvent) => this.#click(event, true)}
        >
          ${drawn.map((at) => this.#rowAt(at))}
        </div>
        ${this.#editing && editor(this.#row, index, select !== "none", this.#wrong, this.#editing)}
      </div>
      <div class="foot">
        <div class="path" ?hidden=${this.#note}>${path}</div>
        <div id="note" role="status" class=${this.#wrong && "wrong"}>${this.#note}</div>
        ${tools([...COPIES, ...(editable ? EDITS : []), ...(editable || many ? STEPS : [])], can, run)}
        ${many ? html`<span>${this.#choice.count.toLocaleString()} selected</span>` : nothing}
      </div>
    `;
  }

  #rowAt(index: number): TemplateResult {
    const pointer = pointerOf(this.#tree.rows[index]!);
    const state = this.select === "many" ? stateOf(this.#choice, pointer) : this.selected[0] === pointer;
    return row(this.#tree, index, state, this);
  }

  #focusTree(): void {
    this.renderRoot.querySelector<HTMLElement>("[role=tree]")!.focus({ preventScroll: true });
  }

  #say(text: string, wrong = false): void {
    this.#note = text;
    this.#wrong = wrong;
    this.requestUpdate();
  }

  /** Shows the current row after the tree has changed. */
  #show(): void {
    this.#note = "";
    this.#wrong = false;
    this.#view.show(this.#tree.index);
  }

  #by(steps: number): void {
    this.#tree.index = Math.max(0, Math.min(this.#tree.index + steps, this.#tree.rows.length - 1));
    this.#show();
  }

  #turn(open: boolean, ...rows: Row[]): void {
    this.#tree.turn(rows, open);
    this.#show();
  }

  #unfold(field: HTMLInputElement): void {
    this.#tree.unfold(Number(field.value));
    field.value = "";
    this.#show();
  }

  #search(text: string): void {
    this.#tree.search(text);
    this.#show();
  }

  #inSearch(event: KeyboardEvent): void {
    const { key } = event;
    if (event.isComposing) return;
    if (key === "Enter") this.#match(event.shiftKey ? -1 : 1);
    else if (key === "ArrowDown") this.#focusTree();
    else if (key === "Escape" && this.#field.value) this.#search((this.#field.value = ""));
    else return;
    event.preventDefault();
  }

  #match(by: 1 | -1): void {
    if (!this.#tree.count) return;
    this.#tree.match(by);
    this.#show();
  }

  #press(event: KeyboardEvent): void {
    const name = keyName(event);
    const rtl =
      getComputedStyle(this).direction === "rtl" && { ArrowLeft: "ArrowRight", ArrowRight: "ArrowLeft" }[name];
    const act = this.#keys[rtl || name];
    if (act) act();
    else if ([...name].length > 1) return;
    else this.#by(this.#tree.type(name, event.timeStamp));
    event.preventDefault();
    event.stopPropagation();
  }

  #click({ target }: Event, twice = false): void {
    const part = (target as Element).closest(".fold, .box, .row");
    const onText = part?.matches(".row");
    if (!part) return;
    this.#by(+part.closest(".row")!.id.slice(4) - this.#tree.index);
    if (twice) {
      if (onText) this.#enter();
    } else if (part.matches(".fold")) this.#turn(!this.#row.open, this.#row);
    else if (!onText || this.select === "one") this.#pick();
  }

  #enter(): void {
    if (this.#row.open !== undefined) this.#turn(!this.#row.open, this.#row);
    else if (this.editable) this.#edit("value");
    else this.#pick();
  }

  #copy(text: string): void {
    void copyText(text).then((done) =>
      this.#say(done ? `Copied ${text.slice(0, 200)}` : "This page may not copy.", !done),
    );
  }

  #pick(): void {
    const pointer = pointerOf(this.#row);
    if (this.select === "many") this.#commit({ selected: toggle(this.data, this.#choice, pointer).list });
    if (this.select === "one") this.#commit({ selected: this.selected[0] === pointer ? [] : [pointer] });
  }

  /** Selects all, or all that a search has found; where that is selected already, nothing is. */
  #pickAll(): void {
    if (this.select !== "many") return;
    const { query, rows, found } = this.#tree;
    const wanted = query ? found.map((at) => pointerOf(rows[at]!)) : [""];
    const all = wanted.every((each) => stateOf(this.#choice, each) === true);
    this.#commit({ selected: choose(this.data, all ? [] : [...this.#choice.list, ...wanted]).list });
  }

  /** A step that a person made: shown, sent, and kept to be taken back. */
  #commit(next: Partial<Step>): void {
    const { data, selected } = this;
    this.#past = [...this.#past, { data, selected }].slice(-LIMIT);
    this.#future = [];
    this.#put({ data, selected, ...next });
  }

  /** Sends what is another: a reader of one need not run for the other. */
  #put(next: Step): void {
    const { data } = this;
    const selected = JSON.stringify(next.selected) === JSON.stringify(this.selected) ? this.selected : next.selected;
    this.#own = { data: next.data, selected };
    this.#note = "";
    this.send({ ...(next.data !== data && { data: next.data }), ...(selected !== this.selected && { selected }) });
  }

  #travel(from: Step[], to: Step[]): void {
    const { data, selected } = this;
    const there = from.pop();
    if (!there) return;
    to.push({ data, selected });
    this.#put(there);
  }

  #edit(wanted: Editing["kind"], added = false): void {
    const node = this.#row;
    if (!this.editable || this.#editing) return;
    const kind = wanted === "key" && node.parent && typeof node.key === "string" ? "key" : "value";
    const draft = kind === "key" ? String(node.key) : draftOf(node.value);
    if (draft.length > MOST && isContainer(node.value)) return this.#say("Too long to type.", true);
    this.#show();
    this.#editing = {
      kind,
      draft,
      pointer: pointerOf(node),
      end: (text, stay) => this.#endEdit(text, stay, added),
    };
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLInputElement>(".editor input")?.select());
  }

  /** Takes the text, or leaves all as it was. One that cannot be taken stays, unless the focus has left. */
  #endEdit(text: string | undefined, stay: boolean, added: boolean): void {
    const editing = this.#editing;
    const node = this.#row;
    if (!editing) return;
    let work: (() => void) | undefined;
    let wrong: string | undefined;
    const isKey = editing.kind === "key";
    if (text === undefined) work = added ? this.#keys["Mod+z"] : undefined;
    else if (isKey && text !== node.key) {
      if (childOf(node.parent!.value, text) !== undefined) wrong = `“${text}” is a key here already.`;
      else work = () => this.#change(renaming(node, text));
    } else if (!isKey && text !== editing.draft) {
      try {
        const data = replace(this.data, editing.pointer, meant(text));
        work = () => this.#commit({ data });
      } catch {
        wrong = "Not JSON: a quote, comma or bracket is missing.";
      }
    }
    if (wrong) this.#say(wrong, true);
    if (wrong && stay) return;
    this.#editing = undefined;
    if (stay) this.#focusTree();
    work?.();
    this.requestUpdate();
    if (text !== undefined && stay && added && isKey) this.#edit("value");
  }

  /** Adds a child to the current node, or a sibling after it, and asks for its key and value. */
  #add(): void {
    if (!this.editable || this.#editing) return;
    this.#search((this.#field.value = ""));
    const change = adding(this.#row);
    if (!change) return;
    this.#change(change);
    this.#edit("key", true);
  }

  #remove(): void {
    const node = this.#row;
    if (!this.editable || !node.parent) return;
    this.#change(removing(node));
    this.#say(`Removed ${pythonOf(node)}`);
  }

  #change({ parent, make, key }: Change): void {
    const pointer = pointerOf(parent);
    const [value, move] = changed(parent.value, make);
    const data = replace(this.data, pointer, value);
    const selected = moved(this.selected, pointer, move);
    this.#tree.move(pointer, move);
    this.#tree.reveal(parent);
    this.#commit({ data, selected: this.select === "many" ? choose(data, selected).list : selected });
    this.#tree.show(data, this.name, key === undefined ? parent : { ...parent, key, parent });
    this.#show();
  }
}
