import { html, nothing, type PropertyValues, type TemplateResult } from "../kit/lit.ts";
import { AnnounceController } from "../kit/controllers/announce.ts";
import { KeysController } from "../kit/controllers/keys.ts";
import { widgetElement } from "../kit/element.ts";
import { originOf } from "../kit/keeping.ts";
import { notation, parseNumber } from "../kit/locale-number.ts";
import type { Json } from "../kit/traits.ts";
import { answerOf, wrong } from "./answer.ts";
import { dict, own, type Question, questionsOf } from "./question.ts";
import { styles } from "./styles.ts";
import { traits } from "./traits.ts";
import { field, refusal, review, verdicts } from "./views.ts";

/** Milliseconds without a keystroke after which what is typed is kept. */
const PAUSE = 400;

/** Questions to a person, one at a time; the answers go out together, once. */
export class AskElement extends widgetElement(traits) {
  static override readonly styles = styles;

  readonly #announce = new AnnounceController(this);
  #questions: readonly Question[] = [];
  /** The index of the question that is shown; their number stands for the review. */
  #step = 0;
  #problem: string | undefined;
  /** The text in a field that is being typed in, and the draft that it makes. */
  #typed: { readonly id: string; readonly text: string; readonly draft: Json } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The reason for declining, while it is asked for. */
  #declining: string | undefined;

  protected readonly keys = new KeysController(
    this,
    {
      Enter: (event) => (originOf(event).matches("input") ? this.#enter() : false),
      "Mod+Enter": () => this.#enter(),
    },
    { inFields: true },
  );

  get #question(): Question | undefined {
    return this.#questions[this.#step];
  }

  get #current(): Readonly<Record<string, Json>> {
    const typed = this.#typed;
    return typed ? { ...this.draft, [typed.id]: typed.draft } : this.draft;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.listen(window, "pagehide", () => this.#flush());
  }

  override disconnectedCallback(): void {
    this.#flush();
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues): void {
    const first = !this.hasUpdated;
    if (first || changed.has("questions")) this.#questions = questionsOf(this.questions);
    // What is open stands in front, after a reload and when the kernel asks again.
    if (first || changed.has("questions") || (changed.has("status") && this.status === "open")) {
      const open = this.#questions.findIndex((question) => this.#wrong(question, this.draft));
      this.#step = open < 0 ? this.#questions.length : open;
      if (this.#questions.length === 1) this.#step = 0;
      this.#typed = this.#problem = this.#declining = undefined;
    }
  }

  override render(): TemplateResult {
    const [body, foot] = this.#view();
    const { prompt } = this;
    const size = this.#questions.length;
    const asking = this.status === "open" && this.#declining === undefined && size > 1;
    return html`<section role="group" aria-label=${prompt || "Questions"}>
      ${
        prompt || asking
          ? html`<div class="head">
              <strong dir="auto">${prompt}</strong>
              ${
                asking
                  ? html`<span class="place">${this.#step < size ? `${this.#step + 1} / ${size}` : "Review"}</span>
                      <div class="bar"><div style="width:${(100 * this.#step) / size}%"></div></div>`
                  : nothing
              }
            </div>`
          : nothing
      }
      <div class="body" tabindex="0" role="group" aria-label=${this.#place()}>${body}</div>
      <div class="foot">${foot}</div>
    </section>`;
  }

  #view(): readonly [unknown, unknown] {
    const { status } = this;
    const questions = this.#questions;
    if (status !== "open") return this.#ended(status === "answered");
    if (this.#declining !== undefined) {
      return [
        refusal(this.#declining, (text) => {
          this.#declining = text;
        }),
        html`<button @click=${() => this.#decline(undefined)}>Back</button><i></i>
          <button class="solid" @click=${this.#sure(() => this.#end("declined"))}>Decline</button>`,
      ];
    }
    if (questions.length === 0)
      return [html`<p class="note">No questions: <code>questions</code> is empty.</p>`, nothing];
    const question = this.#question;
    const back = this.#step > 0 ? html`<button @click=${() => this.#go(this.#step - 1)}>Back</button>` : nothing;
    if (!question)
      return [
        review(questions, this.#current, (index) => this.#go(index)),
        html`${back}${this.#declineButton()}<i></i>${this.#nextButton("Submit")}`,
      ];
    const { id, kind } = question;
    const draft = own(this.#current, id);
    const body = field({
      question,
      draft,
      typed: this.#typed?.id === id ? this.#typed.text : undefined,
      problem: this.#problem,
      set: (next) => this.#set(next),
      type: (next, text) => this.#type(next, text),
    });
    const single = questions.length === 1;
    const next = single ? "Submit" : this.#step + 1 < questions.length ? "Next" : "Review";
    const approval =
      kind === "approve"
        ? verdicts(question, draft, (yes, reason) => this.#sure(() => this.#approve(question, yes, reason)))
        : nothing;
    const settled = kind !== "approve" || dict(draft).approved !== undefined || !question.required;
    return [
      body,
      html`${back}${single && kind === "approve" ? nothing : this.#declineButton()}<i></i>${approval}
        ${settled ? this.#nextButton(next) : nothing}`,
    ];
  }

  #ended(answered: boolean): readonly [unknown, unknown] {
    const reopen = answered ? "Change the answer" : "Answer after all";
    return [
      answered
        ? review(this.#questions, this.answers)
        : html`<p class="text"><span dir="auto">${this.reason || "No reason given."}</span></p>`,
      html`<span class=${this.status}>${answered ? "✓ Answered" : "✗ Declined"}</span
        ><i></i> ${this.allow_reopen ? html`<button @click=${this.#reopen}>${reopen}</button>` : nothing}`,
    ];
  }

  #approve(question: Question, approved: boolean, reason: Json): void {
    this.#set({ approved, reason });
    if (approved || question.reason === "none") this.#next();
    else this.#focus();
  }

  #nextButton(text: string): TemplateResult {
    return html`<button class="solid" @click=${this.#sure(() => this.#next())}>${text}</button>`;
  }

  #declineButton(): TemplateResult | typeof nothing {
    return this.allow_decline
      ? html`<button class="quiet" @click=${() => this.#decline("")}>Decline…</button>`
      : nothing;
  }

  /** Work for a click; the second one of a double click is a slip. */
  #sure(work: () => void) {
    return ({ detail }: MouseEvent): void => {
      if (detail < 2) work();
    };
  }

  /** Where the person is, in words. */
  #place(): string {
    const size = this.#questions.length;
    if (this.status !== "open") return this.status === "answered" ? "Answered" : "Declined";
    if (this.#declining !== undefined) return "Decline";
    return this.#question ? `Question ${this.#step + 1} of ${size}` : "Review";
  }

  #wrong(question: Question, draft: Readonly<Record<string, Json>>): string | undefined {
    // An optional question that was passed by has null.
    const found = own(draft, question.id);
    return found === undefined ? "Not answered yet." : wrong(question, found);
  }

  #set(next: Json): void {
    const id = this.#question!.id;
    this.#flush();
    this.#problem = undefined;
    this.send({ draft: { ...this.draft, [id]: next } });
  }

  #type(next: Json, text: string): void {
    const { id, kind } = this.#question!;
    const number = kind === "number" ? parseNumber(text, notation()) : undefined;
    this.#typed = { id, text, draft: number ?? next };
    this.#problem = undefined;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.attempt(() => this.#keep()), PAUSE);
    this.requestUpdate();
  }

