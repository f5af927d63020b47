import { AnnounceController } from "../kit/controllers/announce.ts";
import { KeysController } from "../kit/controllers/keys.ts";
import { RovingController } from "../kit/controllers/roving.ts";
import { VirtualController } from "../kit/controllers/virtual.ts";
import { widgetElement } from "../kit/element.ts";
import { back, forth, fresh, type History, record } from "../kit/history.ts";
import { html, nothing, type PropertyValues, type TemplateResult } from "../kit/lit.ts";
import type { Json } from "../kit/traits.ts";
import { choose, type Choice, stateOf, toggle } from "./choice.ts";
import { copyText } from "./clipboard.ts";
import { adding, type Change, removing, renaming } from "./changes.ts";
import { draftOf, isTypeable, meant, moved, remake, replace } from "./edits.ts";
import { foot } from "./foot.ts";
import { commonKeys, historyKeys, type TreeActions, treeKeys } from "./keys.ts";
import { entries } from "./nodes.ts";
import { pointerOf, pythonOf, type Row } from "./rows.ts";
import { styles } from "./styles.ts";
import { traits } from "./traits.ts";
import { Tree } from "./tree.ts";
import { type Editor, editor, row, ROW, tools } from "./view.ts";

/** What a step takes back. */
interface Step {
  readonly data: Json;
  readonly selected: readonly string[];
}

/** Nested data: search, fold, select, copy paths, edit. Only what is unfolded becomes rows, only what is in sight is drawn. */
export class TreeExplorerElement extends widgetElement(traits) {
  static override styles = styles;

