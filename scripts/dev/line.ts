import { InlayError } from "../client/errors.ts";
import type { Ask } from "../client/install.ts";
import type { BaseReport } from "../client/protocol.ts";
import type { Reached } from "../client/reach.ts";
import type { Transport } from "../client/transport.ts";
import type { Kernel } from "./kernel.ts";

/**
 * The way to one notebook's kernel. A page that connects anew gives its session another key, before marimo 0.25: what
 * was refused because of that is asked once more over the new one.
 */
export class Line {
  readonly #kernelThrough: (transport: Transport) => Kernel;
  #reached: Reached;
  #kernel: Kernel;

  constructor(reached: Reached, kernelThrough: (transport: Transport) => Kernel) {
    this.#kernelThrough = kernelThrough;
    this.#reached = reached;
    this.#kernel = kernelThrough(reached.transport);
  }

  /** The session as it was last found. */
  get session(): Reached["session"] {
    return this.#reached.session;
  }

  /** Any request. */
  readonly ask: Ask = (request) => this.#through(() => this.#kernel.ask(request));

  /** A request of the least program. */
  hot<R extends BaseReport>(request: object): Promise<R> {
    return this.#through(() => this.#kernel.hot<R>(request));
  }

  /** Has the server save the notebook, for versions that do not by themselves. */
  readonly save = (notebook: object): Promise<void> => this.#through(() => this.#reached.transport.save(notebook));

  isPageConnected(): Promise<boolean> {
    return this.#reached.isPageConnected();
  }

  /**
   * Looks for the notebook on its server, and follows it to another session. Rejects with `server-unreachable` where
   * the server is gone.
   */
  async find(): Promise<"same" | "moved" | "closed"> {
    const now = await this.#reached.again();
    if (!now) return "closed";
    if (now.session.key === this.#reached.session.key) return "same";
    this.#reached = now;
    this.#kernel = this.#kernelThrough(now.transport);
    return "moved";
  }

  async #through<R>(send: () => Promise<R>): Promise<R> {
    try {
      return await send();
    } catch (error) {
      const refused = error instanceof InlayError && error.code === "server-refused";
      if (!refused || (await this.find()) !== "moved") throw error;
      return send();
    }
  }
}
