import { styleText } from "node:util";

/** Colours that are there on a terminal only. */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  cyan(text: string): string;
  green(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
}

/** Where a command prints: for people, or one JSON document with `--json`. */
export interface Output {
  readonly json: boolean;
  readonly style: Style;
  /** What a JSON document says besides: warnings, and what the notebook's own code printed. */
  readonly aside: Aside;
  /** A line of the result, for people; nothing with `--json`. */
  line(text?: string): void;
  /** Rows under a heading, for people. Cells are plain text. */
  table(heading: readonly string[], rows: readonly (readonly string[])[]): void;
  /** The whole result, for programs, with the warnings so far; nothing without `--json`. */
  result(value: object): void;
  /** One event of a command that goes on, as a line of JSON; nothing without `--json`. */
  event(value: object): void;
  /** A line about what goes on, on stderr, for people. */
  note(text: string): void;
  /** Something the person should know, on stderr; with `--json` it goes into the document. */
  warn(text: string): void;
  /** Text of the notebook's own code, as it comes; a terminal gets colours, and nothing else that steers it. */
  stream(text: string, to: "stdout" | "stderr"): void;
}

/** What is gathered for a JSON document while a command runs; absent parts have nothing in them. */
export interface Aside {
  warnings?: string[];
  printed?: { stdout: string; stderr: string };
}

type Stream = Pick<NodeJS.WriteStream, "write" | "isTTY">;

/** Colours where the stream is a terminal and NO_COLOR is not set. */
export function styleFor(stream: Stream, env: NodeJS.ProcessEnv = process.env): Style {
  const on = (stream.isTTY || env["FORCE_COLOR"]) && !env["NO_COLOR"] && env["TERM"] !== "dumb";
  const paint = (format: Parameters<typeof styleText>[0]) => (text: string) =>
    on ? styleText(format, text, { validateStream: false }) : text;
  return {
    bold: paint("bold"),
    dim: paint("dim"),
    cyan: paint("cyan"),
    green: paint("green"),
    red: paint("red"),
    yellow: paint("yellow"),
  };
}

/**
 * Text from elsewhere without control characters and marks that reorder a line, so that it cannot steer a terminal
 * or pass for something else. Line ends and tabs stay.
 */
export function plain(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are what has to go
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, "\ufffd");
}

/** What code printed, for a terminal: its colours and carriage returns stay, all else is plain. */
export function printable(text: string): string {
  // oxlint-disable-next-line no-control-regex -- colours begin with an escape
  const kept = /(\u001b\[[0-9;]*m|\r)/;
  return text
    .split(kept)
    .map((part, index) => (index % 2 === 1 ? part : plain(part)))
    .join("");
}

/** An output over two streams. */
export function createOutput(json: boolean, stdout: Stream = process.stdout, stderr: Stream = process.stderr): Output {
  const style = styleFor(stdout);
  const side = styleFor(stderr);
  const aside: Aside = {};
  const line = (text = "") => {
    if (!json) stdout.write(`${text}\n`);
  };
  return {
    json,
    style,
    aside,
    line,
    table: (heading, rows) => {
      if (!json) for (const each of tableLines(heading, rows, style)) line(each);
    },
    result: (value) => {
      const warnings = [...new Set([...(aside.warnings ?? []), ...warningsOf(value)])];
      const all = { ...aside, ...value, ...(warnings.length > 0 ? { warnings } : {}) };
      if (json) stdout.write(`${JSON.stringify(all, null, 2)}\n`);
    },
    event: (value) => {
      if (json) stdout.write(`${JSON.stringify(value)}\n`);
    },
    note: (text) => {
      if (!json) stderr.write(`${side.dim(plain(text))}\n`);
    },
    warn: (text) => {
      if (json) (aside.warnings ??= []).push(text);
      else stderr.write(`${side.yellow("warning")}  ${plain(text)}\n`);
    },
    stream: (text, to) => {
      const stream = to === "stdout" ? stdout : stderr;
      if (json) (aside.printed ??= { stdout: "", stderr: "" })[to] += text;
      else stream.write(stream.isTTY ? printable(text) : text);
    },
  };
}

function warningsOf(value: object): readonly string[] {
  return "warnings" in value && Array.isArray(value.warnings) ? (value.warnings as string[]) : [];
}

function tableLines(heading: readonly string[], rows: readonly (readonly string[])[], style: Style): readonly string[] {
  const clean = rows.map((row) => row.map((cell) => plain(cell).replaceAll("\n", " ")));
  const widths = heading.map((title, column) =>
    Math.max(title.length, ...clean.map((row) => (row[column] ?? "").length)),
  );
  const format = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  return [style.bold(format(heading)), ...clean.map(format)];
}
