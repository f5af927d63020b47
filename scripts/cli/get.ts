import { accepted } from "../client/accepted.ts";
import type { GetAllReport, GetReport, LiveObject } from "../client/values.ts";
import { findUpstream } from "../registry/upstream.ts";
import type { Command } from "./command.ts";
import { kernelOf } from "./kernel.ts";
import type { Output } from "./output.ts";
import { findTarget, TARGET_FLAGS } from "./target.ts";

export const get: Command = {
  name: "get",
  summary: "what widgets and elements of mo.ui hold now",
  positionals: [
    { name: "OBJECT[.TRAIT]", description: "An object of the notebook, or one trait of it; every object unless told." },
  ],
  flags: TARGET_FLAGS,
  examples: [
    ["inlay get", "every widget and every element of mo.ui"],
    ["inlay get price", "all traits of one; long arrays are summed up, and whole with --json"],
    ["inlay get price.value", "one value as JSON alone, fit for a pipe"],
  ],
  run: async ({ words, flags, out }) => {
    const [object, trait] = split(words[0]);
    const { transport } = await findTarget(flags, out);
    const full = out.json || trait !== undefined;
    const request = { command: "get", object: object ?? null, trait: trait ?? null, full };
    const ask = kernelOf(transport, out);
    if (object === undefined) {
      const report = accepted(await ask<GetAllReport>(request));
      out.result(report);
      return printAll(report.objects, out);
    }
    const report = accepted(await ask<GetReport>(request));
    const roles = await rolesOf(report);
    const values = Object.fromEntries(
      Object.entries(report.values).map(([name, each]) => [name, { ...each, ...role(roles.get(name)) }]),
    );
    out.result({ ...report, values });
    const rows = Object.entries(values);
    if (trait === undefined) {
      const row = ([name, each]: (typeof rows)[number]) => [
        name,
        each.role ?? "",
        each.type,
        shorten(JSON.stringify(each.value)),
      ];
      out.table(["trait", "role", "type", "value"], rows.map(row));
    } else out.line(JSON.stringify(rows[0]?.[1].value));
  },
};

function split(word: string | undefined): readonly [object?: string, trait?: string] {
  const at = word?.indexOf(".") ?? -1;
  if (word === undefined) return [];
  return at < 0 ? [word] : [word.slice(0, at), word.slice(at + 1)];
}

function role(name: string | undefined): { readonly role?: string } {
  return name === undefined ? {} : { role: name };
}

/** The roles of a widget's traits, where it is one that is known here. */
async function rolesOf({ widget }: LiveObject): Promise<ReadonlyMap<string, string>> {
  const item = widget ? await findUpstream(widget.name) : undefined;
  return new Map(item?.traits.map((each) => [each.name, each.role]));
}

function printAll(objects: readonly LiveObject[], out: Output): void {
  if (objects.length === 0) return out.line("The notebook has no live widget and no element of mo.ui.");
  out.table(
    ["object", "class", "holds"],
    objects.map(({ object, class: name, values }) => {
      const parts = Object.entries(values).map(
        ([trait, { value }]) => `${trait}=${shorten(JSON.stringify(value), 30)}`,
      );
      return [object, name, shorten(parts.join(" "), 90)];
    }),
  );
}

function shorten(text: string, length = 90): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
