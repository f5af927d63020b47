import assert from "node:assert/strict";
import { once } from "node:events";
import { describe, it } from "node:test";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { RequestListener } from "node:http";
import { InlayError } from "../../scripts/client/errors.ts";
import { download, type DownloadOptions } from "../../scripts/registry/download.ts";
import { readJson } from "../../scripts/registry/json.ts";
import { load } from "../../scripts/registry/load.ts";
import { startRegistry } from "../helpers/registry.ts";

/** What a download from a server that answers so ends with: the text, or the error. */
async function fetched(answer: RequestListener, options: DownloadOptions = {}): Promise<string | InlayError> {
  const server = await startRegistry(answer);
  try {
    return await download(`${server.url}/item.json`, options).catch((error: unknown) => {
      assert.ok(error instanceof InlayError, String(error));
      assert.equal(error.code, "download-failed");
      return error;
    });
  } finally {
    await server.close();
  }
}

async function failure(answer: RequestListener, options?: DownloadOptions): Promise<string> {
  const error = await fetched(answer, options);
  assert.ok(error instanceof InlayError, "it was fetched");
  return `${error.message} ${error.found}`;
}

describe("a download", () => {
  it("gives the text, by way of a few redirects", async () => {
    const text = await fetched(({ url = "" }, response) => {
      const hops = Number(url.split("?")[1] ?? 0);
      if (hops < 5) response.writeHead(302, { location: `/item.json?${hops + 1}` }).end();
      else response.end("{}");
    });
    assert.equal(text, "{}");
  });

  it("ends a loop of redirects", async () => {
    const found = await failure((_, response) => response.writeHead(301, { location: "/item.json" }).end());
    assert.match(found, /more than 5 redirects/);
  });

  it("ends at a size, whatever the header says, and counts what was unpacked", async () => {
    const limits = { bytes: 1024 };
    assert.match(await failure((_, response) => response.end("x".repeat(2000)), { limits }), /more than 1 KiB/);
    const bomb = await promisify(gzip)("x".repeat(1 << 20));
    const packed: RequestListener = (_, response) =>
      response.writeHead(200, { "content-encoding": "gzip", "content-length": bomb.length }).end(bomb);
    assert.match(await failure(packed, { limits: { bytes: 100_000 } }), /more than 97/);
    assert.equal(await fetched((_, response) => response.end("x".repeat(1024)), { limits }), "x".repeat(1024));
  });

  it("ends after a time: before the first byte, and between two", async () => {
    const limits = { milliseconds: 200 };
    assert.match(await failure(() => {}, { limits }), /no whole reply within 0.2 s/);
    assert.match(await failure((_, response) => response.write("{"), { limits }), /no whole reply within 0.2 s/);
  });

  it("says the status of a reply that is none", async () => {
    assert.match(await failure((_, response) => response.writeHead(404).end("gone")), /404 Not Found/);
    assert.match(await failure((_, response) => response.writeHead(304).end()), /304/);
  });

  it("says it when nobody listens", async () => {
    const server = await startRegistry(() => {});
    await server.close();
    await assert.rejects(download(`${server.url}/x`), {
      code: "download-failed",
      cure: "Check the address and the network.",
    });
  });

  it("says it when a server does not speak https", async () => {
    const server = await startRegistry(() => {});
    await assert
      .rejects(download(`${server.url.replace("http:", "https:")}/x`), {
        found: "a server that does not speak https",
      })
      .finally(() => server.close());
  });

  it("goes to https, or to this machine", async () => {
    for (const url of [
      "http://example.com/x.json",
      "ftp://localhost/x",
      "file:///etc/passwd",
      "http://127.0.0.1.evil.example/",
    ]) {
      await assert.rejects(download(url), { code: "download-failed", message: "An item is fetched over https." });
    }
    await assert.rejects(download("https://me:secret@localhost/x"), (error: InlayError) => {
      assert.doesNotMatch(JSON.stringify(error), /secret/);
      return error.code === "download-failed";
    });
    for (const query of ["token=s3cret", "v=1&api_key=s3cret"]) {
      const loading = load({ kind: "address", url: `https://x.example/dial.json?${query}` }, { cwd: "." });
      await assert.rejects(loading, (error: InlayError) => {
        assert.doesNotMatch(JSON.stringify(error), /s3cret/);
        return /would end in the lock file/.test(error.message);
      });
    }
    assert.match(
      await failure((_, response) => response.writeHead(302, { location: "http://example.com/x" }).end()),
      /fetched over https/,
    );
  });

  it("sends its headers to the first origin, and never along a redirect to another", async () => {
    const other = await startRegistry((_, response) => response.end("{}"));
    const first = await startRegistry(({ url }, response) =>
      response.writeHead(302, { location: url === "/a" ? "/b" : `${other.url}/c` }).end(),
    );
    try {
      assert.equal(await download(`${first.url}/a`, { headers: { authorization: "Bearer s3cret" } }), "{}");
      assert.deepEqual(
        [...first.requests, ...other.requests].map(({ url, headers }) => [url, headers.authorization]),
        [
          ["/a", "Bearer s3cret"],
          ["/b", "Bearer s3cret"],
          ["/c", undefined],
        ],
      );
    } finally {
      await Promise.all([first.close(), other.close()]);
    }
  });

  it("says nothing of its headers where it fails", async () => {
    const error = await fetched((_, response) => response.writeHead(401).end(), { headers: { "x-key": "s3cret" } });
    assert.ok(error instanceof InlayError);
    assert.doesNotMatch(JSON.stringify(error) + error.stack, /s3cret/);
    const broken = await download("http://localhost:1/x", { headers: { "x-key": "s3cret\nx" } }).catch((each) => each);
    assert.doesNotMatch(JSON.stringify(broken) + String(broken), /s3cret/);
  });

  it("leaves nothing open where it ends early", async () => {
    const server = await startRegistry((_, response) => response.write("x".repeat(4096)));
    await assert.rejects(download(`${server.url}/x`, { limits: { bytes: 10 } }));
    const closed = server.close();
    await Promise.race([closed, once(process, "never")]);
  });
});

describe("JSON from elsewhere", () => {
  it("is told from a web page", () => {
    assert.throws(() => readJson("\n<!doctype html><title>Sign in</title>", "https://x"), {
      code: "bad-json",
      message: "https://x is no JSON but a web page.",
    });
  });

  it("may not nest without end, however it is written", () => {
    for (const deep of ["[".repeat(1 << 20), '{"a":'.repeat(200_000), `"\\"[" ${"[".repeat(100)}`]) {
      assert.throws(() => readJson(deep, "x"), { code: "bad-json", message: "x nests too deeply." });
    }
    const text = JSON.stringify({ a: "[".repeat(1000), b: '"{'.repeat(1000) });
    assert.equal(JSON.stringify(readJson(text, "x")), text);
  });

  it("is refused with a reason where it is none", () => {
    assert.throws(() => readJson("{'a': 1}", "x"), { code: "bad-json", message: "x is no JSON." });
  });
});
