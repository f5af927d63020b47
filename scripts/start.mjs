// `npm start`: what is missing, then the gallery.
import { spawn } from "node:child_process";
import { failSetup, root, setUpStart } from "./setup.mjs";

await setUpStart().catch(failSetup);

const gallery = spawn(process.execPath, ["--import", "tsx", "scripts/dev/gallery.ts", ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
});
// A terminal sends Ctrl-C to the gallery too; it stops its server, and this process ends with it.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => gallery.kill("SIGTERM"));
gallery.on("close", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