  readonly #tree = new Tree();
  readonly #announce = new AnnounceController(this);
  readonly #view = new VirtualController(this, {
    scroller: ".scroller",
    rowHeight: ROW,
    count: () => this.#tree.rows.length,
  });
  readonly #actions: TreeActions = {
    at: () => ({ current: this.#tree.index, last: this.#tree.rows.length - 1, page: this.#view.page }),
    go: (index) => this.#go(index),
    inward: () => (this.#tree.row.open ? this.#go(this.#tree.index + 1) : this.#turn([this.#tree.row], true)),
    outward: () => (this.#tree.row.open ? this.#turn([this.#tree.row], false) : this.#goTo(this.#tree.row.parent)),
    deep: (open) => this.#after(() => this.#tree.deep(this.#tree.row, open)),
    beside: () =>
      this.#turn(
        this.#tree.rows.filter(({ parent }) => parent === this.#tree.row.parent),
        true,
      ),
    pick: () => this.#pick(),
    pickAll: () => this.#pickAll(),
    enter: () => this.#enter(),
    copy: (what) => this.#copy(what),
    find: () => this.#find<HTMLInputElement>("[type=search]")?.select(),
    match: (by) => this.#match(by),
    edit: (kind) => this.#edit(kind),
    add: () => this.#add(),
    remove: () => this.#remove(),
    travel: (way) => this.#travel(way),
  };
  protected readonly controllers = [
    new KeysController(
      this,
      treeKeys(this.#actions, () => getComputedStyle(this).direction === "rtl"),
      {
        within: "[role=tree]",
      },
    ),
    new KeysController(this, commonKeys(this.#actions), { inFields: true }),
    new KeysController(this, historyKeys(this.#actions), { within: "[role=tree], .tools" }),
    new RovingController(this, { items: ".tools button", orientation: "horizontal" }),
  ];
  #choice: Choice = choose(null, []);
  #history: History<Step> = fresh();
  /** What was sent from here: all else comes from the notebook. */
  #own: Partial<Step> = {};
  #editing: (Editor & { readonly pointer: string; readonly added: boolean }) | undefined;
  #note: { readonly text: string; readonly wrong?: boolean } | undefined;

  override willUpdate(changed: PropertyValues): void {
    if (changed.has("depth") || !this.hasUpdated) this.#tree.unfold(this.depth);
    if (changed.has("data") || changed.has("name") || !this.hasUpdated) this.#tree.show(this.data, this.name || "data");
    if (changed.has("data") || changed.has("selected") || changed.has("select") || !this.hasUpdated) {
      if (this.data !== this.#own.data && this.selected !== this.#own.selected) this.#history = fresh();
      this.#choice = choose(this.data, this.select === "many" ? this.selected : []);
    }
    if (this.#editing && pointerOf(this.#tree.row) !== this.#editing.pointer) {
      this.#editing = undefined;
      this.#say("The notebook has taken out what was edited.");
    }
  }

  override render(): TemplateResult {
    const { rows, index, query } = this.#tree;
    const { first, last, height } = this.#view;
    const drawn = rows.slice(first, last).map((_, n) => first + n);
    // The current row is always there: the tree points to it.
    if (index < first) drawn.unshift(index);
    if (index >= last) drawn.push(index);
    const name = this.label || "Data";
    return html`
      ${this.label && html`<div class="label" aria-hidden="true" title=${this.label}>${this.label}</div>`}
      ${this.#head(name)}
      <div class="scroller" style="height:${this.height}px">
        <div
          role="tree"
          tabindex="0"
          style="height:${height}px"
          aria-label=${name}
          aria-multiselectable=${this.select === "many" ? "true" : nothing}
          aria-activedescendant="row-${index}"
          @focus=${() => this.#view.show(this.#tree.index)}
          @keydown=${(event: KeyboardEvent) => this.#type(event)}
          @click=${(event: MouseEvent) => this.#click(event)}
          @dblclick=${(event: MouseEvent) => this.#onRow(event) && this.#enter()}
        >
          ${drawn.map((at) => this.#rowAt(at))}
        </div>
        ${
          this.#editing
            ? editor(this.#tree.row, index, this.#editing, {
                wrong: this.#note?.wrong ?? false,
                boxed: this.select !== "none",
                end: (take, stay) => this.#endEdit(take, stay),
                input: (draft) => this.#draft(draft),
              })
            : nothing
        }
        ${query && !this.#tree.count ? html`<div class="none">No matches</div>` : nothing}
      </div>
      ${this.#foot()}
    `;
  }

  #rowAt(index: number): TemplateResult {
    const { rows, query } = this.#tree;
    const node = rows[index]!;
    const { select } = this;
    const pointer = select === "none" ? "" : pointerOf(node);
    const state = select === "many" ? stateOf(this.#choice, pointer) : select === "one" && this.selected[0] === pointer;
    return row(node, { index, current: index === this.#tree.index, select, state, values: this.show_values, query });
  }

  #head(name: string): TemplateResult {
    const { query, count, index } = this.#tree;
    const place = this.#tree.found.indexOf(index) + 1;
    const said = place ? `${place.toLocaleString()} of ${count.toLocaleString()}` : `${count.toLocaleString()} found`;
    return html`<div class="head">
      <input
        type="search"
        aria-label="Search ${name}"
        placeholder="Search keys and values"
        autocomplete="off"
        spellcheck="false"
        @input=${(event: Event) => this.#search((event.target as HTMLInputElement).value)}
        @keydown=${(event: KeyboardEvent) => this.#inSearch(event)}
      />
      <span class="tally">${query ? said : nothing}</span>
      ${tools("Matches", [
        { name: "Previous match", key: "Shift+F3", path: "M4 10l4-4 4 4", can: count > 0, act: () => this.#match(-1) },
        { name: "Next match", key: "F3", path: "M4 6l4 4 4-4", can: count > 0, act: () => this.#match(1) },
      ])}
      <select aria-label="Unfold" ?disabled=${query !== ""} @change=${(event: Event) => this.#unfold(event)}>
        <option value="">Unfold…</option>
        ${["Nothing", "1 level", "2 levels", "3 levels", "4 levels", "All"].map(
          (text, depth) => html`<option value=${depth}>${text}</option>`,
        )}
      </select>
    </div>`;
  }

  #foot(): TemplateResult {
    const { row: node } = this.#tree;
    return foot({
      note: this.#note,
      node,
      canUndo: this.#history.past.length > 0,
      canRedo: this.#history.future.length > 0,
      editable: this.editable,
      many: this.select === "many",
      count: this.#choice.count,
      tree: this.#actions,
    });
  }

  #find<E extends HTMLElement>(selector: string): E | null {
    return this.renderRoot.querySelector<E>(selector);
  }

  #focusTree(): void {
    this.#find("[role=tree]")?.focus({ preventScroll: true });
  }

  #say(text: string, wrong = false): void {
    this.#note = { text, wrong };
    this.#announce.say(text);
    this.requestUpdate();
  }

  /** Does something to the tree and shows the current row. */
  #after(work: () => void): void {
    this.#note = undefined;
    work();
    this.#view.show(this.#tree.index);
  }

  #go(index: number): void {
    this.#after(() => (this.#tree.index = Math.max(0, Math.min(index, this.#tree.rows.length - 1))));
  }

  #goTo(target: Row | undefined): void {
    if (target) this.#go(this.#tree.rows.indexOf(target));
  }

  #turn(rows: readonly Row[], open: boolean): void {
    this.#after(() => this.#tree.turn(rows, open));
  }

  #unfold({ target }: Event): void {
    const select = target as HTMLSelectElement;
    this.#after(() => this.#tree.unfold(select.value === "5" ? Infinity : Number(select.value)));
    select.value = "";
  }

  #search(text: string): void {
    this.#after(() => this.#tree.search(text));
    const { query, count } = this.#tree;
    this.#announce.say(query ? `${count.toLocaleString()} found` : "");
  }

  #inSearch(event: KeyboardEvent): void {
    const field = event.target as HTMLInputElement;
    if (event.isComposing) return;
    if (event.key === "Enter") this.#match(event.shiftKey ? -1 : 1);
    else if (event.key === "ArrowDown") this.#focusTree();
    else if (event.key === "Escape" && field.value) this.#search((field.value = ""));
    else return;
    event.preventDefault();
  }

  #match(by: 1 | -1): void {
    if (!this.#tree.count || !this.#tree.query) return;
    this.#after(() => this.#tree.match(by));
    const { found, index, count, row: node } = this.#tree;
    this.#announce.say(`${pythonOf(node)}, ${found.indexOf(index) + 1} of ${count}`);
  }

  #type(event: KeyboardEvent): void {
    const { key } = event;
    if ([...key].length > 1 || key === " " || key === "*" || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = this.#tree.type(key, event.timeStamp);
    if (at !== undefined) this.#go(at);
    event.preventDefault();
  }

  /** The row that an event is at becomes the current one. */
  #onRow({ target }: Event): boolean {
    const at = (target as Element).closest<HTMLElement>("[data-index]")?.dataset["index"];
    if (at !== undefined) this.#go(Number(at));
    return at !== undefined && !(target as Element).closest(".fold, .box");
  }

  #click(event: MouseEvent): void {
    const onText = this.#onRow(event);
    const { row: node } = this.#tree;
    if ((event.target as Element).closest(".fold")) this.#turn([node], !node.open);
    if ((event.target as Element).closest(".box") || (onText && this.select === "one")) this.#pick();
  }

  #enter(): void {
    const { row: node } = this.#tree;
    if (node.open !== undefined) this.#turn([node], !node.open);
    else if (this.editable) this.#edit("value");
    else this.#pick();
  }

  #copy(what: "path" | "pointer" | "value"): void {
    const { row: node } = this.#tree;
    const text =
      what === "path" ? pythonOf(node) : what === "pointer" ? pointerOf(node) : JSON.stringify(node.value, null, 2);
    const short = text.length > 80 ? `${text.slice(0, 80)}…` : text || '"" (the whole)';
    void copyText(text, this.renderRoot).then((done) =>
      this.#say(done ? `Copied ${short}` : "The browser lets nothing be copied here.", !done),
    );
  }

  #pick(): void {
    const pointer = pointerOf(this.#tree.row);
    if (this.select === "many") {
      this.#commit({ data: this.data, selected: toggle(this.data, this.#choice, pointer).list });
    } else if (this.select === "one") {
      this.#commit({ data: this.data, selected: this.selected[0] === pointer ? [] : [pointer] });
    }
  }

  /** Selects all, or all that a search has found; where that is selected already, nothing. */
  #pickAll(): void {
    if (this.select !== "many") return;
    const { query, rows, found } = this.#tree;
    const wanted = query ? found.map((at) => pointerOf(rows[at]!)) : [""];
    const all = wanted.every((each) => stateOf(this.#choice, each) === true);
    const kept = all
      ? query
        ? wanted.reduce((choice, each) => toggle(this.data, choice, each), this.#choice).list
        : []
      : [...this.#choice.list, ...wanted];
    this.#commit({ data: this.data, selected: choose(this.data, kept).list });
  }

  /** A step that a person made: shown, sent, and kept to be taken back. */
  #commit(next: Step): void {
    this.#history = record(this.#history, { data: this.data, selected: this.selected });
    this.#note = undefined;
    this.#put(next);
  }

  #put({ data, selected }: Step): void {
    this.#own = { data, selected };
    this.send({ ...(data === this.data ? {} : { data }), ...(selected === this.selected ? {} : { selected }) });
  }

  #travel(way: "undo" | "redo"): void {
    const now = { data: this.data, selected: this.selected };
    const there = way === "undo" ? back(this.#history, now) : forth(this.#history, now);
    if (!there) return this.#say(`Nothing to ${way}.`);
    [this.#history] = there;
    this.#put(there[1]);
    this.#say(way === "undo" ? "Undone." : "Done again.");
  }

  #edit(kind: Editor["kind"], added = false): void {
    const { row: node, index } = this.#tree;
    if (!this.editable || this.#editing) return;
    const isKey = kind === "key" && node.parent && typeof node.key === "string";
    if (!isKey && !isTypeable(node.value))
      return this.#say("Too long to be typed as a whole: edit what is in it.", true);
    this.#note = undefined;
    const draft = isKey ? String(node.key) : draftOf(node.value);
    this.#editing = { kind: isKey ? "key" : "value", draft, pointer: pointerOf(node), added };
    this.#view.show(index);
    void this.updateComplete.then(() => this.#find<HTMLInputElement>(".editor input")?.select());
  }

  #draft(draft: string): void {
    if (this.#editing) this.#editing = { ...this.#editing, draft };
    this.#note = undefined;
    this.requestUpdate();
  }

  /** Takes the draft, or leaves all as it was. A draft that cannot be taken stays, unless the focus has left. */
  #endEdit(take: boolean, stay: boolean): void {
    const editing = this.#editing;
    const { row: node } = this.#tree;
    if (!editing) return;
    let wrong = "";
    let work: (() => void) | undefined;
    if (take && editing.kind === "key") {
      const isTaken = entries(node.parent!.value).some(([key]) => key === editing.draft && key !== node.key);
      if (isTaken) wrong = `“${editing.draft}” is a key here already.`;
      else if (editing.draft !== node.key) work = () => this.#change(renaming(node, editing.draft));
    } else if (take) {
      try {
        const value = meant(editing.draft);
        if (JSON.stringify(value) !== JSON.stringify(node.value))
          work = () => this.#commit({ data: replace(this.data, editing.pointer, value), selected: this.selected });
      } catch {
        wrong = "This begins as JSON, but is none: a quote, bracket or comma is missing.";
      }
    }
    if (wrong && stay) return this.#say(wrong, true);
    this.#editing = this.#note = undefined;
    if (stay) this.#focusTree();
    this.requestUpdate();
    if (wrong) this.#say(`Left as it was. ${wrong}`);
    else if (!take && editing.added) this.#travel("undo");
    else work?.();
    if (take && !wrong && stay && editing.added && editing.kind === "key") this.#edit("value");
  }

  /** Adds a child to the current node, or a sibling after it, and asks for its key and value. */
  #add(): void {
    if (!this.editable || this.#editing) return;
    if (this.#tree.query) this.#search((this.#find<HTMLInputElement>("[type=search]")!.value = ""));
    const change = adding(this.#tree.row);
    if (!change) return;
    this.#change(change);
    this.#edit("key", true);
  }

  #remove(): void {
    const { row: node } = this.#tree;
    if (!this.editable || !node.parent) return;
    this.#change(removing(node));
    this.#say(`Removed ${pythonOf(node)}.`);
  }

  #change({ parent, make, move, key }: Change): void {
    const pointer = pointerOf(parent);
    const data = remake(this.data, pointer, make);
    const selected = moved(this.selected, pointer, move);
    this.#tree.move(pointer, move);
    this.#tree.reveal(parent);
    this.#commit({ data, selected: this.select === "many" ? choose(data, selected).list : selected });
    this.#tree.show(data, this.name || "data", key === undefined ? parent : { ...parent, key, parent });
    this.#view.show(this.#tree.index);
  }
}
