import { runProgram, type Transport } from "../client/index.ts";
import type { Ask } from "../client/install.ts";
import type { BaseReport } from "../client/protocol.ts";
import { kernelModules, modulesOf } from "./modules.ts";
import type { Output } from "./output.ts";

/**
 * A way to ask this kernel: each request is one program in the scratchpad, whose own output is passed on. Ctrl-C
 * interrupts the run, once.
 */
export function kernelOf(transport: Transport, out: Output): Ask {
  const modules = kernelModules();
  return async <R extends BaseReport>(request: object): Promise<R> =>
    (await runProgram(transport, modulesOf(request, await modules), request, runHooks(out))) as R;
}

/** What a run shows while it goes on. */
export function runHooks(out: Output) {
  return {
    stdout: (text: string) => out.stream(text, "stdout"),
    stderr: (text: string) => out.stream(text, "stderr"),
    waiting: (silence: number) =>
      out.note(`the kernel has been busy for ${Math.round(silence / 1000)} s; Ctrl-C interrupts whatever it runs`),
    signal: interruption(),
  };
}

/** Stops the run as Ctrl-C does once nobody reads its output any more: `inlay exec … | head`. */
export function stopWithReader(): { readonly left: boolean } {
  const signal = interruption();
  const reader = { left: false };
  process.stdout.once("error", () => {
    reader.left = true;
    if (!signal.aborted) controller?.abort();
  });
  return reader;
}

let controller: AbortController | undefined;

/** Aborts at Ctrl-C; a second Ctrl-C ends the command at once. */
function interruption(): AbortSignal {
  if (!controller) {
    const made = new AbortController();
    controller = made;
    process.once("SIGINT", () => made.abort());
  }
  return controller.signal;
}