  /** Sends what is typed, and leaves it in its field as it is. */
  #keep(): void {
    clearTimeout(this.#timer);
    const typed = this.#typed;
    if (typed && this.status === "open") this.send({ draft: { ...this.draft, [typed.id]: typed.draft } });
  }

  #flush(): void {
    this.#keep();
    this.#typed = undefined;
  }

  #enter(): boolean | void {
    if (this.status !== "open" || this.#questions.length === 0) return false;
    if (this.#declining !== undefined) return this.#end("declined");
    this.#next();
  }

  /** On to the next question, if this one has its answer; from the review, or from the only question, out. */
  #next(): void {
    this.#flush();
    const question = this.#question;
    if (question) {
      const draft = own(this.draft, question.id);
      this.#problem = wrong(question, draft);
      if (this.#problem) {
        this.#announce.say(this.#problem);
        this.requestUpdate();
        return this.#focus();
      }
      if (draft === undefined) this.send({ draft: { ...this.draft, [question.id]: null } });
    }
    if (!question || this.#questions.length === 1) return this.#end("answered");
    this.#go(this.#step + 1);
  }

  #go(step: number): void {
    this.#flush();
    this.#step = step;
    this.#problem = undefined;
    this.#arrive();
  }

  #end(status: "answered" | "declined"): void {
    this.#flush();
    const missing = this.#questions.findIndex((question) => this.#wrong(question, this.draft));
    if (status === "answered" && missing >= 0) {
      this.#go(missing);
      return this.#next();
    }
    const answers = () =>
      Object.fromEntries(this.#questions.map((each) => [each.id, answerOf(each, own(this.draft, each.id))]));
    this.send(
      status === "answered" ? { answers: answers(), status } : { status, reason: (this.#declining ?? "").trim() },
    );
    this.#declining = undefined;
    this.#arrive();
  }

  readonly #reopen = (): void => {
    this.send(
      this.status === "answered"
        ? { status: "open", answers: {}, draft: this.answers }
        : { status: "open", reason: "" },
    );
    this.#arrive();
  };

  #decline(reason: string | undefined): void {
    this.#flush();
    this.#declining = reason;
    this.#arrive();
  }

  /** Says where the person is now, and takes the focus there. */
  #arrive(): void {
    this.requestUpdate();
    this.#announce.say(this.#place());
    this.#focus();
  }

  /** To the field, where there is one; never to a button, which a second Enter would press. */
  #focus(): void {
    void this.updateComplete.then(() => {
      const find = (part: string) => this.shadowRoot!.querySelector<HTMLElement>(`.body ${part}`);
      const body = this.shadowRoot!.querySelector<HTMLElement>(".body")!;
      body.scrollTop = 0;
      (find(":checked") ?? find(":is(textarea, input)") ?? body).focus();
    });
  }
}
