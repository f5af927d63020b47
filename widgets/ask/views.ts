import { html, nothing, type TemplateResult } from "../kit/lit.ts";
import type { Json } from "../kit/traits.ts";
import { isOther, said } from "./answer.ts";
import { prose } from "./prose.ts";
import { dict, format, list, own, type Question } from "./question.ts";

/** What a question shows of its draft, and whom it tells of another. */
export interface Field {
  readonly question: Question;
  readonly draft: Json | undefined;
  /** What a person types just now, as it stands in the field. */
  readonly typed: string | undefined;
  readonly problem: string | undefined;
  readonly set: (draft: Json) => void;
  /** As `set`, from a field that is being typed in. */
  readonly type: (draft: Json, text: string) => void;
}

/** A question with what answers it; approval and rejection have their buttons elsewhere. */
export const field = (it: Field): TemplateResult => {
  const { kind, text, detail, required, options, many, min, max } = it.question;
  const limited = many || kind === "number";
  const notes = [
    required ? "" : "optional",
    limited && min > -Infinity ? `at least ${format(min)}` : "",
    limited && max < Infinity ? `at most ${format(max)}` : "",
  ].filter(Boolean);
  return html`<div
    role=${options.length > 0 && !many ? "radiogroup" : "group"}
    aria-labelledby="text"
    aria-describedby="problem"
  >
    <p class="text" id="text">
      <span dir="auto">${prose(text)}</span>${notes.length > 0 ? html` <small>${notes.join(", ")}</small>` : nothing}
    </p>
    ${detail ? html`<div class="detail" dir="auto">${prose(detail)}</div>` : nothing} ${control(it)}
    <p class="problem" id="problem">${it.problem}</p>
  </div>`;
};

function control(it: Field): unknown {
  const { question, draft } = it;
  const { kind, options, reason, unit, long } = question;
  if (kind === "approve") {
    const { approved, reason: why } = dict(draft);
    if (approved !== false || reason === "none") return nothing;
    const type = (text: string) => it.type({ approved, reason: text }, text);
    return html`<label class="why">
      <span>Why?${reason === "required" ? nothing : html` <small>optional</small>`}</span>
      ${input(it, it.typed ?? String(why ?? ""), type, true, nothing)}
    </label>`;
  }
  if (kind === "text") return input(it, it.typed ?? String(draft ?? ""), (text) => it.type(text, text), long, "text");
  if (kind === "number") {
    const shown = it.typed ?? (typeof draft === "number" ? format(draft) : String(draft ?? ""));
    return html`<span class="amount">${input(it, shown, (text) => it.type(text, text), false, "text")} ${unit}</span>`;
  }
  const [low, high] = [options[0], options.at(-1)];
  return html`<div class="options ${kind}">
      ${options.map((_, k) => option(it, k))}${question.other ? other(it) : nothing}
    </div>
    ${
      kind === "rate" && low?.detail
        ? html`<div class="ends" aria-hidden="true"><small>${low.detail}</small><small>${high?.detail}</small></div>`
        : nothing
    }`;
}

function input(
  { question, problem }: Field,
  shown: string,
  type: (text: string) => void,
  long: boolean,
  label: string | typeof nothing,
): TemplateResult {
  const typed = ({ target }: Event) => type((target as HTMLInputElement).value);
  const invalid = problem !== undefined;
  if (long)
    return html`<textarea
      rows="3"
      dir="auto"
      aria-labelledby=${label}
      aria-invalid=${invalid}
      .value=${shown}
      @input=${typed}
    ></textarea>`;
  return html`<input
    dir="auto"
    inputmode=${question.kind === "number" ? "decimal" : "text"}
    autocomplete="off"
    aria-labelledby=${label}
    aria-invalid=${invalid}
    .value=${shown}
    @input=${typed}
  />`;
}

function option(it: Field, k: number): TemplateResult {
  const { value, label, detail } = it.question.options[k]!;
  return tick(it, value, html`<span><span dir="auto">${label}</span><small dir="auto">${detail}</small></span>`);
}

/** An option of the person's own words. */
function other(it: Field): TemplateResult {
  const { question, draft } = it;
  const own = [draft ?? null, ...list(draft)].find((each) => isOther(question, each));
  const type = ({ target }: Event) => {
    const text = (target as HTMLInputElement).value;
    it.type(question.many ? [...list(draft).filter((each) => each !== own), text] : text, text);
  };
  return html`<div class="other">
    ${tick(it, own ?? "", html`<span>Other</span>`)}
    <input dir="auto" autocomplete="off" aria-label="Other, in your words" .value=${own ?? ""} @input=${type} />
  </div>`;
}

function tick({ question, draft, set }: Field, value: Json | undefined, label: TemplateResult): TemplateResult {
  const { many } = question;
  const chosen = list(draft);
  const on = many ? chosen.includes(value as Json) : draft !== undefined && draft === value;
  const change = ({ target }: Event) => {
    const { checked } = target as HTMLInputElement;
    if (!many) return set(value as Json);
    const rest = chosen.filter((each) => each !== value);
    // In the order of the options, whatever order they were ticked in.
    const all = checked ? [...rest, value as Json] : rest;
    const place = (each: Json) => question.options.findIndex((option) => option.value === each) + 1 || Infinity;
    set(all.toSorted((a, b) => place(a) - place(b)));
  };
  return html`<label
    ><input type=${many ? "checkbox" : "radio"} name="option" .checked=${on} @change=${change} />${label}</label
  >`;
}

/** Questions and their answers in words; where `edit` is given, each with a way back to it. */
export const review = (
  questions: readonly Question[],
  answers: Readonly<Record<string, Json>>,
  edit?: (index: number) => void,
): TemplateResult =>
  html`<dl>
    ${questions.map(
      (question, index) =>
        html`<div>
          <dt dir="auto">${prose(question.text)}</dt>
          <dd>
            <span dir="auto">${said(question, own(answers, question.id))}</span>
            ${
              edit
                ? html`<button class="quiet" aria-label="Change answer ${index + 1}" @click=${() => edit(index)}>
                    Change
                  </button>`
                : nothing
            }
          </dd>
        </div>`,
    )}
  </dl>`;

/** The buttons that approve and reject; one that is pressed shows it. */
export function verdicts(
  { yes, no }: Question,
  draft: Json | undefined,
  decide: (approved: boolean, reason: Json) => (event: MouseEvent) => void,
): TemplateResult {
  const { approved, reason = "" } = dict(draft);
  return html`<button aria-pressed=${approved === false} @click=${decide(false, reason)}>${no}</button>
    <button
      class=${approved === undefined ? "solid" : ""}
      aria-pressed=${approved === true}
      @click=${decide(true, reason)}
    >
      ${yes}
    </button>`;
}

/** The field for the reason why a person does not want to answer. */
export const refusal = (reason: string, type: (text: string) => void): TemplateResult =>
  html`<label class="why">
    <span>Why do you not want to answer? <small>optional</small></span>
    <textarea
      rows="3"
      dir="auto"
      .value=${reason}
      @input=${({ target }: Event) => type((target as HTMLTextAreaElement).value)}
    ></textarea>
  </label>`;
