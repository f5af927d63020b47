import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { above } from "../build/root.ts";
import { InlayError } from "../client/errors.ts";
import { readJson } from "./json.ts";

/** A registry as inlay.json names it. `url` has `{name}` where the widget's name goes. */
export interface Registry {
  readonly url: string;
  /** Values may hold `${VARIABLE}`, which stands for one of the environment. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What a project's inlay.json says. */
export interface Config {
  /** The folder of inlay.json; undefined where there is none. */
  readonly folder?: string;
  readonly registries: Readonly<Record<string, Registry>>;
}

const FILE = "inlay.json";

const address = z.string().regex(/\{name\}/, "expected an address with {name} in it");
const configFile = z.object({
  registries: z
    .record(
      z.string().regex(/^@[a-z0-9][a-z0-9-]*$/, "expected a name such as @acme"),
      z.union([address, z.strictObject({ url: address, headers: z.record(z.string(), z.string()).optional() })]),
    )
    .optional(),
});

/**
 * The nearest inlay.json from `cwd` upwards.
 * @throws {InlayError} "bad-config" that names the file and what is wrong in it.
 */
export async function readConfig(cwd: string): Promise<Config> {
  const folder = above(cwd, (each) => existsSync(join(each, FILE)));
  if (folder === undefined) return { registries: {} };
  const path = join(folder, FILE);
  const read = configFile.safeParse(readJson(await readFile(path, "utf8"), path));
  if (!read.success) {
    const [issue] = read.error.issues;
    const where = issue?.path ?? [];
    const message = (issue?.code === "invalid_key" ? issue.issues[0] : issue)?.message ?? "it does not fit";
    throw new InlayError({
      code: "bad-config",
      message: `${path} is not as expected.`,
      found: `${where.map(String).join(".") || "the whole"}: ${message}`,
      expected: EXAMPLE,
    });
  }
  const entries = Object.entries(read.data.registries ?? {}).map(([name, each]) => {
    const { url, headers = {} } = typeof each === "string" ? { url: each } : each;
    return [name, { url, headers }] as const;
  });
  return { folder, registries: Object.fromEntries(entries) };
}

const EXAMPLE = '{"registries": {"@acme": "https://widgets.acme.example/{name}.json"}}';

/**
 * Where a registry has a widget, and the headers to send there, with what the environment has for their variables.
 * @throws {InlayError} "unknown-registry", or "missing-variable" that names it; never with a value.
 */
export function resolveRegistry(
  { registries, folder }: Config,
  scope: string,
  name: string,
  env: NodeJS.ProcessEnv,
): { readonly url: string; readonly headers: Readonly<Record<string, string>> } {
  const registry = Object.hasOwn(registries, scope) ? registries[scope] : undefined;
  if (!registry) {
    const known = Object.keys(registries).join(", ");
    throw new InlayError({
      code: "unknown-registry",
      message: `There is no registry ${scope}.`,
      found: folder === undefined ? "no inlay.json here or above" : `${known || "none"} in ${join(folder, FILE)}`,
      expected: `its address in inlay.json, such as ${EXAMPLE.replace("@acme", scope)}`,
    });
  }
  const headers = Object.entries(registry.headers).map(
    ([key, text]) => [key, expanded(text, key, scope, env)] as const,
  );
  return { url: registry.url.replaceAll("{name}", encodeURIComponent(name)), headers: Object.fromEntries(headers) };
}

function expanded(text: string, header: string, scope: string, env: NodeJS.ProcessEnv): string {
  return text.replace(/\$\{([^}]*)\}/g, (_, variable: string) => {
    const value = /^[A-Za-z_]\w*$/.test(variable) ? env[variable] : undefined;
    if (value) return value;
    throw new InlayError({
      code: "missing-variable",
      message: `The registry ${scope} wants the header ${header}, and the environment has no ${variable}.`,
      expected: `${variable} in the environment`,
      cure: `Set it: export ${variable}=…`,
    });
  });
}
