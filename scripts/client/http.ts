import type { IncomingMessage } from "node:http";
import { createParser, type EventSourceMessage } from "eventsource-parser";
import type { Connection } from "./connection.ts";
import { fetchHealth } from "./discover.ts";
import { InlayError } from "./errors.ts";
import { interrupted, interruptKernel } from "./interrupt.ts";
import { mediaType, notMarimo, readReply, refusal } from "./reply.ts";
import { saveNotebook } from "./save.ts";
import { fetchSessions, sessionHeaders } from "./session.ts";
import { Silence } from "./silence.ts";
import type { ExecuteHooks, ExecuteResult, Session, Transport } from "./transport.ts";

/** Runs code over `POST /api/kernel/execute`; output comes as it is written. */
export function httpTransport(connection: Connection, session: Session): Transport {
  return {
    kind: "http",
    execute: (code, hooks = {}) => execute(connection, session, code, hooks),
    save: (notebook) => saveNotebook(connection, session, notebook),
    sessions: () => fetchSessions(connection),
  };
}

async function execute(
  connection: Connection,
  session: Session,
  code: string,
  hooks: ExecuteHooks,
): Promise<ExecuteResult> {
  if (hooks.signal?.aborted === true) throw interrupted("a stop before anything ran");
  const silence = new Silence(hooks.waiting);
  try {
    const response = await connection.send({
      method: "POST",
      path: "/api/kernel/execute",
      headers: { "Content-Type": "application/json", Accept: "text/event-stream", ...sessionHeaders(session) },
      body: JSON.stringify({ code }),
    });
    if (response.statusCode !== 200 || mediaType(response) !== "text/event-stream") {
      const reply = await readReply(connection, response);
      throw reply.status === 200
        ? notMarimo(connection, reply, "a stream of events")
        : await refusal(connection, reply);
    }
    return await follow(connection, session, response, hooks, silence);
  } finally {
    silence.end();
  }
}

/** Reads the stream to its `done`. An abort interrupts the kernel, whose own end is then waited for. */
async function follow(
  connection: Connection,
  session: Session,
  response: IncomingMessage,
  hooks: ExecuteHooks,
  silence: Silence,
): Promise<ExecuteResult> {
  let result: ExecuteResult | undefined;
  const stop = () => {
    void interruptKernel(connection, session, () => result !== undefined).then((told) => {
      // A server that drops a connection interrupts the kernel too, on every supported version.
      if (!told) response.destroy();
    });
  };
  if (hooks.signal?.aborted === true) stop();
  else hooks.signal?.addEventListener("abort", stop, { once: true });
  let broken: unknown;
  const parser = createParser({
    onEvent(event) {
      silence.heard();
      result = deliver(event, hooks) ?? result;
    },
    onComment: () => silence.heard(),
  });
  try {
    response.setEncoding("utf8");
    for await (const chunk of response) parser.feed(String(chunk));
  } catch (error) {
    broken = error;
  } finally {
    hooks.signal?.removeEventListener("abort", stop);
  }
  const aborted = hooks.signal?.aborted === true;
  if (result !== undefined) {
    if (aborted && !result.success) throw interrupted("a run that stopped when it was told to");
    return result;
  }
  if (aborted) throw interrupted("a run whose end is not known");
  throw await cutShort(connection, broken);
}

/** Passes an event on; the result, where it is the last one. */
function deliver(event: EventSourceMessage, hooks: ExecuteHooks): ExecuteResult | undefined {
  const value = JSON.parse(event.data) as Record<string, unknown>;
  if (event.event === "stdout") hooks.stdout?.(String(value["data"]));
  else if (event.event === "stderr") hooks.stderr?.(String(value["data"]));
  else if (event.event === "done") return readDone(value);
  return undefined;
}

function readDone(value: Record<string, unknown>): ExecuteResult {
  const output = value["output"] as { mimetype?: unknown; data?: unknown } | null | undefined;
  const error = value["error"] as { msg?: unknown; exception_type?: unknown } | null | undefined;
  const data = typeof output?.data === "string" ? output.data : "";
  const reason = error?.msg ?? error?.exception_type;
  return {
    success: value["success"] === true,
    ...(data === "" ? {} : { output: { mimetype: String(output?.mimetype ?? "text/plain"), data } }),
    ...(reason === undefined ? {} : { error: String(reason) }),
  };
}

async function cutShort(connection: Connection, cause: unknown): Promise<InlayError> {
  const health = await fetchHealth(connection.url);
  const dead = health !== undefined;
  const reason = cause instanceof Error ? cause.message : "it ended before the kernel was done";
  return new InlayError({
    code: dead ? "server-died" : "stream-cut",
    message: dead
      ? `The server at ${connection.url} stopped in the middle of the run.`
      : "The kernel's output was cut short.",
    found: dead ? `${reason}; now ${health}` : reason,
    expected: "a stream that ends with the kernel's result",
    cure: dead
      ? "Start it again (inlay start NOTEBOOK), and look at the notebook: a part of the run may have been done."
      : "Look at the notebook before running it again: the run may have been done, wholly or in part.",
    cause,
  });
}
