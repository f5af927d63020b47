/** The parts of an {@link InlayError}: what happened, what was found, what was expected, what to do. */
export interface ErrorParts {
  /** A stable kebab-case name, such as `several-sessions`. */
  readonly code: string;
  /** One sentence: what happened. */
  readonly message: string;
  readonly found?: string;
  readonly expected?: string;
  /** What the reader can do about it. */
  readonly cure?: string;
  /** More for programs: lists of sessions, last lines of a log. Plain JSON, never a token. */
  readonly details?: unknown;
  /** True where the command was used wrongly (exit code 2) rather than failed (exit code 1). */
  readonly usage?: boolean;
  readonly cause?: unknown;
}

/** The JSON form of an {@link InlayError}, the same shape that a kernel's report uses for its errors. */
export type ErrorJson = Omit<ErrorParts, "usage" | "cause">;

/**
 * The one error that commands throw on purpose. It is printed and turned into an exit code in one place.
 *
 * @example throw new InlayError({ code: "no-server", message: "No marimo server is running.", cure: "Run: inlay start" });
 */
export class InlayError extends Error {
  readonly code: string;
  readonly found: string | undefined;
  readonly expected: string | undefined;
  readonly cure: string | undefined;
  readonly details: unknown;
  readonly exitCode: 1 | 2;

  constructor(parts: ErrorParts) {
    super(parts.message, parts.cause === undefined ? undefined : { cause: parts.cause });
    this.name = "InlayError";
    this.code = parts.code;
    this.found = parts.found;
    this.expected = parts.expected;
    this.cure = parts.cure;
    this.details = parts.details;
    this.exitCode = parts.usage === true ? 2 : 1;
  }

  /** The error as plain JSON; absent parts are left out. */
  toJSON(): ErrorJson {
    const { code, message, found, expected, cure, details } = this;
    return {
      code,
      message,
      ...(found === undefined ? {} : { found }),
      ...(expected === undefined ? {} : { expected }),
      ...(cure === undefined ? {} : { cure }),
      ...(details === undefined ? {} : { details }),
    };
  }
}
