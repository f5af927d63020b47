// `npm start`: what is missing, then the gallery.
import { spawn } from "node:child_process";
import { delimiter, dirname } from "node:path";
import { failSetup, pythonIn, root, setUpStart } from "./setup.mjs";

await setUpStart().catch(failSetup);

const gallery = spawn(process.execPath, ["dist/inlay.js", "gallery", ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
  // A notebook elsewhere that has no environment of its own gets the clone's.
  env: { ...process.env, PATH: [dirname(pythonIn(".venv")), process.env.PATH].join(delimiter) },
});
// A terminal sends Ctrl-C to the gallery too; it stops its server, and this process ends with it.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => gallery.kill("SIGTERM"));
gallery.on("close", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
