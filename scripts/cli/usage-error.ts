import { InlayError } from "../client/errors.ts";

/** The command line was used wrongly: exit code 2, and where to read how it is used. */
export class UsageError extends InlayError {
  readonly #general: boolean;

  /** @param cure what to run; the help of the command that was called unless told */
  constructor(message: string, cure?: string) {
    super({ code: "wrong-use", message, cure: `Run: ${cure ?? "inlay --help"}`, usage: true });
    this.#general = cure === undefined;
  }

  /** The same error, leading to the help of the command that was called where it leads nowhere else. */
  from(command: string): UsageError {
    return this.#general ? new UsageError(this.message, `inlay ${command} --help`) : this;
  }
}
