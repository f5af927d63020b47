import type { ControllerHost } from "../kit/controllers/host.ts";
import type { ReactiveController } from "../kit/lit.ts";

/** Milliseconds without a keystroke after which a comment is committed. */
const PAUSE = 500;

/**
 * A comment that is being typed: kept apart from what arrives meanwhile, committed after a pause in typing, on leaving the
 * field or its item, and when the page goes away.
 */
export class CommentDraft implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #commit: (index: number, text: string) => void;
  #draft: { readonly index: number; readonly text: string } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ControllerHost, commit: (index: number, text: string) => void) {
    this.#host = host;
    this.#commit = commit;
    host.addController(this);
  }

  /** What the field of an item shows: what is being typed there, else what is saved. */
  text(index: number, saved = ""): string {
    return this.#draft?.index === index ? this.#draft.text : saved;
  }

  /** Takes what the field of an item holds now. */
  type(index: number, text: string): void {
    if (this.#draft && this.#draft.index !== index) this.flush();
    this.#draft = { index, text };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#host.attempt(() => this.flush()), PAUSE);
    this.#host.requestUpdate();
  }

  /** Commits what is being typed, at once. */
  flush(): void {
    const draft = this.#draft;
    clearTimeout(this.#timer);
    this.#draft = undefined;
    if (draft) this.#commit(draft.index, draft.text);
  }

  hostConnected(): void {
    this.#host.listen(window, "pagehide", () => this.flush());
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}
