import { relative } from "node:path";
import { esbuildPlugin } from "@web/dev-server-esbuild";
import { chromeLauncher } from "@web/test-runner-chrome";
import { contractPlugin, subjects } from "./test/contract/plugin.mjs";
import { defaultReporter } from "@web/test-runner";

const root = process.getuid?.() === 0;

/** Prints the last lines that `npm test` reads: each test that failed, and how many there were. */
const countReporter = () => {
  let passed = 0;
  let failures = [];
  return {
    onTestRunFinished({ sessions }) {
      passed = 0;
      failures = [];
      for (const session of sessions) {
        const place = session.group.name.startsWith("contract: ")
          ? session.group.name
          : relative(import.meta.dirname, session.testFile);
        const count = (suite, path) => {
          for (const test of suite.tests) {
            if (test.passed) passed += 1;
            else if (!test.skipped)
              failures.push(
                [...path, test.name].join(" > ") + `: ${test.error?.message?.split("\n")[0] ?? "no reason"}`,
              );
          }
          for (const inner of suite.suites) count(inner, [...path, inner.name]);
        };
        if (session.testResults) count(session.testResults, [place]);
        for (const error of session.errors) failures.push(`${place} broke off: ${error.message}`);
      }
    },
    stop() {
      for (const failure of failures) process.stdout.write(`✗ ${failure}\n`);
      process.stdout.write(`${passed} passed, ${failures.length} failed\n`);
    },
  };
};

/** A page for each widget, so that they run side by side and one that crashes is named. */
const contractGroups = subjects().map(({ name }) => ({
  name: `contract: ${name}`,
  files: "test/contract/contract.test.ts",
  testRunnerHtml: (framework) =>
    `<!doctype html><html lang="en"><body><script>window.subject = ${JSON.stringify(name)};</script>` +
    `<script type="module" src="${framework}"></script></body></html>`,
}));

/** `inlay/kit` as the sources have it: two copies of the kit in one page would not know of each other. */
const kitFromSource = {
  name: "the kit from its sources",
  resolveImport: ({ source }) =>
    ({ "inlay/kit": "/widgets/kit/index.ts", "inlay/kit/testing": "/widgets/kit/testing/index.ts" })[source],
};

export default {
  files: ["widgets/**/*.test.ts", "scripts/new/templates/*/*.test.ts"],
  groups: process.argv.includes("--files") ? [] : contractGroups,
  nodeResolve: { exportConditions: ["production", "default"] },
  concurrency: 2,
  browsers: [
    chromeLauncher({
      // Pages run side by side: in a window of its own each gets animation frames, and thinks that it has the focus.
      async createPage({ browser }) {
        const page = await (await browser.createBrowserContext()).newPage();
        const client = await page.createCDPSession();
        await client.send("Emulation.setFocusEmulationEnabled", { enabled: true });
        return page;
      },
      launchOptions: {
        executablePath: process.env.CHROME_PATH ?? "/usr/bin/chromium",
        args: [
          ...(root ? ["--no-sandbox"] : []),
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
        ],
      },
    }),
  ],
  plugins: [
    kitFromSource,
    contractPlugin(),
    esbuildPlugin({ ts: true, target: "es2023", tsconfig: new URL("tsconfig.json", import.meta.url).pathname }),
  ],
  testsFinishTimeout: 300_000,
  testFramework: { config: { timeout: 10000 } },
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: process.stdout.isTTY }), countReporter()],
};
