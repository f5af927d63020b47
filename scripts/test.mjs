// `npm test`: what is missing, then every suite. The last line counts all of them.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { failSetup, MATRIX, pythonIn, root, setUpTest } from "./setup.mjs";

const { chromium } = await setUpTest().catch(failSetup);
const results = mkdtempSync(join(tmpdir(), "inlay-test-"));
const env = { ...process.env, CHROME_PATH: chromium };

const bin = (name) => join("node_modules", ".bin", name);
const node = (name, folder) => {
  // Node 20 expands no patterns itself.
  const files = readdirSync(join(root, folder)).filter((file) => file.endsWith(".test.ts"));
  const tap = join(results, `${name}.tap`);
  const reporters = ["spec", "stdout", "tap", tap].flatMap((value, index) => [
    index % 2 ? "--test-reporter-destination" : "--test-reporter",
    value,
  ]);
  return {
    name,
    command: [process.execPath, "--import", "tsx", "--test", ...reporters, ...files.map((file) => join(folder, file))],
    count: () => {
      const text = readFileSync(tap, "utf8");
      return {
        passed: number(text, /^# pass (\d+)/m),
        failed: number(text, /^# fail (\d+)/m) + number(text, /^# cancelled (\d+)/m),
      };
    },
    failures: () => lines(readFileSync(tap, "utf8"), /^ *not ok \d+ - (.*)/),
  };
};
/** A check that has no tests of its own: it passes or it fails. */
const check = (name, ...command) => ({
  name,
  command,
  count: (_, code) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 }),
  failures: () => [],
});
const ruff = (...args) => [pythonIn(".venv"), "-m", "ruff", ...args];
const pytest = (venv) => ({
  name: `python on ${venv}`,
  command: [pythonIn(venv), "-m", "pytest", "-q", "-rsfE", "-p", "no:cacheprovider", "test/python"],
  count: (output) => ({
    passed: number(output, /(\d+) passed/),
    failed: number(output, /(\d+) failed/) + number(output, /(\d+) errors?\b/),
  }),
  failures: (output) => lines(output, /^(?:FAILED|ERROR) (.*)/),
});

const suites = [
  check("lint", bin("oxlint")),
  check("format", bin("oxfmt"), "--check", "."),
  check("types", bin("tsc")),
  check("ruff", ...ruff("check"), "python", "test/python"),
  check("ruff on widgets", ...ruff("check", "--config", "python/pyproject.toml"), "widgets", "scripts/build"),
  check("ruff format", ...ruff("format", "--check"), "python", "test/python"),
  check(
    "ruff format on widgets",
    ...ruff("format", "--check", "--config", "python/pyproject.toml"),
    "widgets",
    "scripts/build",
  ),
  check("mypy", pythonIn(".venv"), "-m", "mypy", "--config-file", "python/pyproject.toml", "python/inlay"),
  node("scripts", "test/scripts"),
  {
    name: "widgets",
    command: [bin("wtr")],
    count: (output) => ({
      passed: number(output, /^(\d+) passed, \d+ failed$/m),
      failed: number(output, /^\d+ passed, (\d+) failed$/m),
    }),
    failures: (output) => lines(output, /^✗ (.*)/),
  },
  // These wait for kernels most of the time, so two of them run side by side.
  ...pairs([...MATRIX.map((version) => join(".venvs", version)), ".venv"].map(pytest)),
  node("e2e", "test/e2e"),
];

const total = { passed: 0, failed: 0 };
const broken = [];
const only = process.argv.slice(2);
for (const each of suites) {
  const group = [each].flat().filter(({ name }) => only.length === 0 || only.some((word) => name.startsWith(word)));
  const running = group.map(({ command }) => run(command));
  for (const [index, suite] of group.entries()) {
    process.stdout.write(`\n── ${suite.name} ──\n`);
    running[index].show();
    const { code, output } = await running[index].ended;
    const { passed, failed, failures } = tally(suite, output, code);
    total.passed += passed;
    total.failed += failed;
    if (code !== 0 || failed > 0 || passed === 0)
      broken.push(
        passed + failed === 0 ? `${suite.name} (ran no test)` : suite.name,
        ...failures.map((failure) => `  ${failure}`),
      );
  }
}
rmSync(results, { recursive: true, force: true });
if (broken.length > 0) process.stdout.write(`\nFailed:\n${broken.join("\n")}\n`);
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = broken.length > 0 ? 1 : 0;

function tally(suite, output, code) {
  try {
    return { ...suite.count(output, code), failures: suite.failures(output) };
  } catch {
    return { passed: 0, failed: 0, failures: [] };
  }
}

/** Starts a suite. Its output is held until `show` is called, and streams from then on. */
function run([command, ...args]) {
  const child = spawn(command, args, { cwd: root, env, stdio: ["ignore", "pipe", "inherit"], shell: false });
  let output = "";
  let shown = false;
  child.stdout.setEncoding("utf8").on("data", (text) => {
    output += text;
    if (shown) process.stdout.write(text);
  });
  return {
    show() {
      shown = true;
      process.stdout.write(output);
    },
    ended: new Promise((resolve) => {
      child.on("error", (error) => resolve({ code: 1, output: error.message }));
      child.on("close", (code) => resolve({ code: code ?? 1, output }));
    }),
  };
}

function pairs(each) {
  return each.length === 0 ? [] : [each.slice(0, 2), ...pairs(each.slice(2))];
}

function lines(text, pattern) {
  return text.split("\n").flatMap((line) => line.match(pattern)?.[1] ?? []);
}

function number(text, pattern) {
  return Number(text.match(pattern)?.[1] ?? 0);
}
