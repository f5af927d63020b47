import { InlayError } from "../client/errors.ts";
import { inspect, type Inspection } from "../client/inspection.ts";
import type { Ask } from "../client/install.ts";
import type { RegistryItem } from "../build/item.ts";
import { inspectEsm, type Touch } from "../registry/inspect-esm.ts";
import type { Loaded } from "../registry/load.ts";
import { foreignItems, type Foreign } from "../registry/record.ts";
import { findBase } from "../registry/releases.ts";
import { confirmed } from "./confirm.ts";
import { plain, type Output } from "./output.ts";

/** What a person wants to know of an item before it is trusted. */
export interface Shown {
  readonly name: string;
  readonly version: string;
  readonly origin: string;
  readonly fingerprint: string;
  readonly bytes: { readonly cell: number; readonly front_end: number | null };
  readonly needs: readonly string[];
  readonly python: Pick<Inspection, "imports" | "touches">;
  /** Null where the front end is no plain text. */
  readonly page: readonly Touch[] | null;
  /** What was accepted before, where it was another version; `new_imports` is null where nobody has its code. */
  readonly before: null | {
    readonly version: string;
    readonly fingerprint: string;
    readonly new_imports: readonly string[] | null;
  };
}

export interface TrustOptions {
  readonly cwd: string;
  readonly yes: boolean;
  /** Show, and ask nothing. */
  readonly dryRun: boolean;
}

/**
 * Shows the items from elsewhere that were not accepted before, and asks about them on a terminal. Gives back what was
 * shown; an item that is pinned in the lock file is neither shown nor asked about.
 * @throws {InlayError} "needs-trust" without a terminal or a yes, "fingerprint-changed" for other code of a version.
 */
export async function trust(
  loaded: readonly Loaded[],
  ask: () => Promise<Ask>,
  { cwd, yes, dryRun }: TrustOptions,
  out: Output,
): Promise<readonly Shown[]> {
  const strange = (await foreignItems(loaded, cwd)).filter(({ acceptance }) => acceptance.kind !== "pinned");
  if (strange.length === 0) return [];
  const shown = await describe(strange, await ask());
  const reading = shown.map(({ origin }) => `inlay view ${plain(shellWord(origin))} --code`).join(", ");
  for (const each of shown) for (const line of linesOf(each)) out.line(line);
  out.line(out.style.dim(`This is what the code names; who means to hide something can. To read it all: ${reading}`));
  const names = shown.map(({ name, version }) => `${name} ${version}`).join(", ");
  if (dryRun || yes || (await confirmed(`Trust ${names}, and pin it in inlay.lock.json?`, out))) return shown;
  throw new InlayError({
    code: "needs-trust",
    message: `${names} comes from elsewhere, and is code that runs in the notebook and in its page.`,
    // For people it stands above already.
    ...(out.json ? { found: shown.flatMap(linesOf).join("\n") } : {}),
    expected: "somebody who trusts it",
    cure: `Read it: ${reading}. To accept and pin it: run it again with --yes.`,
    details: { items: shown },
  });
}

async function describe(strange: readonly Foreign[], ask: Ask): Promise<readonly Shown[]> {
  const older = await Promise.all(strange.map(acceptedBefore));
  const items = [...strange.map(({ loaded }) => loaded.item), ...older.filter((each) => each !== undefined)];
  const found = await inspect(ask, items);
  return strange.map(({ loaded: { item, origin }, acceptance }, index) => {
    const inspection = found[index];
    if (!inspection) throw new Error(`The kernel said nothing of ${item.name}.`);
    const base = older[index] && found[items.indexOf(older[index])];
    const { imports, touches, esm } = inspection;
    const news = base ? imports.filter((each) => !base.imports.includes(each)) : null;
    return {
      name: item.name,
      version: item.version,
      origin,
      fingerprint: item.fingerprint,
      bytes: {
        cell: Buffer.byteLength(item.cells.definition),
        front_end: esm === null ? null : Buffer.byteLength(esm),
      },
      needs: item.requires.python,
      python: { imports, touches },
      page: esm === null ? null : inspectEsm(`${esm}\n${inspection.css ?? ""}`),
      before: acceptance.kind === "other-version" ? { ...versionOf(acceptance.pin), new_imports: news } : null,
    };
  });
}

/** A text as a shell takes it for one word. */
function shellWord(text: string): string {
  return /^[\w./:@-]+$/.test(text) ? text : `'${text.replaceAll("'", `'"'"'`)}'`;
}

function acceptedBefore({ loaded, acceptance }: Foreign): Promise<RegistryItem | undefined> {
  if (acceptance.kind !== "other-version") return Promise.resolve(undefined);
  return findBase({ name: loaded.item.name, ...versionOf(acceptance.pin) });
}

function versionOf({ version, fingerprint }: { version: string; fingerprint: string }) {
  return { version, fingerprint };
}

function linesOf({ name, version, origin, fingerprint, bytes, needs, python, page, before }: Shown): readonly string[] {
  const kib = (size: number) => `${(size / 1024).toFixed(1)} KiB`;
  const row = (title: string, text: string) => `  ${title.padEnd(12)} ${plain(text)}`;
  return [
    plain(`${name} ${version}`),
    row("from", origin),
    row("size", `${kib(bytes.cell)}${bytes.front_end === null ? "" : `, ${kib(bytes.front_end)} of it the front end`}`),
    row("fingerprint", before ? `${fingerprint}; it was ${before.fingerprint} in ${before.version}` : fingerprint),
    row("needs", needs.join(", ") || "nothing"),
    row("imports", python.imports.join(", ") || "nothing"),
    ...(before?.new_imports?.length ? [row("new imports", before.new_imports.join(", "))] : []),
    row("Python", python.touches.join(", ") || "touches nothing outside of the widget"),
    row("page", pageText(page)),
  ];
}

function pageText(page: readonly Touch[] | null): string {
  if (page === null) return "its front end is no plain text, and not known before it runs";
  if (page.length === 0) return "touches nothing outside of the widget";
  return page.map(({ kind, what }) => `${what} (${kind})`).join(", ");
}
