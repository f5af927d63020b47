import { readFileSync } from "node:fs";
import { InlayError } from "./errors.ts";

/**
 * The token to use with a server that the user has named: the file's, else `MARIMO_TOKEN`, else none.
 * The end of the file's last line is not part of it.
 */
export function readToken(tokenFile: string | undefined, env: NodeJS.ProcessEnv): string | undefined {
  if (tokenFile === undefined) return checked(env["MARIMO_TOKEN"], "the environment variable MARIMO_TOKEN");
  let text: string;
  try {
    text = readFileSync(tokenFile, "utf8");
  } catch (cause) {
    throw new InlayError({
      code: "token-file",
      message: "The token file cannot be read.",
      found: `${tokenFile}: ${(cause as NodeJS.ErrnoException).code ?? "an error"}`,
      expected: "a file that holds the server's token",
      cure: "Check the path given to --token-file.",
      usage: true,
      cause,
    });
  }
  const token = checked(text.replace(/[\r\n]+$/, ""), tokenFile);
  if (token !== undefined) return token;
  throw new InlayError({
    code: "token-file",
    message: "The token file is empty.",
    found: tokenFile,
    expected: "a file that holds the server's token",
    cure: "Write the token into it.",
    usage: true,
  });
}

/** A header can carry visible ASCII only; anything else would fail later with the token in the message. */
function checked(token: string | undefined, place: string): string | undefined {
  if (token === undefined || token === "") return undefined;
  if (/^[\x21-\x7e]+$/.test(token)) return token;
  throw new InlayError({
    code: "bad-token",
    message: "The token holds characters that no token has.",
    found: `white space, control or non-ASCII characters in ${place}`,
    expected: "one line of visible ASCII characters",
    cure: "Copy the token again, without blanks around it.",
    usage: true,
  });
}
