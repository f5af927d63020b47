import { resolveTarget, type Resolved } from "../client/index.ts";
import type { Flag, Flags } from "./command.ts";
import type { Output } from "./output.ts";
import { UsageError } from "./usage-error.ts";

/** Flags that name the server and the notebook to work on. */
export const TARGET_FLAGS: Readonly<Record<string, Flag>> = {
  url: { type: "string", value: "URL", description: "The server's address; needed for a server with a token." },
  port: { type: "string", value: "N", description: "The port of a local server." },
  file: { type: "string", value: "NOTEBOOK", description: "The notebook's file, or the end of its path." },
  session: { type: "string", value: "ID", description: "The session's id, as `inlay sessions` prints it." },
  "token-file": {
    type: "string",
    value: "PATH",
    description: "A file that holds the server's token; or set MARIMO_TOKEN.",
  },
  transport: { type: "string", value: "auto|http|mcp", description: "How to reach the kernel; auto unless told." },
};

const TRANSPORTS = ["auto", "http", "mcp"] as const;

/** The options that the target flags say; unset ones are left out. */
export function targetOptions(flags: Flags) {
  const port = flags.text("port");
  const transport = flags.text("transport") ?? "auto";
  if (!TRANSPORTS.includes(transport as (typeof TRANSPORTS)[number])) {
    throw new UsageError(`--transport expects one of ${TRANSPORTS.join(", ")}, found "${transport}".`);
  }
  return {
    url: flags.text("url"),
    port: port === undefined ? undefined : portNumber(port),
    file: flags.text("file"),
    session: flags.text("session"),
    tokenFile: flags.text("token-file"),
    transport: transport as (typeof TRANSPORTS)[number],
  };
}

/** A port as a number, or a usage error that says what a port is. */
export function portNumber(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new UsageError(`--port expects a whole number from 1 to 65535, found "${text}".`);
}

/** Finds the one notebook that the flags mean, saying on stderr what was passed over. */
export async function findTarget(flags: Flags, out: Output): Promise<Resolved> {
  const resolved = await resolveTarget(targetOptions(flags));
  for (const warning of resolved.warnings) out.warn(warning);
  return resolved;
}
