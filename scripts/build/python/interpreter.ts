import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { above, ownPath } from "../root.ts";

const run = promisify(execFile);

/**
 * The Python that builds use, at least 3.10: the active environment, the nearest `.venv` from `folder` upwards, the
 * clone's own, what is on the path, or what uv knows of.
 * @throws {Error} that says where it looked and what to install.
 */
export async function findPython(folder: string): Promise<string> {
  const found: string[] = [];
  for (const candidate of candidates(folder)) {
    const version = await versionOf(candidate);
    if (isNewEnough(version)) return candidate;
    found.push(version === undefined ? `no ${candidate}` : `${candidate} ${version.join(".")}`);
  }
  const managed = await uvPython();
  if (managed !== undefined && isNewEnough(await versionOf(managed))) return managed;
  throw new Error(
    `A build needs Python 3.10 or newer; found ${found.join(", ")}. Install Python, or activate an environment that has it.`,
  );
}

function* candidates(folder: string): Generator<string> {
  const active = process.env["VIRTUAL_ENV"];
  const near = above(folder, (each) => existsSync(join(each, ".venv", IN_VENV)));
  const environments = [active, near && join(near, ".venv"), ownPath(".venv")];
  const paths = environments.flatMap((each) => (each ? [join(each, IN_VENV)] : []));
  yield* new Set(paths.filter((path) => existsSync(path)));
  yield* ["python3", "python"];
}

const IN_VENV = process.platform === "win32" ? join("Scripts", "python.exe") : join("bin", "python");

/** A Python that uv has installed; undefined where there is no uv, or it has none. Nothing is downloaded. */
async function uvPython(): Promise<string | undefined> {
  const args = ["python", "find", "--no-python-downloads", ">=3.10"];
  const { stdout } = await run("uv", args).catch(() => ({ stdout: "" }));
  return stdout.trim() || undefined;
}

function isNewEnough(version: readonly [number, number] | undefined): boolean {
  return version !== undefined && (version[0] > 3 || (version[0] === 3 && version[1] >= 10));
}

/**
 * Runs a script of the standard library alone with `input` on stdin, and gives back the JSON that it printed.
 * @throws {Error} with what Python wrote on stderr.
 */
export async function askPython(python: string, script: string, input: string): Promise<unknown> {
  const child = run(python, ["-I", "-S", script], { encoding: "utf8", maxBuffer: 1 << 28 });
  child.child.stdin?.end(input);
  try {
    return JSON.parse((await child).stdout);
  } catch (error) {
    const said = (error as { stderr?: string }).stderr?.trim().split("\n").at(-1);
    throw new Error(`${script} failed in ${python}: ${said ?? String(error)}`, { cause: error });
  }
}

async function versionOf(python: string): Promise<readonly [number, number] | undefined> {
  try {
    const code = "import sys; print(*sys.version_info[:2])";
    const [major = 0, minor = 0] = (await run(python, ["-I", "-S", "-c", code])).stdout.trim().split(" ").map(Number);
    return [major, minor];
  } catch {
    return undefined;
  }
}
