import { checkItem } from "../build/check/item.ts";
import type { RegistryItem } from "../build/item.ts";
import { InlayError } from "../client/errors.ts";

/**
 * The item in a JSON value that comes from `origin`. Whether its Python is what it claims to be (the fingerprint, the
 * class) the kernel checks before it installs. A trait that looks like a secret is for `inlay validate` to name.
 * @throws {InlayError} "bad-item" that says all that is wrong.
 */
export function acceptItem(json: unknown, origin: string): RegistryItem {
  const problems = checkItem(json).filter(({ code }) => code !== "secret");
  if (problems.length === 0) return json as RegistryItem;
  const lines = problems.slice(0, 8).map(({ path, message }) => `${path || "the whole"}: ${message}`);
  throw new InlayError({
    code: "bad-item",
    message: `${origin} holds no registry item that can be installed.`,
    found: lines.concat(problems.length > 8 ? [`and ${problems.length - 8} more`] : []).join("\n"),
    expected: "an item as `inlay build` writes it: see item.schema.json",
    details: { problems: problems.slice(0, 50) },
  });
}
