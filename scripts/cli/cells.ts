import { accepted } from "../client/accepted.ts";
import type { InventoryReport } from "../client/protocol.ts";
import type { Command } from "./command.ts";
import { kernelOf } from "./kernel.ts";
import { findTarget, TARGET_FLAGS } from "./target.ts";
import { tellsFront } from "./install-report.ts";

export const cells: Command = {
  name: "cells",
  summary: "the notebook's cells: id, name, status, first line, errors",
  flags: TARGET_FLAGS,
  examples: [["inlay cells --file analysis.py", "the cells of one notebook, and the widgets in it"]],
  run: async ({ flags, out }) => {
    const { transport } = await findTarget(flags, out);
    const report = accepted(await kernelOf(transport, out)<InventoryReport>({ command: "inventory" }));
    for (const warning of report.warnings) out.warn(warning);
    out.result(report);
    out.table(
      ["cell", "name", "status", "code", "errors"],
      report.cells.map((cell) => [
        cell.id,
        cell.name ?? "",
        cell.status ?? "",
        cell.empty ? "(empty)" : shorten(cell.code_first_line),
        cell.errors.map((each) => each.message).join("; "),
      ]),
    );
    const objects = report.widgets.flatMap((widget) => widget.objects.map((each) => ({ widget, each })));
    if (objects.length === 0) return;
    out.line();
    out.table(
      ["object", "widget", "cell", "read with", "page"],
      objects.map(({ widget, each }) => [
        each.object,
        `${widget.name} ${widget.version}${widget.state === "edited" ? " (edited)" : ""}`,
        each.cell,
        each.wired.map(({ getter }) => `${getter}()`).join(", "),
        each.front === "" && tellsFront(widget.name) ? "not shown yet" : each.front,
      ]),
    );
  },
};

function shorten(line: string): string {
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
