import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { InlayError } from "../client/errors.ts";
import { faults, openGallery, type Gallery } from "../dev/gallery.ts";
import type { Command } from "./command.ts";
import { printInstalled } from "./install-report.ts";
import { loadItems } from "../registry/items.ts";
import { kernelOf } from "./kernel.ts";
import { packageRoot } from "../registry/paths.ts";
import { portNumber } from "./target.ts";

export const gallery: Command = {
  name: "gallery",
  summary: "marimo on a notebook with every widget in it (npm start)",
  flags: {
    port: { type: "string", value: "N", description: "The port; the first free one unless told." },
    notebook: {
      type: "string",
      value: "PATH",
      description: "The notebook; .gallery/gallery.py in the clone unless told.",
    },
    "no-open": { type: "boolean", description: "Open no browser; the session is opened over the websocket." },
    once: {
      type: "boolean",
      description: "Exit when all cells are verified: 0 if all are well, else 1. The notebook stays.",
    },
  },
  examples: [
    ["npm start", "runs until Ctrl-C, then stops the server that it started"],
    ["npm start -- --once --no-open --port 2800", "a check for scripts"],
  ],
  run: async ({ flags, out }) => {
    const items = await loadItems();
    const port = flags.text("port");
    const stop = new AbortController();
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stop.abort());
    const shown = await openGallery({
      notebook: resolve(flags.text("notebook") ?? fileURLToPath(new URL(".gallery/gallery.py", packageRoot))),
      port: port === undefined ? undefined : portNumber(port),
      open: flags.boolean("no-open") || !hasDisplay() ? undefined : openBrowser,
      items,
      askThrough: (transport) => kernelOf(transport, out),
      say: (text) => out.note(`… ${text}`),
      signal: stop.signal,
    });
    try {
      const wrong = faults(shown, items);
      out.result({ url: shown.server.url, widgets: shown.inventory.widgets, faults: wrong });
      if (shown.installed) printInstalled(shown.installed, out);
      else out.line(`All ${items.length} widgets were there already: ${objectsOf(shown).join(", ")}`);
      out.line();
      out.line(`${out.style.bold("The gallery is at")}  ${out.style.cyan(shown.server.url)}`);
      if (wrong.length > 0) throw notWell(wrong);
      if (flags.boolean("once")) return;
      out.line("Ctrl-C stops it.");
      await untilStopped(stop.signal, shown);
    } finally {
      await shown.server.stop();
    }
  },
};

function objectsOf({ inventory }: Gallery): readonly string[] {
  return inventory.widgets.flatMap(({ objects }) => objects.map(({ object }) => object));
}

function notWell(wrong: readonly string[]): InlayError {
  return new InlayError({
    code: "gallery-faulty",
    message: "Not all cells of the gallery are well.",
    found: wrong.join("\n"),
    expected: "every cell idle and without errors",
    cure: "Remove the notebook of the gallery and start again.",
  });
}

async function untilStopped(signal: AbortSignal, { server }: Gallery): Promise<void> {
  const stopped = new Promise<void>((done) => {
    if (signal.aborted) done();
    signal.addEventListener("abort", () => done(), { once: true });
  });
  const code = await Promise.race([stopped, server.exited]);
  if (code !== undefined) {
    throw new InlayError({
      code: "server-died",
      message: "marimo ended by itself.",
      found: `exit code ${code}`,
      cure: `See ${server.log ?? "its output"}`,
    });
  }
}

function hasDisplay(): boolean {
  if (process.platform === "darwin" || process.platform === "win32") return true;
  return Boolean(process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"]);
}

async function openBrowser(url: string): Promise<void> {
  const { default: open } = await import("open");
  const child = await open(url);
  // A browser that cannot start is no reason to stop: the address is printed.
  child.on("error", () => {});
}
