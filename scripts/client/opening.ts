import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Candidate } from "./candidates.ts";
import { isSameFile, type Chosen, type Wanted } from "./choose.ts";
import type { Connection } from "./connection.ts";
import { InlayError } from "./errors.ts";
import { openSession } from "./open.ts";
import { fetchPage, type ServerPage } from "./page.ts";

interface Served {
  readonly connection: Connection;
  readonly page: ServerPage;
}

/**
 * Opens a session for a notebook that nobody has open: a server's own, or `file` on a server that serves a folder.
 * Rejects with `no-session` where no server could, and `several-servers` where more than one could.
 */
export async function openFor(servers: readonly Candidate[], wanted: Wanted): Promise<Chosen> {
  const idle = servers.filter(({ sessions }) => sessions.length === 0 || wanted.file !== undefined);
  const served = await Promise.all(
    idle.map(async ({ connection }): Promise<Served> => ({ connection, page: await fetchPage(connection) })),
  );
  const own = served.filter(({ page }) => hasOwn(page, wanted));
  if (own.length > 1) throw severalServers(own);
  const first = own[0];
  if (first !== undefined) return open(first.connection);
  const folders = served.filter(({ page }) => page.mode === "home");
  if (wanted.file !== undefined && folders.length > 0) return openInFolder(folders, wanted, wanted.file);
  throw noSession(served, wanted);
}

function hasOwn(page: ServerPage, { file, cwd }: Wanted): boolean {
  if (page.mode !== "edit") return false;
  return file === undefined || (page.filename !== undefined && isSameFile(page.filename, file, cwd ?? process.cwd()));
}

/** Which folder a server serves is not told before it is asked for a file: each is asked in turn. */
async function openInFolder(folders: readonly Served[], wanted: Wanted, file: string): Promise<Chosen> {
  const absolute = resolve(wanted.cwd ?? process.cwd(), file);
  const name = existsSync(absolute) ? absolute : file;
  let refused: unknown;
  for (const { connection } of folders) {
    try {
      return await open(connection, name);
    } catch (error) {
      refused = error;
    }
  }
  throw refused;
}

async function open(connection: Connection, file?: string): Promise<Chosen> {
  return { connection, session: await openSession(connection, file), opened: true };
}

function severalServers(served: readonly Served[]): InlayError {
  return new InlayError({
    code: "several-servers",
    message: `${served.length} servers have a notebook that could be meant.`,
    found: served.map(({ connection, page }) => `${page.filename ?? "a new notebook"} at ${connection.url}`).join("; "),
    expected: "one of them",
    cure: "Name it with --file or --port.",
    details: { servers: served.map(({ connection, page }) => ({ url: connection.url, file: page.filename ?? null })) },
  });
}

function noSession(served: readonly Served[], { file }: Wanted): InlayError {
  const found = served.map(({ connection, page }) => `${describePage(page)} at ${connection.url}`).join("; ");
  return new InlayError({
    code: "no-session",
    message: file === undefined ? "No notebook is open." : `No server has ${file} open, or could open it.`,
    found: found === "" ? "no server without a session" : found,
    expected:
      file === undefined ? "an open notebook, or a server with a notebook of its own" : `a server that edits ${file}`,
    cure: file === undefined ? "Open a notebook in the browser, or name one with --file." : `Run: inlay start ${file}`,
  });
}

function describePage(page: ServerPage): string {
  if (page.mode === "home") return "a server of a folder with no open notebook";
  return page.filename === undefined ? "a new notebook" : page.filename;
}
