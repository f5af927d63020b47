import { readFileSync } from "node:fs";
import { packageRoot } from "../registry/paths.ts";

/** The version of inlay, as its package says. */
export const version: string = (
  JSON.parse(readFileSync(new URL("package.json", packageRoot), "utf8")) as { version: string }
).version;
