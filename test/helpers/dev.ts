import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { DevEvent } from "../../scripts/dev/events.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const COMMAND = join(ROOT, "dist", "inlay.js");
/** A test that waits longer than this for an event has failed. */
const PATIENCE = 60_000;

/** A running `inlay dev`, and what it has said. */
export interface Dev {
  readonly events: readonly DevEvent[];
  /** The next event of one of the kinds after those that were waited for, or a failure that quotes what came instead. */
  next<K extends DevEvent["event"]>(...kinds: readonly K[]): Promise<Extract<DevEvent, { event: K }>>;
  /** Ends it as a person would (or as `signal` says) and gives the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** Waits for the end that it comes to by itself, and gives the exit code. */
  ended(): Promise<number | null>;
  stderr(): string;
}

/** Starts the built command with `--json`. */
export function startDev(args: readonly string[], options: { env: NodeJS.ProcessEnv; cwd: string }): Dev {
  const child: ChildProcess = spawn(process.execPath, [COMMAND, "dev", ...args, "--json"], {
    ...options,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const events: DevEvent[] = [];
  let rest = "";
  let stderr = "";
  let seen = 0;
  let wake = () => {};
  const exited = new Promise<number | null>((done) => {
    child.once("close", (code) => {
      done(code);
      wake();
    });
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    events.push(...lines.map((line) => JSON.parse(line) as DevEvent));
    wake();
  });
  const leave = () => child.kill("SIGKILL");
  process.once("exit", leave);
  return {
    events,
    stderr: () => stderr,
    ended: () => exited,
    async next(...kinds) {
      const deadline = Date.now() + PATIENCE;
      for (;;) {
        const index = events.findIndex((each, at) => at >= seen && kinds.some((kind) => kind === each.event));
        if (index >= 0) {
          seen = index + 1;
          return events[index] as never;
        }
        const ended = child.exitCode !== null || child.signalCode !== null;
        if (ended || Date.now() > deadline) {
          const came = events.slice(seen).map((each) => JSON.stringify(each));
          throw new Error(
            `no event "${kinds.join('" or "')}"${ended ? " before the end" : ""}; since then:\n${came.join("\n")}\n${stderr}`,
          );
        }
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, 500);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
    },
    async stop(signal = "SIGINT") {
      if (child.exitCode === null) child.kill(signal);
      const code = await exited;
      process.off("exit", leave);
      return code;
    },
  };
}

/** A project of somebody's own with one small widget in it. */
export interface Project {
  readonly root: string;
  /** The widget's folder. */
  readonly folder: string;
  /** Replaces a text in one of the widget's files, as an editor does on saving. */
  edit(file: string, from: string, to: string): Promise<void>;
  write(file: string, text: string): Promise<void>;
  read(file: string): Promise<string>;
  remove(): Promise<void>;
}

/** Writes a project with the widget `dial`: a button with a label that counts. */
export async function makeProject(name = "dial"): Promise<Project> {
  const root = await mkdtemp(join(tmpdir(), "inlay-dev-"));
  const folder = join(root, name);
  await mkdir(folder);
  await symlink(join(ROOT, "node_modules"), join(root, "node_modules"));
  await writeFile(join(root, "tsconfig.json"), TSCONFIG);
  await writeFile(join(root, "package.json"), '{ "type": "module" }');
  const path = (file: string) => join(folder, file);
  const read = (file: string) => readFile(path(file), "utf8");
  const write = (file: string, text: string) => writeFile(path(file), text);
  for (const [file, text] of Object.entries(FILES)) await write(file, text);
  return {
    root,
    folder,
    read,
    write,
    async edit(file, from, to) {
      const text = await read(file);
      if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
      await write(file, text.replace(from, to));
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

const TSCONFIG = JSON.stringify({
  extends: join(ROOT, "tsconfig.json"),
  compilerOptions: { types: [], paths: { "inlay/kit": [join(ROOT, "widgets", "kit", "index.ts")] } },
  include: ["."],
});

const FILES: Readonly<Record<string, string>> = {
  "traits.ts": `import { defineTraits, option, t, value } from "inlay/kit";

export const traits = defineTraits({
  value: value(t.int(), "How often it was pressed."),
  label: option(t.string(), "What stands on it.", { default: "Press" }),
});
`,
  "item.ts": `import type { ItemInfo } from "inlay/kit";

export const item: ItemInfo = {
  version: "0.1.0",
  title: "Dial",
  summary: "A button that counts.",
  category: "control",
  budget: 40,
  example: { arguments: { value: "3" }, reader: "pressed = {get}()\\npressed" },
  docs: "Press it.",
};
`,
  "words.ts": `export const WORD = "first";
`,
  "element.ts": `import { html, widgetElement } from "inlay/kit";
import { traits } from "./traits.ts";
import { WORD } from "./words.ts";

export class DialElement extends widgetElement(traits) {
  override render() {
    return html\`<button @click=\${() => this.send({ value: this.value + 1 })}>\${this.label} \${this.value}</button>
      <p role="note">\${WORD}</p>\`;
  }
}
`,
  "index.ts": `import { mount } from "inlay/kit";
import { DialElement } from "./element.ts";

export default mount(DialElement);
`,
};
