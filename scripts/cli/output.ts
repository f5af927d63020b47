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
  /** A line of the result, for people; nothing with `--json`. */
  line(text?: string): void;
  /** Rows under a heading, for people. Cells are plain text. */
  table(heading: readonly string[], rows: readonly (readonly string[])[]): void;
  /** The whole result, for programs; nothing without `--json`. */
  result(value: unknown): void;
  /** A line about what goes on, on stderr. */
  note(text: string): void;
  /** Something the person should know, on stderr. */
  warn(text: string): void;
  /** Raw text of the notebook's own code, as it comes. */
  stream(text: string, to: "stdout" | "stderr"): void;
}

type Stream = Pick<NodeJS.WriteStream, "write" | "isTTY">;

/** Colours where the stream is a terminal and NO_COLOR is not set. */
export function styleFor(stream: Stream, env: NodeJS.ProcessEnv = process.env): Style {
  const on = (stream.isTTY || env["FORCE_COLOR"]) && !env["NO_COLOR"] && env["TERM"] !== "dumb";
  const paint = (format: Parameters<typeof styleText>[0]) => (text: string) => (on ? styleText(format, text) : text);
  return {
    bold: paint("bold"),
    dim: paint("dim"),
    cyan: paint("cyan"),
    green: paint("green"),
    red: paint("red"),
    yellow: paint("yellow"),
  };
}

/** Text from elsewhere without control characters, so that it cannot steer a terminal. */
export function plain(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are what has to go
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "\ufffd");
}

/** An output over two streams. */
export function createOutput(json: boolean, stdout: Stream = process.stdout, stderr: Stream = process.stderr): Output {
  const style = styleFor(stdout);
  const side = styleFor(stderr);
  const line = (text = "") => {
    if (!json) stdout.write(`${text}\n`);
  };
  return {
    json,
    style,
    line,
    table: (heading, rows) => {
      if (!json) for (const each of tableLines(heading, rows, style)) line(each);
    },
    result: (value) => {
      if (json) stdout.write(`${JSON.stringify(value, null, 2)}\n`);
    },
    note: (text) => void stderr.write(`${side.dim(text)}\n`),
    warn: (text) => void stderr.write(`${side.yellow("warning")}  ${plain(text)}\n`),
    stream: (text, to) => {
      if (json || to === "stderr") stderr.write(text);
      else stdout.write(text);
    },
  };
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
