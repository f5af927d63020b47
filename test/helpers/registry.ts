import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer as createHttp, type IncomingMessage, type RequestListener } from "node:http";
import { createServer as createHttps } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RegistryItem } from "../../scripts/build/item.ts";
import { sizesOf } from "../../scripts/build/item.ts";

/** A server on this machine that gives what a test tells it to. */
export interface TestRegistry {
  readonly url: string;
  /** Every request so far. */
  readonly requests: readonly Pick<IncomingMessage, "url" | "headers">[];
  /** What an environment needs for this server to be trusted. */
  readonly env: NodeJS.ProcessEnv;
  close(): Promise<void>;
}

/** Starts a server; with `tls` it has a certificate of its own, which nobody trusts without its `env`. */
export async function startRegistry(answer: RequestListener, { tls = false } = {}): Promise<TestRegistry> {
  const requests: Pick<IncomingMessage, "url" | "headers">[] = [];
  const listener: RequestListener = (request, response) => {
    requests.push({ url: request.url, headers: request.headers });
    answer(request, response);
  };
  const folder = mkdtempSync(join(tmpdir(), "inlay-cert-"));
  const server = tls ? createHttps(certificate(folder), listener) : createHttp(listener);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `${tls ? "https" : "http"}://localhost:${port}`,
    requests,
    env: tls ? { NODE_EXTRA_CA_CERTS: join(folder, "cert.pem") } : {},
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function certificate(folder: string): { key: Buffer; cert: Buffer } {
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  execFileSync(
    "openssl",
    ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1"].concat([
      "-keyout",
      key,
      "-out",
      cert,
      "-subj",
      "/CN=localhost",
      "-addext",
      "subjectAltName=DNS:localhost",
    ]),
    { stdio: "ignore" },
  );
  return { key: readFileSync(key), cert: readFileSync(cert) };
}

/** The source of a small class, by the fingerprint that Python takes of it. */
export interface Source {
  readonly code: string;
  readonly fingerprint: string;
}

/** A sound registry item around a class `Dial` with the trait `value`; what else it says can be told. */
export function dialItem({ code, fingerprint }: Source, more: Partial<RegistryItem> = {}): RegistryItem {
  const { name = "dial", version = "1.0.0" } = more;
  const definition = `# inlay: ${name} ${version} ${fingerprint}\n${code}`;
  return {
    schema: 1,
    name,
    version,
    title: "Dial",
    summary: "A dial.",
    category: "control",
    className: "Dial",
    objectName: "dial",
    traits: [{ name: "value", type: { kind: "int" }, role: "value", default: 0, doc: "Where it stands." }],
    cells: { definition },
    requires: { python: ["anywidget>=0.9.18"], marimo: ">=0.21.1" },
    fingerprint,
    sizes: { esm: { raw: 1, gzip: 1 }, definition: sizesOf(definition) },
    example: { arguments: {}, reader: "{get}()" },
    docs: "A dial.",
    ...more,
  } as RegistryItem;
}

/** A definition of `Dial` whose front end shows the value and counts it up; `extra` Python goes before the class. */
export function dialCode(extra = ""): string {
  return `import anywidget as _anywidget
import traitlets as _traitlets
${extra}

class Dial(_anywidget.AnyWidget):
    """A dial."""

    value = _traitlets.Int(0).tag(sync=True)
    _front = _traitlets.Unicode("").tag(sync=True)

    _esm = """
    export default {
      render({ model, el }) {
        const button = document.createElement("button");
        const show = () => { button.textContent = "at " + model.get("value"); };
        button.setAttribute("role", "button");
        button.onclick = () => { model.set("value", model.get("value") + 1); model.save_changes(); };
        model.on("change:value", show);
        show();
        el.append(button);
        model.set("_front", "mounted");
        model.save_changes();
      },
    };
    """`;
}
