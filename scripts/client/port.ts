import { createServer } from "node:net";
import { InlayError } from "./errors.ts";

/** marimo's own first choice. */
const FIRST = 2718;
const LAST = FIRST + 1000;

/** The port to start a server on: the wanted one, else the first free one from 2718. Rejects with `port-taken`. */
export async function freePort(wanted?: number): Promise<number> {
  for (let port = wanted ?? FIRST; port <= (wanted ?? LAST); port++) {
    if (await isFree(port)) return port;
  }
  throw new InlayError({
    code: "port-taken",
    message: wanted === undefined ? "No port is free." : `Port ${wanted} is taken.`,
    found:
      wanted === undefined ? `all from ${FIRST} to ${LAST} in use` : `another program listening on 127.0.0.1:${wanted}`,
    expected: "a free port",
    cure:
      wanted === undefined
        ? "Stop a server, or name a port with --port."
        : "Name another with --port, or leave --port out.",
  });
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}
