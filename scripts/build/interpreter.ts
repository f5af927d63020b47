import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * The Python that builds use: the clone's `.venv`, else a `python3` of at least 3.10 on the path.
 * @throws {Error} that says where it looked and what to install.
 */
export async function findPython(root: string): Promise<string> {
  const local = process.platform === "win32" ? [".venv", "Scripts", "python.exe"] : [".venv", "bin", "python"];
  const candidates = [join(root, ...local)].filter((path) => existsSync(path)).concat("python3", "python");
  const found: string[] = [];
  for (const candidate of candidates) {
    const version = await versionOf(candidate);
    if (version !== undefined && (version[0] > 3 || (version[0] === 3 && version[1] >= 10))) return candidate;
    found.push(version === undefined ? `no ${candidate}` : `${candidate} ${version.join(".")}`);
  }
  throw new Error(
    `A build needs Python 3.10 or newer; found ${found.join(", ")}. Install Python, or run npm start once.`,
  );
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
