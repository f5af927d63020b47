// What `npm start` and `npm test` need on a fresh machine. Plain Node without packages, since none may be there yet.
// Each step leaves a stamp when it is done, so a second run does nothing twice and an interrupted one is repaired.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** The marimo versions that the tests run on beside the newest one, oldest first. */
export const MATRIX = ["0.21.1", "0.22.5", "0.23.16", "0.24.2"];

/** The last marimo without code mode: inlay must say so clearly there. */
export const TOO_OLD = "0.20.4";

const windows = process.platform === "win32";
const OFFLINE =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|getaddrinfo|network|Temporary failure|No matching distribution|connection/i;

/** A set-up step that cannot go on: one sentence that says what is missing, and the cure. */
export class SetupError extends Error {}

/** The Python of an environment folder such as `.venv`. */
export const pythonIn = (venv) => join(root, venv, windows ? "Scripts/python.exe" : "bin/python");

/** Packages, `.venv` with marimo and anywidget, and the build: what `npm start` stands on. */
export async function setUpStart() {
  requireNode();
  await npmPackages();
  await environment(".venv", ["start.txt"]);
  await build();
}

/** The same for `npm test`, with the test packages, every supported marimo, and a Chromium. */
export async function setUpTest() {
  requireNode();
  await npmPackages();
  await environment(".venv", ["start.txt", "test.txt"]);
  for (const version of [...MATRIX, TOO_OLD]) {
    await environment(join(".venvs", version), ["matrix.txt"], [`marimo[mcp]==${version}`]);
  }
  const chromium = await findOrInstallChromium();
  await build();
  return { chromium };
}

function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new SetupError(
    `Found Node ${process.versions.node}, expected 20.19 or newer: install it, for example from your system's packages or with a version manager.`,
  );
}

async function npmPackages() {
  const stamp = join(root, "node_modules", ".inlay-stamp");
  const wanted = hash(["package.json", "package-lock.json"]);
  if (stamped(stamp, wanted)) return;
  await step("npm packages", windows ? "npm.cmd" : "npm", ["ci", "--no-audit", "--no-fund"], {
    cure: "Check the network and that npm works, then run the same command again.",
  });
  writeFileSync(stamp, wanted);
}

/** An environment that holds at least what these requirement files and packages ask for. */
async function environment(venv, requirements, packages = []) {
  const stamp = join(root, venv, ".inlay-stamp");
  const wanted = [...requirements.map((name) => hash([join("python/requirements", name)])), ...packages];
  const present = existsSync(stamp) ? readFileSync(stamp, "utf8").split("\n") : undefined;
  if (present && wanted.every((each) => present.includes(each))) return;
  if (!present) {
    rmSync(join(root, venv), { recursive: true, force: true });
    await step(`Python environment ${venv}`, findPython(), ["-m", "venv", venv], {
      cure: "Python's `venv` module did not work: install it (on Debian: apt-get install python3-venv), then run the same command again.",
    });
  }
  const args = [...requirements.flatMap((name) => ["-r", join("python/requirements", name)]), ...packages];
  const uv = join(root, windows ? ".venv/Scripts/uv.exe" : ".venv/bin/uv");
  const [command, commandArgs] = existsSync(uv)
    ? [uv, ["pip", "install", "--quiet", "--python", pythonIn(venv), ...args]]
    : [pythonIn(venv), ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...args]];
  await step(`Python packages of ${venv}`, command, commandArgs, {
    cure: "Check the network, then run the same command again.",
  });
  writeFileSync(stamp, wanted.join("\n"));
}

