import { fileURLToPath } from "node:url";
import { esbuildPlugin } from "@web/dev-server-esbuild";
import { chromeLauncher } from "@web/test-runner-chrome";

const root = process.getuid?.() === 0;

/** Chromium is looked for where it is usually installed; CHROME_PATH names another. */
export default {
  files: ["**/*.test.ts", "!**/node_modules/**"],
  nodeResolve: { exportConditions: ["production", "default"] },
  plugins: [
    esbuildPlugin({ ts: true, target: "es2023", tsconfig: fileURLToPath(new URL("tsconfig.json", import.meta.url)) }),
  ],
  testFramework: { config: { timeout: 20_000 } },
  browsers: [chromeLauncher({ launchOptions: { args: root ? ["--no-sandbox"] : [] } })],
};
