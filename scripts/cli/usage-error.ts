import { InlayError } from "../client/errors.ts";

/** The command line was used wrongly: exit code 2, and where to read how it is used. */
export class UsageError extends InlayError {
  constructor(message: string, command?: string) {
    super({
      code: "wrong-use",
      message,
      cure: `Run: inlay ${command === undefined ? "" : `${command} `}--help`,
      usage: true,
    });
  }
}
