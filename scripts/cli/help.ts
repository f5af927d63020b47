import { COMMON_FLAGS, type Command, type Flag } from "./command.ts";
import type { Style } from "./output.ts";

/** The help of the whole command line. */
export function overview(commands: readonly Command[], style: Style): string {
  const rows = commands.map((command) => [command.name, command.summary] as const);
  return [
    `${style.bold("inlay")}  widgets for marimo notebooks that the notebook owns`,
    "",
    `${style.bold("Use")}  inlay <command> [flags]`,
    "",
    style.bold("Commands"),
    ...columns(rows, style),
    "",
    style.bold("Examples"),
    ...columns(
      [
        ["inlay list", "what there is to add"],
        ["inlay add scatter-select --as points", "add one to the notebook that is open now"],
        ["inlay cells", "see what the notebook holds"],
      ],
      style,
    ),
    "",
    "inlay <command> --help tells more. Exit codes: 0 done, 1 it failed, 2 wrong use.",
  ].join("\n");
}

/** The help of one command. */
export function usage(command: Command, style: Style): string {
  const words = (command.positionals ?? []).map((each) => {
    const name = `${each.name}${each.multiple ? "…" : ""}`;
    return each.required ? name : `[${name}]`;
  });
  return [
    `${style.bold(`inlay ${command.name}`)}  ${command.summary}`,
    "",
    `${style.bold("Use")}  ${["inlay", command.name, ...words, "[flags]"].join(" ")}`,
    ...section(
      "Words",
      (command.positionals ?? []).map((each) => [each.name, each.description] as const),
      style,
    ),
    ...section(
      "Flags",
      Object.entries({ ...command.flags, ...COMMON_FLAGS }).map(
        ([name, flag]) => [flagForm(name, flag), flag.description] as const,
      ),
      style,
    ),
    ...section("Examples", command.examples, style),
  ].join("\n");
}

function section(title: string, rows: readonly (readonly [string, string])[], style: Style): readonly string[] {
  return rows.length === 0 ? [] : ["", style.bold(title), ...columns(rows, style)];
}

function flagForm(name: string, flag: Flag): string {
  const short = flag.short ? `-${flag.short}, ` : "";
  return `${short}--${name}${flag.type === "string" ? ` <${flag.value ?? "value"}>` : ""}${flag.multiple ? " …" : ""}`;
}

function columns(rows: readonly (readonly [string, string])[], style: Style): readonly string[] {
  const width = Math.min(46, Math.max(...rows.map(([left]) => left.length)));
  return rows.map(([left, right]) =>
    left.length > width
      ? `  ${style.cyan(left)}\n  ${" ".repeat(width)}  ${right}`
      : `  ${style.cyan(left.padEnd(width))}  ${right}`,
  );
}
