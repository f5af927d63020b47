import type { Connection } from "./connection.ts";
import { InlayError } from "./errors.ts";
import { fetchOver } from "./fetch.ts";
import { interrupted, interruptKernel } from "./interrupt.ts";
import { fetchPage } from "./page.ts";
import { fetchJson, fetchReply, refusal } from "./reply.ts";
import { saveNotebook } from "./save.ts";
import { fetchSessions } from "./session.ts";
import { Silence } from "./silence.ts";
import type { ExecuteHooks, ExecuteResult, Session, Transport } from "./transport.ts";

/** The longest time that a timer takes, in milliseconds: 24 days, so that no request is given up. */
const NEVER = 2 ** 31 - 1;

/** Runs code with the tool `execute_code` of a server started with `--mcp code-mode`; output comes at the end. */
export function mcpTransport(connection: Connection, session: Session): Transport {
  let ready: Promise<void> | undefined;
  return {
    kind: "mcp",
    async execute(code, hooks = {}) {
      await (ready ??= prepare(connection, session));
      return execute(connection, session, code, hooks);
    },
    save: (notebook) => saveNotebook(connection, session, notebook),
    sessions: () => fetchSessions(connection),
  };
}

/** `http`, until the server says that it has no such endpoint; from then on MCP, where the server has that. */
export function withMcpFallback(http: Transport, connection: Connection, session: Session): Transport {
  let mcp: Transport | undefined;
  return {
    get kind() {
      return mcp?.kind ?? http.kind;
    },
    async execute(code, hooks) {
      if (mcp !== undefined) return mcp.execute(code, hooks);
      try {
        return await http.execute(code, hooks);
      } catch (error) {
        const missing = error instanceof InlayError && error.code === "no-endpoint";
        if (!missing || !(await hasMcp(connection))) throw error;
        mcp = mcpTransport(connection, session);
        return mcp.execute(code, hooks);
      }
    },
    save: (notebook) => http.save(notebook),
    sessions: () => http.sessions(),
  };
}

async function hasMcp(connection: Connection): Promise<boolean> {
  return (await probe(connection)).status === 406;
}

/** A server with MCP refuses a GET that takes no stream; one without it knows no such path. */
function probe(connection: Connection) {
  return fetchReply(connection, { method: "GET", path: "/mcp/server", headers: { Accept: "application/json" } });
}

/** Checks that the server has MCP, and registers the notebook's cells, which MCP alone does not do. */
async function prepare(connection: Connection, session: Session): Promise<void> {
  const reply = await probe(connection);
  if (reply.status === 404) throw noMcp(connection, "no /mcp/server");
  if (reply.status !== 406) throw await refusal(connection, reply);
  await fetchPage(connection);
  await fetchJson(connection, {
    method: "POST",
    path: "/api/kernel/instantiate",
    headers: {
      "Content-Type": "application/json",
      "Marimo-Session-Id": session.key,
    },
    body: JSON.stringify({ objectIds: [], values: [], autoRun: false }),
  });
}

async function execute(
  connection: Connection,
  session: Session,
  code: string,
  hooks: ExecuteHooks,
): Promise<ExecuteResult> {
  const aborted = () => hooks.signal?.aborted === true;
  if (aborted()) throw interrupted("a stop before anything ran");
  const { Client, StreamableHTTPClientTransport } = await import("@modelcontextprotocol/client");
  const client = new Client({ name: "inlay", version: "0" });
  const stop = () => void interruptKernel(connection, session);
  const silence = new Silence(hooks.waiting);
  try {
    const address = new URL(`${connection.url}/mcp/server`);
    await client.connect(new StreamableHTTPClientTransport(address, { fetch: fetchOver(connection) }));
    hooks.signal?.addEventListener("abort", stop, { once: true });
    const reply = await client.callTool(
      { name: "execute_code", arguments: { session_id: session.key, code } },
      { timeout: NEVER },
    );
    if (reply.isError) throw noMcp(connection, connection.redact(JSON.stringify(reply.content)));
    return finish(reply.structuredContent as Record<string, unknown>, hooks);
  } catch (cause) {
    if (cause instanceof InlayError) throw cause;
    if (aborted()) throw interrupted("a run whose end is not known");
    throw failed(connection, cause);
  } finally {
    hooks.signal?.removeEventListener("abort", stop);
    silence.end();
    await client.close();
  }
}

function finish(content: Record<string, unknown>, hooks: ExecuteHooks): ExecuteResult {
  const error = typeof content["error"] === "string" ? content["error"] : undefined;
  if (error?.startsWith("Execution timed out") === true) throw gaveUp(error);
  for (const text of texts(content["stdout"])) hooks.stdout?.(text);
  for (const text of texts(content["stderr"])) hooks.stderr?.(plain(text));
  const reason = error ?? texts(content["errors"])[0];
  const success = content["success"] === true;
  if (!success && hooks.signal?.aborted === true) throw interrupted("a run that stopped when it was told to");
  const output = content["output"];
  return {
    success,
    ...(typeof output === "string" && output !== ""
      ? { output: { mimetype: String(content["output_mimetype"] ?? "text/plain"), data: output } }
      : {}),
    ...(reason === undefined ? {} : { error: reason }),
  };
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** Tracebacks come as highlighted HTML over MCP. */
function plain(text: string): string {
  if (!text.startsWith('<span class="codehilite">')) return text;
  const entities: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'", "#x27": "'" };
  return text
    .replace(/<[^>]*>/g, "")
    .replace(/&(lt|gt|amp|quot|#39|#x27);/g, (whole, name: string) => entities[name] ?? whole);
}

function noMcp(connection: Connection, found: string): InlayError {
  return new InlayError({
    code: "no-mcp",
    message: `The server at ${connection.url} has no code mode over MCP.`,
    found,
    expected: "a server started with: marimo edit NOTEBOOK --mcp code-mode",
    cure: "Leave out --transport mcp, or start the server with that flag.",
    usage: true,
  });
}

function gaveUp(found: string): InlayError {
  return new InlayError({
    code: "mcp-timeout",
    message: "marimo's MCP tool stopped waiting for the run, which may still be going on.",
    found,
    expected: "a run that ends in time",
    cure: "Use --transport http, which waits as long as the run takes.",
  });
}

function failed(connection: Connection, cause: unknown): InlayError {
  return new InlayError({
    code: "mcp-failed",
    message: `The run over MCP at ${connection.url} did not come to a known end.`,
    found: connection.redact(cause instanceof Error ? cause.message : String(cause)),
    expected: "the tool's result",
    cure: "Look at the notebook before running it again: the run may have been done, wholly or in part.",
    cause,
  });
}
