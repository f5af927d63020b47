import { once } from "node:events";
import { createServer, request as forward, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** What a proxy tells of a request that comes through it. */
export interface Passing {
  /** From 1, in the order in which they come. */
  readonly number: number;
  readonly path: string;
  readonly body: string;
}

/** A proxy on a free port, which a test can watch. */
export interface Proxy {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Stands between a command and a server. A request goes on to the server after `before` has resolved; `begun` is called
 * when its answer begins, and `ended` when the answer is complete, before its end reaches the command. A command that
 * goes away takes its requests with it, as without a proxy.
 */
export async function startProxy(
  target: string,
  hooks: {
    before?(passing: Passing): Promise<void> | void;
    begun?(passing: Passing): void;
    ended?(passing: Passing): Promise<void> | void;
  },
): Promise<Proxy> {
  let count = 0;
  const { hostname, port } = new URL(target);
  const server = createServer((incoming, outgoing) => {
    const left = new AbortController();
    outgoing.on("close", () => left.abort());
    outgoing.on("error", () => left.abort());
    void (async () => {
      const body = await bodyOf(incoming);
      const passing = { number: ++count, path: incoming.url ?? "", body: body.toString("utf8") };
      await hooks.before?.(passing);
      if (left.signal.aborted) return;
      const { method, headers } = incoming;
      const onward = forward({ hostname, port, path: incoming.url, method, headers, signal: left.signal });
      onward.end(body);
      const [answer] = (await once(onward, "response")) as [IncomingMessage];
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      outgoing.flushHeaders();
      hooks.begun?.(passing);
      for await (const chunk of answer) outgoing.write(chunk);
      await hooks.ended?.(passing);
      outgoing.end();
    })().catch(() => outgoing.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
