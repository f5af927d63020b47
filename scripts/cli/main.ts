import { InlayError } from "../client/errors.ts";
import { parse, type Command } from "./command.ts";
import { overview, usage } from "./help.ts";
import { didYouMean } from "../registry/nearest.ts";
import { createOutput, plain, styleFor, type Output } from "./output.ts";
import { UsageError } from "./usage-error.ts";

/** Each command is loaded when it is called, so that the command line starts quickly. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  add: async () => (await import("./add.ts")).add,
  list: async () => (await import("./list.ts")).list,
  view: async () => (await import("./view.ts")).view,
  status: async () => (await import("./status.ts")).status,
  diff: async () => (await import("./diff.ts")).diff,
  update: async () => (await import("./update.ts")).update,
  remove: async () => (await import("./remove.ts")).remove,
  doctor: async () => (await import("./doctor.ts")).doctor,
  get: async () => (await import("./get.ts")).get,
  set: async () => (await import("./set.ts")).set,
  new: async () => (await import("./new.ts")).newCommand,
  build: async () => (await import("./build.ts")).build,
  validate: async () => (await import("./validate.ts")).validate,
  eject: async () => (await import("./eject.ts")).eject,
  freeze: async () => (await import("./freeze.ts")).freeze,
  cells: async () => (await import("./cells.ts")).cells,
  exec: async () => (await import("./exec.ts")).exec,
  servers: async () => (await import("./servers.ts")).servers,
  sessions: async () => (await import("./sessions.ts")).sessions,
  start: async () => (await import("./start.ts")).start,
  gallery: async () => (await import("./gallery.ts")).gallery,
  dev: async () => (await import("./dev.ts")).dev,
  docs: async () => (await import("./docs.ts")).docs,
};

// A reader that has left (`| head`) is no error: what is still to be printed goes nowhere.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

process.exitCode = await main(process.argv.slice(2));

/** Runs one command line and gives its exit code: 0 done, 1 it failed, 2 wrong use. */
async function main(args: readonly string[]): Promise<number> {
  const out = createOutput(args.includes("--json"));
  try {
    const start = args.findIndex((each) => each !== "--json");
    await dispatch(start < 0 ? [] : args.slice(start), out);
    return 0;
  } catch (error) {
    return report(error, out);
  }
}

async function dispatch([name, ...rest]: readonly string[], out: Output): Promise<void> {
  if (name === "--version" || name === "-v") {
    const { version } = await import("./version.ts");
    out.line(version);
    out.result({ version });
    return;
  }
  if (name === undefined || isHelp(name)) {
    const topic = rest.find((each) => !each.startsWith("-"));
    if (topic !== undefined) return print(usage(await commandOf(topic), out.style), out);
    const all = await Promise.all(Object.values(COMMANDS).map((load) => load()));
    return print(overview(all, out.style), out);
  }
  const command = await commandOf(name);
  if (rest.some((each) => each !== "help" && isHelp(each))) return print(usage(command, out.style), out);
  try {
    const { words, flags } = parse(command, rest);
    await command.run({ words, flags, out });
  } catch (error) {
    throw error instanceof UsageError ? error.from(name) : error;
  }
}

async function commandOf(name: string): Promise<Command> {
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load) return load();
  throw new UsageError(
    `inlay has no command "${name}".${didYouMean(name, Object.keys(COMMANDS), (each) => `inlay ${each}`)}`,
  );
}

function isHelp(word: string): boolean {
  return word === "help" || word === "--help" || word === "-h";
}

function print(help: string, out: Output): void {
  out.line(help);
  out.result({ help });
}

/** The one place where an error is printed: on stderr, with its code, what was found, and what to do. */
function report(error: unknown, out: Output): number {
  const known = error instanceof InlayError ? error : undefined;
  if (out.json) {
    const json = known?.toJSON() ?? { code: "unexpected", message: String(error) };
    process.stderr.write(`${JSON.stringify({ error: json, ...out.aside }, null, 2)}\n`);
    return known?.exitCode ?? 1;
  }
  const style = styleFor(process.stderr);
  if (!known) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(
      `${style.red("error")}  unexpected: ${plain(text)}\nThis is a fault of inlay's own: please report it.\n`,
    );
    return 1;
  }
  const lines = [`${style.red("error")}  ${plain(known.message)} ${style.dim(`(${known.code})`)}`];
  if (known.found) lines.push(`  found     ${indented(known.found)}`);
  if (known.expected) lines.push(`  expected  ${indented(known.expected)}`);
  if (known.cure) lines.push(`  to do     ${indented(known.cure)}`);
  process.stderr.write(`${lines.join("\n")}\n`);
  return known.exitCode;
}

function indented(text: string): string {
  return plain(text).replaceAll("\n", `\n${" ".repeat(12)}`);
}
