import type { BaseReport } from "../client/protocol.ts";
import { plain, type Output } from "./output.ts";

/** Asks on a terminal whether packages may go into the notebook's environment; without a terminal the answer is no. */
export async function confirmPackages(packages: readonly string[], out: Output): Promise<boolean> {
  const question = `The notebook's environment lacks ${packages.join(", ")}. Install into it?`;
  return (await confirmed(question, out, { initially: true })) === true;
}

/** Asks on a terminal; undefined where there is none, or where a program reads, and so nobody was asked. */
export async function confirmed(
  question: string,
  out: Output,
  { initially = false } = {},
): Promise<boolean | undefined> {
  if (out.json || !process.stdin.isTTY || !process.stdout.isTTY) return undefined;
  const { confirm, isCancel } = await import("@clack/prompts");
  const answer = await confirm({ message: plain(question), initialValue: initially });
  return !isCancel(answer) && answer;
}

/** The Python packages for want of which a request was refused; undefined where that was not the reason. */
export function missingPackages({ ok, error }: BaseReport): readonly string[] | undefined {
  if (ok || error?.code !== "package-missing") return undefined;
  return (error.details as { packages: readonly string[] }).packages;
}
