import type { AddReport, Op } from "../client/protocol.ts";
import type { Installed } from "../client/install.ts";
import { plain, type Output } from "./output.ts";

/** Prints what an install did, for people; with `pageConnected`, a page that shows nothing is worth a warning. */
export function printInstalled({ added, verified }: Installed, out: Output, { pageConnected = false } = {}): void {
  const { green, yellow, bold, dim } = out.style;
  for (const each of added.objects) {
    out.line(`${green("✓")} ${bold(each.object)}  ${dim(`${each.class} ${each.version}, from ${each.widget}`)}`);
    for (const op of added.ops.filter(
      (one) =>
        one.cell !== null &&
        [each.definition_cell, each.instance_cell, each.reader_cell].includes(one.cell) &&
        one.op !== "run",
    )) {
      out.line(`  ${op.role.padEnd(10)}  cell ${op.cell}  ${dim(WORDS[op.op])}`);
    }
    for (const [trait, getter] of Object.entries(each.getters)) out.line(`  read ${trait}: ${bold(`${getter}()`)}`);
    const front = verified?.fronts[each.object] ?? "";
    if (front === "mounted") out.line(`  shown in the open page`);
    else if (front !== "") out.line(`  ${yellow(plain(front))}`);
    else if (!tellsFront(each.widget)) continue;
    else if (pageConnected) out.line(`  ${yellow("the open page has not shown it: look there for what went wrong")}`);
    else out.line(`  ${dim("no page has shown it yet")}`);
  }
}

/** Whether a widget's page says that it has mounted: an ejected one, MODULE:CLASS, has somebody else's front end. */
export function tellsFront(widget: string): boolean {
  return !widget.includes(":");
}

/** Prints what an install would do, for people; with `code`, the text of each cell. */
export function printPlan(added: AddReport, out: Output, { code }: { code: boolean }): void {
  out.line(out.style.bold("Nothing was changed. It would:"));
  for (const op of added.ops) {
    out.line(
      `  ${op.op.padEnd(15)} ${op.role.padEnd(10)} ${plain(op.name ?? "")}  ${out.style.dim(plain(op.first_line ?? ""))}`,
    );
    if (code && op.code !== undefined) for (const line of diffLines(op, out)) out.line(line);
  }
}

const WORDS: Readonly<Record<Op["op"], string>> = {
  create: "created",
  reuse: "took an empty cell",
  keep: "was there, kept",
  edit: "changed",
  run: "ran",
  "install-package": "installed",
};

/** The new code as a diff of added lines; a front end is said by its size, since nobody reads it. */
function diffLines({ code = "" }: Op, out: Output): readonly string[] {
  const elided = code.replace(
    /( {4}_esm = """)([\s\S]*?)(\n?""")/,
    (_, open: string, esm: string, close: string) => `${open}… ${(esm.length / 1024).toFixed(1)} KiB …${close.trim()}`,
  );
  return elided.split("\n").map((line) => out.style.green(`    + ${plain(line)}`));
}
