import type { InventoryReport } from "../client/protocol.ts";
import type { Command } from "./command.ts";
import { kernelOf } from "./kernel.ts";
import type { Output } from "./output.ts";
import { lookAt, STATE_WORDS, versions, warnOfProblems, type Owned } from "./owned.ts";
import { findTarget, TARGET_FLAGS } from "./target.ts";
import { tellsFront } from "./install-report.ts";

export const status: Command = {
  name: "status",
  summary: "the widgets of the notebook: versions, edits, wiring, readers",
  positionals: [
    { name: "WIDGET", description: "A widget or an object of the notebook; all unless told.", multiple: true },
  ],
  flags: {
    fetch: { type: "boolean", description: "Ask registries and addresses for what is new; else nothing is fetched." },
    ...TARGET_FLAGS,
  },
  examples: [
    ["inlay status", "what is unchanged, edited here, newer upstream"],
    ["inlay status tangle --json", "one widget, as JSON"],
  ],
  run: async ({ words, flags, out }) => {
    const { transport } = await findTarget(flags, out);
    const { report, owned: chosen } = await lookAt(kernelOf(transport, out), { words, fetch: flags.boolean("fetch") });
    for (const warning of report.warnings) out.warn(warning);
    warnOfProblems(chosen, out);
    const cures = curesOf(chosen);
    const { ok, marimo, notebook, warnings } = report;
    out.result({
      ok,
      command: "status",
      marimo,
      notebook,
      warnings,
      widgets: chosen.map((each) => asJson(each, report)),
      cures,
    });
    if (chosen.length === 0)
      out.line("The notebook has no widgets of inlay's. To add one: inlay add WIDGET (inlay list)");
    else printTable(chosen, report, out);
    if (cures.length > 0) out.line();
    for (const { run, why } of cures) out.line(`${out.style.cyan(run)}  ${why}`);
  },
};

/** What to do next, as command lines that work. */
function curesOf(chosen: readonly Owned[]): readonly { readonly run: string; readonly why: string }[] {
  const names = (...states: readonly Owned["state"][]) =>
    [...new Set(chosen.filter((each) => states.includes(each.state)).map(({ marker }) => marker.name))].join(" ");
  const unwell = chosen.some(
    ({ widget }) => widget.class === null || widget.objects.some(({ front }) => front.startsWith("error")),
  );
  const [newer, edited] = [names("newer", "both"), names("edited", "both")];
  return [
    ...(newer ? [{ run: `inlay update ${newer}`, why: "takes what is new" }] : []),
    ...(newer || edited
      ? [{ run: `inlay diff ${names("newer", "both", "edited")}`, why: "shows the differences" }]
      : []),
    ...(unwell ? [{ run: "inlay doctor", why: "says what is wrong" }] : []),
  ];
}

function asJson({ widget, marker, upstream, base, state }: Owned, { cells }: InventoryReport): object {
  const firstLine = (id: string) => cells.find((cell) => cell.id === id)?.code_first_line ?? "";
  return {
    name: marker.name,
    version: marker.version,
    latest: upstream?.version ?? null,
    state,
    base_known: base !== undefined,
    class: widget.class,
    cell: widget.cell,
    objects: widget.objects.map(({ readers, ...each }) => ({
      ...each,
      readers: readers.map((cell) => ({ cell, first_line: firstLine(cell) })),
    })),
  };
}

function printTable(chosen: readonly Owned[], { cells }: InventoryReport, out: Output): void {
  const reader = (id: string) => `${id}: ${shorten(cells.find((cell) => cell.id === id)?.code_first_line ?? "", 40)}`;
  out.table(
    ["widget", "version", "state", "object", "read with", "readers", "page"],
    chosen.flatMap((each) => {
      const head = [each.marker.name, versions(each), each.widget.class ? STATE_WORDS[each.state] : "no class"];
      const rows = each.widget.objects.flatMap(({ object, wired, readers, front }) =>
        columns(
          [object],
          wired.map(({ trait, getter }) => `${trait} → ${getter}()`),
          readers.map(reader),
          [shorten(front === "" && tellsFront(each.marker.name) ? "not shown yet" : front, 60)],
        ),
      );
      return (rows.length > 0 ? rows : [["(no object)"]]).map((row, index) => [
        ...(index === 0 ? head : ["", "", ""]),
        ...row,
      ]);
    }),
  );
}

/** Lists side by side, as rows. */
function columns(...lists: readonly (readonly string[])[]): readonly string[][] {
  const height = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: height }, (_, row) => lists.map((list) => list[row] ?? ""));
}

function shorten(line: string, most: number): string {
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}
