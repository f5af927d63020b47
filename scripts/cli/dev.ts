import { existsSync, statSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { InlayError } from "../client/errors.ts";
import { reachAll } from "../client/reach.ts";
import { runProgram } from "../client/run.ts";
import type { BaseReport } from "../client/protocol.ts";
import type { Transport } from "../client/transport.ts";
import { develop } from "../dev/develop.ts";
import type { Kernel } from "../dev/kernel.ts";
import type { Command, Flags } from "./command.ts";
import { eventLines } from "./dev-events.ts";
import { kernelModules, modulesFor, modulesOf } from "./modules.ts";
import type { Output } from "./output.ts";
import { TARGET_FLAGS, targetOptions } from "./target.ts";
import { UsageError } from "./usage-error.ts";

export const dev: Command = {
  name: "dev",
  summary: "watch widgets and show each save in the open notebook",
  positionals: [{ name: "PATH", description: "A widget's folder.", required: true, multiple: true }],
  flags: {
    "all-notebooks": {
      type: "boolean",
      description: "Every open notebook; else those that hold one of the widgets, else the only one.",
    },
    as: { type: "string", value: "NAME", description: "The object's name where the widget has to be added." },
    "no-keep": { type: "boolean", description: "At the end, put the notebook back as it was." },
    "no-types": { type: "boolean", description: "Do not check types." },
    overwrite: { type: "boolean", description: "Take over cells that were edited in the notebook." },
    yes: { type: "boolean", short: "y", description: "Install missing Python packages without asking." },
    ...TARGET_FLAGS,
  },
  examples: [
    ["inlay dev widgets/dial", "in the notebooks that hold it; else added, with its example, to the one that is open"],
    ["inlay dev widgets/dial --file prices.py", "in one notebook"],
    ["inlay dev dial knob --all-notebooks --no-keep", "two at once, everywhere, leaving no trace"],
  ],
  run: async ({ words, flags, out }) => {
    const folders = [...new Set(words.map(widgetFolder))];
    if (flags.text("as") !== undefined && folders.length > 1) {
      throw new UsageError(`--as speaks of one widget, found ${folders.length}.`);
    }
    const stop = stopping(out);
    const { notebooks, warnings } = await reachAll(targetOptions(flags));
    for (const warning of warnings) out.warn(warning);
    const modules = await kernelModules();
    // A server may never end a request to a session that it has closed: that must not keep the command.
    const leave = () => setTimeout(() => process.exit(), 1000).unref();
    await develop({
      folders,
      root: process.cwd(),
      open: notebooks,
      all: flags.boolean("all-notebooks") || namesOne(flags),
      as: flags.text("as"),
      keep: !flags.boolean("no-keep"),
      types: !flags.boolean("no-types"),
      overwrite: flags.boolean("overwrite"),
      yes: flags.boolean("yes"),
      kernelThrough: (transport) => kernelThrough(transport, modules, out),
      tell: (event) => {
        if (out.json) out.event(event);
        else for (const line of eventLines(event, out.style)) out.line(line);
      },
      signal: stop,
    }).finally(leave);
  },
};

/** A folder with an index.ts, or that file itself. */
function widgetFolder(path: string): string {
  const found = resolve(path);
  const folder = basename(found) === "index.ts" ? dirname(found) : found;
  if (existsSync(folder) && statSync(folder).isDirectory() && existsSync(resolve(folder, "index.ts"))) return folder;
  throw new InlayError({
    code: "no-widget",
    message: `${path} is no widget.`,
    found: existsSync(folder) ? "no index.ts in it" : "nothing there",
    expected: "a folder with index.ts, traits.ts and item.ts",
    cure: "Run: inlay new NAME",
    usage: true,
  });
}

function namesOne(flags: Flags): boolean {
  return flags.text("file") !== undefined || flags.text("session") !== undefined;
}

function kernelThrough(transport: Transport, modules: Readonly<Record<string, string>>, out: Output): Kernel {
  // Without a signal: Ctrl-C ends the watching, and what a kernel has begun is let finish.
  const hooks = {
    stdout: (text: string) => out.stream(text, "stdout"),
    stderr: (text: string) => out.stream(text, "stderr"),
  };
  const hot = modulesFor(["hot"], modules);
  return {
    ask: async <R extends BaseReport>(request: object) =>
      runProgram<R>(transport, modulesOf(request, modules), request, hooks),
    hot: async <R extends BaseReport>(request: object) => runProgram<R>(transport, hot, request, hooks, "hot"),
  };
}

/** Aborts at the first Ctrl-C or end; a second one ends the command at once, with the notebook as it stands. */
function stopping(out: Output): AbortSignal {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(130);
      out.note("… stopping; once more ends at once");
      stop.abort();
    });
  }
  return stop.signal;
}
