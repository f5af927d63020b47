/** One notebook session of a marimo server. */
export interface Session {
  /** The browser's key, `s_…`; it changes when the page reconnects. */
  readonly key: string;
  /** The key that survives reconnects, `sess-…`; from marimo 0.25 on. */
  readonly stableId?: string;
  /** The notebook's file as the server names it; null while it has never been saved. */
  readonly filename: string | null;
  /** The notebook's absolute path on the server's machine; null while it has never been saved. */
  readonly path: string | null;
  /** The address of the session's server, without a trailing slash. */
  readonly url: string;
}

/** What a caller hears while code runs. */
export interface ExecuteHooks {
  /** Standard output as it comes, in any chunks. */
  stdout?(text: string): void;
  /** Standard error as it comes, in any chunks. */
  stderr?(text: string): void;
  /**
   * Nothing has come for a while: the kernel runs this code silently, or is busy with something else.
   * Called after 3 s of silence and every 15 s from then on, with the silence in milliseconds.
   */
  waiting?(silence: number): void;
  /** Aborting it interrupts the kernel's run, once; `execute` then rejects with the code `interrupted`. */
  readonly signal?: AbortSignal;
}

/** How a piece of code ended in the kernel. */
export interface ExecuteResult {
  readonly success: boolean;
  /** The value of the last expression, where there is one. */
  readonly output?: { readonly mimetype: string; readonly data: string };
  /** What the kernel says went wrong, where it says so apart from stderr. */
  readonly error?: string;
}

/** A way to run code in one session's kernel. */
export interface Transport {
  readonly kind: "http" | "mcp";
  /**
   * Runs `code` in the scratchpad to its end; no timer ever abandons it.
   * Rejects with an `InlayError` when the run's end is not known or it was interrupted.
   */
  execute(code: string, hooks?: ExecuteHooks): Promise<ExecuteResult>;
  /** Has the server save the notebook with these cells, where it does not by itself: see `AddReport.save`. */
  save(notebook: object): Promise<void>;
  /** The sessions that the server has now. */
  sessions(): Promise<readonly Session[]>;
}
