import type { Built } from "./build.ts";

const kib = (bytes: number): string => (bytes / 1024).toFixed(1);

/** What was built as a table for people; failures follow below it. */
export function table(built: readonly Built[]): string {
  const rows = built.flatMap((each) => {
    if ("problem" in each) return [];
    const { esm, definition } = each.item.sizes;
    return [
      [each.name, kib(esm.raw), kib(esm.gzip), String(each.budget), kib(definition.raw), String(Math.round(each.ms))],
    ];
  });
  const head = ["widget", "ESM KiB", "gzip", "budget", "cell KiB", "ms"];
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((text, column) => (column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0)))
      .join("  ");
  return [line(head), ...rows.map(line)].join("\n");
}

/** Why widgets could not be built: one line each, the place first, as editors and terminals link it. */
export function problems(built: readonly Built[]): string {
  return built.flatMap((each) => ("problem" in each ? [`${each.name}: ${each.problem.message}`] : [])).join("\n");
}
