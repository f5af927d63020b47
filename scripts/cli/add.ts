import { accepted } from "../client/accepted.ts";
import type { RegistryItem } from "../build/item.ts";
import type { AddRequest } from "../client/protocol.ts";
import { install, type Ask, type Installed, type InstallOptions } from "../client/install.ts";
import { record } from "../registry/record.ts";
import { loadAll, TRAIT_FLAG } from "./add-sources.ts";
import type { Command, Flags } from "./command.ts";
import { confirmPackages, missingPackages } from "./confirm.ts";
import { printInstalled, printPlan } from "./install-report.ts";
import { askOutside, writeNotebook } from "./new-notebook.ts";
import { kernelOf } from "./kernel.ts";
import type { Output } from "./output.ts";
import { addItem } from "./requests.ts";
import { findTarget, TARGET_FLAGS } from "./target.ts";
import { trust } from "./trust.ts";
import { UsageError } from "./usage-error.ts";

/** Flags that speak of one widget, and so go with one only. */
const FOR_ONE = ["as", "set", "expr", "wire", "trait"] as const;

export const add: Command = {
  name: "add",
  summary: "install widgets into the notebook that is open now",
  positionals: [
    {
      name: "WIDGET",
      description:
        "A widget's name, as `inlay list` prints it; or ./thing.js, ./thing.ts (a plain anywidget front end), " +
        "./folder, ./item.json, https://…/item.json, @registry/name.",
      required: true,
      multiple: true,
    },
  ],
  flags: {
    as: { type: "string", value: "NAME", description: "The object's name in the notebook." },
    "auto-name": { type: "boolean", description: "Take the next free name where a name is taken." },
    set: {
      type: "string",
      multiple: true,
      value: "TRAIT=JSON",
      description: "A trait's value, checked before the kernel is touched.",
    },
    expr: {
      type: "string",
      multiple: true,
      value: "TRAIT=PYTHON",
      description: "A trait's value as Python over the notebook's names.",
    },
    wire: {
      type: "string",
      value: "a,b|none",
      description: "Traits that drive readers; the widget's values unless told.",
    },
    reader: { type: "boolean", description: "Add a small cell that shows how the value is read." },
    after: {
      type: "string",
      value: "CELL",
      description: "Put the cells after this one (id or name); at the end unless told.",
    },
    before: { type: "string", value: "CELL", description: "Put the cells before this one." },
    "show-code": { type: "boolean", description: "Leave the code of the cells visible." },
    "dry-run": { type: "boolean", description: "Show the plan and change nothing." },
    diff: { type: "boolean", description: "Show the code that would be written and change nothing." },
    trait: TRAIT_FLAG,
    yes: {
      type: "boolean",
      short: "y",
      description: "Trust items from elsewhere, and install missing Python packages, without asking.",
    },
    quiet: { type: "boolean", description: "No toast for the person at the notebook." },
    notebook: {
      type: "string",
      value: "FILE",
      description: "Write a new notebook with the widgets; no server needed.",
    },
    ...TARGET_FLAGS,
  },
  examples: [
    ["inlay add histogram-range --as price --reader", "with example data, and a cell that reads it"],
    [`inlay add histogram-range --expr 'data=df["price"]'`, "over a column of the notebook's own frame"],
    [`inlay add sortable-list --set 'value=["a","b"]'`, "with values of your own"],
    ["inlay add labeler tangle --dry-run", "what would be done, for two at once"],
    ["inlay add tangle --notebook essay.py", "into a notebook file that is not there yet"],
    ["inlay add ./thing.js --trait count:int=0", "a plain anywidget front end, with thing.css and what it imports"],
    ["inlay add @acme/dial", "from a registry that inlay.json names"],
  ],
  run: async ({ words, flags, out }) => {
    checkFlags(words, flags);
    const file = flags.text("notebook");
    const reached = file === undefined ? once(() => reachKernel(flags, out)) : undefined;
    const ask = once(async () => (reached ? (await reached()).ask : askOutside(file ?? "", out)));
    const loaded = await loadAll(words, flags, ask, out);
    const request = requestFrom(
      loaded.map(({ item }) => item),
      flags,
    );
    const cwd = process.cwd();
    const trusted = await trust(loaded, ask, { cwd, yes: request.yes, dryRun: request.dry_run }, out);
    const strange = trusted.length > 0 ? { from_elsewhere: trusted } : {};
    if (!reached) {
      await writeNotebook(file ?? "", request, flags, out, strange);
      if (!request.dry_run) await record(loaded, cwd, process.env);
      return;
    }
    const { ask: kernel, options, warnings } = await reached();
    const installed = await installAsking(kernel, request, options, out);
    if (!request.dry_run) await record(loaded, cwd, process.env);
    for (const warning of installed.added.warnings) out.warn(warning);
    const { undo: _, save: __, ...added } = installed.added;
    out.result({ ...added, warnings: [...warnings, ...added.warnings], verified: installed.verified, ...strange });
    if (request.dry_run) printPlan(installed.added, out, { code: flags.boolean("diff") });
    else printInstalled(installed, out, options);
  },
};

/** The kernel that the flags name, looked for when it is first needed: what is wrongly asked is said before. */
async function reachKernel(flags: Flags, out: Output) {
  const { transport, target, warnings } = await findTarget(flags, out);
  const options = { pageConnected: target.pageConnected, save: transport.save };
  return { ask: kernelOf(transport, out), options, warnings };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

function checkFlags(words: readonly string[], flags: Flags): void {
  const single = FOR_ONE.find((name) => flags.texts(name).length > 0);
  if (single && words.length > 1) {
    throw new UsageError(`--${single} speaks of one widget, found ${words.length}: add them one by one.`);
  }
  if (flags.text("after") && flags.text("before")) throw new UsageError("Give --after or --before, not both.");
}

function requestFrom(items: readonly RegistryItem[], flags: Flags): AddRequest {
  return {
    command: "add",
    items: items.map((item) => addItem(item, flags)),
    place: { after: flags.text("after") ?? null, before: flags.text("before") ?? null },
    show_code: flags.boolean("show-code"),
    dry_run: flags.boolean("dry-run") || flags.boolean("diff"),
    yes: flags.boolean("yes"),
    auto_name: flags.boolean("auto-name"),
    quiet: flags.boolean("quiet"),
  };
}

/** Installs; where packages are missing and somebody sits at a terminal, asks once and goes on after a yes. */
async function installAsking(ask: Ask, request: AddRequest, options: InstallOptions, out: Output): Promise<Installed> {
  const installed = await install(ask, request, options);
  const missing = missingPackages(installed.added);
  if (missing && !request.yes && (await confirmPackages(missing, out))) {
    return checked(await install(ask, { ...request, yes: true }, options));
  }
  return checked(installed);
}

function checked(installed: Installed): Installed {
  accepted(installed.added);
  if (installed.verified) accepted(installed.verified);
  return installed;
}
