import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { setPriority, tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { above } from "../build/root.ts";
import { framed, type Problem } from "./problem.ts";

/** What a check has found: problems by file (absolute), or why there was none. */
export type Checked =
  | { readonly problems: ReadonlyMap<string, readonly Problem[]> }
  | { readonly unchecked: string }
  /** It was stopped. */
  | { readonly stopped: true };

/**
 * Checks types with the project's own TypeScript and tsconfig.json, in a process of its own that gives way to others.
 * What it learned is kept from one check to the next.
 */
export class TypeCheck {
  readonly #root: string;
  readonly #memory = mkdtempSync(join(tmpdir(), "inlay-types-"));
  #child: ChildProcess | undefined;

  constructor(root: string) {
    this.#root = root;
  }

  /** Checks the project of a folder. */
  async run(folder: string): Promise<Checked> {
    const project = above(folder, (each) => existsSync(join(each, "tsconfig.json")));
    if (project === undefined) return { unchecked: "there is no tsconfig.json in its folder, or above it" };
    const compiler = compilerFor(folder);
    if (compiler === undefined) return { unchecked: "no TypeScript is installed there (npm i -D typescript)" };
    const memory = join(this.#memory, `${Buffer.from(project).toString("base64url").slice(-80)}.tsbuildinfo`);
    const kept = ["--incremental", "--tsBuildInfoFile", memory];
    const { stopped, output } = await this.#spawn(project, [compiler, ...FLAGS, ...kept]);
    if (stopped) return { stopped: true };
    const { found, general } = diagnostics(output, project);
    if (general !== undefined && found.length === 0) return { unchecked: general };
    const problems = new Map<string, Problem[]>();
    for (const { file, ...rest } of found) {
      const problem = await framed({ kind: "types", file: relative(this.#root, file), ...rest }, this.#root);
      problems.set(file, [...(problems.get(file) ?? []), problem]);
    }
    return { problems };
  }

  /** Stops a check that runs: its answer would be about an older state. */
  stop(): void {
    this.#child?.kill();
  }

  /** Stops, and forgets. */
  dispose(): void {
    this.stop();
    rmSync(this.#memory, { recursive: true, force: true });
  }

  #spawn(cwd: string, args: readonly string[]): Promise<{ stopped: boolean; output: string }> {
    return new Promise((done) => {
      const child = spawn(process.execPath, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
      this.#child = child;
      let output = "";
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding("utf8").on("data", (text: string) => (output += text));
      }
      child.once("spawn", () => giveWay(child.pid));
      child.once("error", (error) => done({ stopped: false, output: `error: ${error.message}` }));
      child.once("close", (_, signal) => done({ stopped: signal !== null, output }));
    });
  }
}

const FLAGS = ["--noEmit", "--pretty", "false", "-p", "tsconfig.json"];

function giveWay(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, 10);
  } catch {
    // It has ended already, or the system does not allow it.
  }
}

/** The script of the nearest node_modules/typescript. */
function compilerFor(folder: string): string | undefined {
  const owner = above(folder, (each) => existsSync(join(each, "node_modules", "typescript", "package.json")));
  if (owner === undefined) return undefined;
  const own = join(owner, "node_modules", "typescript");
  const { bin } = JSON.parse(readFileSync(join(own, "package.json"), "utf8")) as { bin?: { tsc?: string } };
  const script = join(own, bin?.tsc ?? "bin/tsc");
  return existsSync(script) ? script : undefined;
}

interface Diagnostic {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly reason: string;
}

/**
 * Reads what tsc prints: `file(line,column): error TS1: text`, with further lines of the text indented; and errors that
 * have no file.
 */
export function diagnostics(
  output: string,
  folder: string,
): { readonly found: readonly Diagnostic[]; readonly general: string | undefined } {
  const found: Diagnostic[] = [];
  let general: string | undefined;
  for (const line of output.split(/\r?\n/)) {
    const [, file = "", row, column, text] = /^(.+?)\((\d+),(\d+)\): error (TS\d+: .*)$/.exec(line) ?? [];
    const last = found.at(-1);
    if (text !== undefined) {
      found.push({ file: resolve(folder, file), line: Number(row), column: Number(column), reason: text });
    } else if (/^\s+\S/.test(line) && last) {
      found[found.length - 1] = { ...last, reason: `${last.reason}\n${line}` };
    } else if (/^error\b/.test(line)) {
      general ??= line;
    }
  }
  return { found, general };
}

/** The folder that a check of this widget is made in; widgets of one project share one check. */
export function projectOf(folder: string): string {
  return above(folder, (each) => existsSync(join(each, "tsconfig.json"))) ?? dirname(folder);
}
