import type { BaseReport } from "../client/protocol.ts";
import { plain, type Output } from "./output.ts";

/** Asks on a terminal whether packages may go into the notebook's environment; without a terminal the answer is no. */
export async function confirmPackages(packages: readonly string[], out: Output): Promise<boolean> {
  if (out.json || !process.stdin.isTTY || !process.stdout.isTTY) return false;
  const { confirm, isCancel } = await import("@clack/prompts");
  const answer = await confirm({
    message: `The notebook's environment lacks ${plain(packages.join(", "))}. Install into it?`,
  });
  return !isCancel(answer) && answer;
}

/** The Python packages for want of which a request was refused; undefined where that was not the reason. */
export function missingPackages({ ok, error }: BaseReport): readonly string[] | undefined {
  if (ok || error?.code !== "package-missing") return undefined;
  return (error.details as { packages: readonly string[] }).packages;
}