function findPython() {
  const candidates = [process.env.PYTHON, "python3", "python"].filter(Boolean);
  const seen = [];
  for (const candidate of candidates) {
    const found = spawnSync(candidate, ["-c", "import sys; print('%d.%d' % sys.version_info[:2])"], {
      encoding: "utf8",
    });
    if (found.status !== 0) continue;
    const version = found.stdout.trim();
    const [major, minor] = version.split(".").map(Number);
    if (major === 3 && minor >= 10) return candidate;
    seen.push(`${candidate} is ${version}`);
  }
  const found = seen.length > 0 ? seen.join(", ") : `none of ${candidates.join(", ")} runs`;
  throw new SetupError(
    `Found no Python 3.10 or newer (${found}): install one, or name it with the environment variable PYTHON.`,
  );
}

async function build() {
  const stamp = join(root, "dist", ".inlay-stamp");
  const wanted = hash(["package-lock.json", ...sources("widgets"), ...sources("scripts"), ...sources("python/inlay")]);
  if (stamped(stamp, wanted)) return;
  await step("Build", process.execPath, ["--import", "tsx", "scripts/build/main.ts"], {
    cure: "The lines above name the file and the reason.",
    show: true,
  });
  writeFileSync(stamp, wanted);
}

async function findOrInstallChromium() {
  const found = findChromium();
  if (found) return found;
  if (!existsSync("/etc/debian_version") || process.getuid?.() !== 0) {
    throw new SetupError(
      "Found no Chromium: install it (on Debian: apt-get install chromium), or name one with the environment variable CHROME_PATH.",
    );
  }
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const cure = "Check the network, or install Chromium by hand and name it with CHROME_PATH.";
  await step("Package lists", "apt-get", ["update", "-qq"], { env, cure });
  await step("Chromium", "apt-get", ["install", "-y", "-qq", "chromium"], { env, cure });
  const installed = findChromium();
  if (!installed) throw new SetupError("Chromium was installed but is not on the PATH: name it with CHROME_PATH.");
  return installed;
}

function findChromium() {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH;
  const folders = (process.env.PATH ?? "").split(delimiter);
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, windows ? `${name}.exe` : name)));
  const mac = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ];
  return [...paths, ...mac].find((path) => existsSync(path));
}

/** Runs one step with a line of progress; its output is shown when it fails. */
async function step(title, command, args, { cure, env = process.env, show = false }) {
  const started = Date.now();
  const live = process.stderr.isTTY && !show;
  process.stderr.write(live ? `  … ${title}` : `  … ${title}\n`);
  const { code, output } = await run(command, args, { env, show });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  if (code === 0) {
    process.stderr.write(`${live ? "\r\x1b[K" : ""}  ✓ ${title} (${seconds} s)\n`);
    return;
  }
  process.stderr.write(`${live ? "\r\x1b[K" : ""}  ✗ ${title}\n${output}`);
  const why =
    code === "ENOENT"
      ? `${command} was not found`
      : OFFLINE.test(output)
        ? "the network did not give what it asked for"
        : `${command} ended with ${code}`;
  throw new SetupError(`${title}: ${why}. ${cure}`);
}

function run(command, args, { env, show }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env,
      stdio: ["ignore", show ? "inherit" : "pipe", show ? "inherit" : "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text) => (output += text));
    }
    child.on("error", (error) => resolve({ code: error.code ?? 1, output: `${error.message}\n` }));
    child.on("close", (code, signal) => resolve({ code: code ?? signal, output }));
  });
}

function stamped(stamp, wanted) {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === wanted;
}

function hash(files) {
  const digest = createHash("sha256");
  for (const file of files) {
    const path = join(root, file);
    digest
      .update(file)
      .update("\0")
      .update(existsSync(path) ? readFileSync(path) : "")
      .update("\0");
  }
  return digest.digest("hex");
}

function sources(folder) {
  return readdirSync(join(root, folder), { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => !path.includes("__pycache__") && statSync(join(root, path)).isFile())
    .toSorted();
}

/** Ends the process the way every set-up failure ends: one sentence on stderr, exit code 1. */
export function failSetup(error) {
  if (!(error instanceof SetupError)) throw error;
  process.stderr.write(`\nSet-up stopped. ${error.message}\n`);
  process.exit(1);
}
