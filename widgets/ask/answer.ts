import type { Json } from "../kit/traits.ts";
import { dict, format, list, type Question } from "./question.ts";

/** Whether a draft says anything. */
export const isBlank = (draft: Json | undefined): boolean =>
  draft === undefined ||
  draft === null ||
  (typeof draft === "string" && draft.trim() === "") ||
  (Array.isArray(draft) && draft.length === 0);

/** Whether a choice is a text of the person's own. */
export const isOther = ({ options, other }: Question, value: Json): value is string =>
  other && typeof value === "string" && options.every((option) => option.value !== value);

/** What keeps a draft from being an answer, in words; nothing where it is one. */
export function wrong(question: Question, draft: Json | undefined): string | undefined {
  const { kind, required, many, min, max } = question;
  const chosen = list(draft).length;
  if (many && chosen < min && (required || chosen > 0)) return `Choose at least ${format(min)}.`;
  if (many && chosen > max) return `Choose at most ${format(max)}.`;
  // A box that is ticked waits for its text: nothing was written that could be left out.
  if (
    kind === "choose" &&
    [draft, ...list(draft)].some((each) => typeof each === "string" && each.trim() === "" && isOther(question, each))
  )
    return "Write what you would choose.";
  if (isBlank(draft)) return required ? "An answer is needed." : undefined;
  if (kind === "approve") {
    const { approved, reason } = dict(draft);
    if (approved === false && question.reason === "required" && isBlank(reason)) return "Say why.";
  }
  if (kind !== "number") return undefined;
  if (typeof draft !== "number") return `“${String(draft)}” is not a number.`;
  if (question.whole && draft % 1 !== 0) return "A whole number, please.";
  if (draft < min) return `At least ${format(min)}.`;
  return draft > max ? `At most ${format(max)}.` : undefined;
}

/** The answer that a draft without anything wrong makes. */
export function answerOf({ kind, many }: Question, draft: Json | undefined): Json {
  if (kind === "approve" && !isBlank(draft)) {
    const { approved, reason } = dict(draft);
    return { approved: approved === true, reason: approved === true ? "" : String(reason ?? "").trim() };
  }
  if (many) return list(draft).map(trim);
  return isBlank(draft) ? null : trim(draft as Json);
}

const trim = (json: Json): Json => (typeof json === "string" ? json.trim() : json);

/** An answer in words. */
export function said(question: Question, answer: Json | undefined): string {
  if (isBlank(answer)) return "No answer";
  const { kind, options, unit, yes, no } = question;
  const label = (value: Json) => options.find((option) => option.value === value)?.label ?? String(value);
  if (kind === "approve") {
    const { approved, reason } = dict(answer);
    return approved === true ? yes : [no, reason].filter(Boolean).join(": ");
  }
  if (Array.isArray(answer)) return new Intl.ListFormat(undefined, { type: "unit" }).format(answer.map(label));
  if (kind === "rate") return `${label(answer as Json)} / ${options.at(-1)?.label ?? ""}`;
  if (kind === "number" && typeof answer === "number") return `${format(answer)} ${unit}`.trim();
  return label(answer as Json);
}
