import { html, nothing, type PropertyValues, type TemplateResult } from "../kit/lit.ts";
import { AnnounceController } from "../kit/controllers/announce.ts";
import { KeysController } from "../kit/controllers/keys.ts";
import { RovingController } from "../kit/controllers/roving.ts";
import { widgetElement } from "../kit/element.ts";
import { adder } from "./adder.ts";
import { draftProblem, editor, placeEditor } from "./editor.ts";
import { admit } from "./entries.ts";
import { icons } from "./icons.ts";
import { type Item, place, texts } from "./items.ts";
import { RowDrag } from "./row-drag.ts";
import { historyKeys, type ListActions, listKeys } from "./list-keys.ts";
import { Rows } from "./rows.ts";
import { styles } from "./styles.ts";
import { toolbar } from "./tools.ts";
import { traits } from "./traits.ts";
import { admitted, amount, type Note, position, quote } from "./words.ts";

/** An ordered list of texts: reorder, add, edit in place, remove, undo; by pointer, touch and keys. */
export class SortableListElement extends widgetElement(traits) {
  static override styles = styles;

  readonly #rows = new Rows();
  readonly #announce = new AnnounceController(this);
  readonly #drag = new RowDrag(this, {
    stage: () => ({ scroller: this.#find(".scroller")!, list: this.#find("ul")!, slot: this.#find(".slot")! }),
    press: (index, event) => this.#press(index, event),
    lift: (index) => this.#grab(index),
    over: (index) => this.#say(this.#position(index)),
    drop: (index) => {
      if (index !== undefined) this.#rows.carry(index);
      this.#drop(index !== undefined);
    },
  });
  readonly #actions: ListActions = {
    at: () => ({ current: this.#rows.current, last: this.#rows.items.length - 1 }),
    grabbed: () => this.#grabbed,
    go: (index) => this.#go(index),
    moveTo: (index) => this.#moveTo(index),
    grab: () => this.#grab(this.#rows.current),
    drop: (kept) => this.#drop(kept),
    edit: () => this.#edit(),
    remove: () => this.#remove(),
    travel: (way) => this.#travel(way),
  };
  protected readonly controllers = [
    new KeysController(this, listKeys(this.#actions), { within: "ul" }),
    new KeysController(this, historyKeys(this.#actions.travel), { within: "ul, .foot" }),
    new RovingController(this, { items: ".tools button", orientation: "horizontal" }),
  ];
  #grabbed = false;
  #editing: { readonly key: number; draft: string } | undefined;
  #note: Note | undefined;

  override willUpdate(changed: PropertyValues): void {
    if (changed.has("value")) this.#rows.receive(this.value);
  }

  override render(): TemplateResult {
    const { items, current } = this.#rows;
    const name = this.label || "Sortable list";
    return html`
      ${this.label && html`<div class="label" aria-hidden="true">${this.label}</div>`}
      <div class="frame ${this.#drag.active ? "dragging" : ""}" style="--digits:${String(items.length).length}">
        <div class="scroller" style="max-height:${this.height}px">
          <div class="slot" hidden></div>
          <ul
            class=${items.length > 500 ? "many" : ""}
            role="listbox"
            tabindex="0"
            aria-label=${name}
            aria-describedby="how"
            aria-activedescendant=${current < 0 ? nothing : `row-${current}`}
            @pointerdown=${this.#drag.down}
            @click=${this.#click}
            @dblclick=${() => this.#edit()}
            @blur=${() => this.#drop(true)}
          >
            ${items.map((item, index) => this.#row(item, index))}
          </ul>
          ${this.#editor()} ${items.length === 0 ? html`<div class="empty">No items yet</div>` : nothing}
        </div>
        ${this.addable ? this.#adder() : nothing}
      </div>
      <div class="foot">${this.#status()} ${this.#tools()}</div>
      <div id="how" hidden>
        Space grabs the item, arrows move it, Space drops it, Escape puts it back. Alt with arrows moves at once.
        ${this.editable ? "Enter edits." : nothing} ${this.removable ? "Delete removes." : nothing}
      </div>
    `;
  }

  override updated(): void {
    placeEditor(this.renderRoot);
  }

  #row({ key, text }: Item, index: number): TemplateResult {
    const current = index === this.#rows.current;
    const edited = key === this.#editing?.key;
    const shown = edited ? `${this.#editing?.draft}\u200b` : text;
    return html`<li
      id="row-${index}"
      role="option"
      aria-selected=${current}
      class=${edited ? "edited" : this.#grabbed && current ? "grabbed" : ""}
    >
      <span class="grip">${icons.grip}</span>
      <span class="number" aria-hidden="true">${this.numbered ? (index + 1).toLocaleString() : nothing}</span>
      <span class="text ${shown ? "" : "none"}">${shown || "(empty)"}</span>
      ${this.removable ? html`<span class="cross" aria-hidden="true">${icons.remove}</span>` : nothing}
    </li>`;
  }

  #editor(): TemplateResult | typeof nothing {
    if (!this.#editing) return nothing;
    return editor({
      name: `Edit: ${this.#position()}`,
      draft: this.#editing.draft,
      wrong: this.#note?.kind === "wrong",
      input: (draft) => this.#draft(draft),
      end: ({ take, stay }) => this.#endEdit(take, stay),
    });
  }

  #adder(): TemplateResult {
    const full = this.max_items !== null && this.#rows.items.length >= this.max_items;
    return adder({
      name: `Add an item${this.label && ` to ${this.label}`}`,
      placeholder: full ? `Full: ${amount(this.max_items ?? 0)} at most` : this.placeholder || "Add an item",
      disabled: full,
      add: (wanted) => this.#add(wanted),
      undo: () => this.#travel("undo"),
    });
  }

  #status(): TemplateResult {
    const { text, kind } = this.#note ?? { text: amount(this.#rows.items.length) };
    return html`<div class="note ${kind ?? ""}">
      <span id="note">${text}</span>
      ${kind === "undo" ? html`<button class="back" @click=${() => this.#travel("undo")}>Undo</button>` : nothing}
    </div>`;
  }

  #tools(): TemplateResult {
    const { items, current, canUndo, canRedo } = this.#rows;
    const has = current >= 0;
    const move = (by: number) => () => this.#moveTo(current + by);
    const last = items.length - 1;
    const edit = { name: "Edit", key: "Enter", icon: "edit", can: has, act: this.#actions.edit } as const;
    const remove = { name: "Remove", key: "Delete", icon: "remove", can: has, act: this.#actions.remove } as const;
    return toolbar([
      { name: "Move up", key: "Alt+↑", icon: "up", can: current > 0, act: move(-1) },
      { name: "Move down", key: "Alt+↓", icon: "down", can: current < last, act: move(1) },
      ...(this.editable ? [edit] : []),
      ...(this.removable ? [remove] : []),
      { name: "Undo", key: "Ctrl+Z", icon: "undo", can: canUndo, act: () => this.#travel("undo") },
      { name: "Redo", key: "Ctrl+Y", icon: "redo", can: canRedo, act: () => this.#travel("redo") },
    ]);
  }

  #press(index: number, { target, pointerType }: PointerEvent): boolean {
    const on = (selector: string) => (target as Element).closest(selector) !== null;
    if (this.#editing || on(".cross") || (pointerType === "touch" && !on(".grip"))) return false;
    this.#drop(true);
    this.#rows.current = index;
    return true;
  }

  /** A tap by a finger, or a press on the cross; a mouse has made the row the current one already. */
  #click(event: Event): void {
    const row = (event.target as Element).closest("li");
    if (!row) return;
    this.#rows.current = [...(row.parentElement?.children ?? [])].indexOf(row);
    if ((event.target as Element).closest(".cross")) this.#remove();
    this.requestUpdate();
  }

  #go(index: number): void {
    if (this.#grabbed) {
      this.#rows.carry(index);
      this.#say(this.#position());
    } else this.#rows.current = index;
    this.#show();
  }

  #moveTo(index: number): void {
    if (this.#grabbed) return this.#go(index);
    if (this.#rows.move(this.#rows.current, index)) this.#commit();
    this.#announce.say(this.#position());
    this.#show();
  }

  #grab(index: number): void {
    const item = this.#rows.items[index];
    if (!item) return;
    this.#rows.hold(index);
    this.#grabbed = true;
    this.#say(`${quote(item.text)}, grabbed. ${this.#position(index)}.`);
  }

  #drop(kept: boolean): void {
    if (!this.#grabbed) return;
    this.#grabbed = false;
    const { held } = this.#rows;
    if (this.#rows.drop(kept)) this.#commit();
    const there = place(this.#rows.items, held);
    const where = there < 0 ? "The notebook has taken it out." : `${this.#position(there)}.`;
    this.#say(`${kept ? "Dropped" : "Put back"}. ${where}`);
    this.#show();
  }

  #edit(): void {
    const item = this.#rows.items[this.#rows.current];
    if (!item || !this.editable || this.#grabbed || this.#editing) return;
    this.#rows.hold(this.#rows.current);
    this.#editing = { key: item.key, draft: item.text };
    this.#note = undefined;
    this.requestUpdate();
    this.updateComplete.then(() => this.#find<HTMLTextAreaElement>(".editor")?.select());
  }

  #draft(draft: string): void {
    if (this.#editing) this.#editing.draft = draft;
    this.#note = undefined;
    this.requestUpdate();
  }

  /** Takes the draft, or leaves the text as it was. A draft that cannot be taken stays, unless the focus has left. */
  #endEdit(take: boolean, stay: boolean): void {
    const editing = this.#editing;
    if (!editing) return;
    const draft = editing.draft.trim();
    const others = texts(this.#rows.items.filter((item) => item.key !== editing.key));
    const wrong = draftProblem(draft, others, this.unique);
    const was = this.#rows.items[place(this.#rows.items, editing.key)]?.text;
    const unchanged = editing.draft === was;
    if (take && stay && !unchanged && wrong) return this.#say(wrong, "wrong");
    this.#editing = undefined;
    if (this.#rows.edit(take && !unchanged && !wrong ? draft : undefined)) this.#commit();
    const gone = place(this.#rows.items, editing.key) < 0;
    this.#note = gone ? { text: `The notebook has taken ${quote(was ?? "")} out.` } : undefined;
    this.requestUpdate();
    if (stay) this.#find("ul")?.focus();
  }

  #remove(): void {
    const item = this.#rows.items[this.#rows.current];
    if (!item || !this.removable || this.#grabbed || !this.#rows.remove(this.#rows.current)) return;
    this.#commit();
    this.#say(`Removed ${quote(item.text)}.`, "undo");
    this.#show();
  }

  /** Adds at the end and shows it. Gives whether any text was taken. */
  #add(wanted: readonly string[]): boolean {
    const admission = admit(wanted, texts(this.#rows.items), { maxItems: this.max_items, unique: this.unique });
    const changed = this.#rows.add(admission.taken);
    if (changed) {
      this.#rows.current = this.#rows.items.length - 1;
      this.#commit();
      this.#show();
    }
    if (wanted.length > 0) this.#say(admitted(admission, this.max_items), changed ? undefined : "wrong");
    return changed;
  }

  #travel(way: "undo" | "redo"): void {
    this.#drop(false);
    const done = this.#rows[way]();
    if (done) this.#commit();
    this.#say(done ? (way === "undo" ? "Undone." : "Done again.") : `Nothing to ${way}.`);
    this.#show();
  }

  #commit(): void {
    this.#note = undefined;
    this.send({ value: texts(this.#rows.items) });
  }

  #say(text: string, kind?: Note["kind"]): void {
    this.#note = kind ? { text, kind } : { text };
    this.#announce.say(text);
    this.requestUpdate();
  }

  /** Draws, and scrolls to the current row. */
  #show(): void {
    this.requestUpdate();
    this.updateComplete.then(() => this.#find("[aria-selected=true]")?.scrollIntoView({ block: "nearest" }));
  }

  #position(index = this.#rows.current): string {
    return position(index, this.#rows.items.length);
  }

  #find<E extends HTMLElement = HTMLElement>(selector: string): E | null {
    return this.renderRoot.querySelector<E>(selector);
  }
}
