import { posix } from "node:path";
import type { Scaffold } from "../new/scaffold.ts";
import type { Command } from "./command.ts";
import type { Output } from "./output.ts";
import { UsageError } from "./usage-error.ts";

export const newCommand: Command = {
  name: "new",
  summary: "begin a widget of your own: schema, element, styles, test, demo notebook",
  positionals: [{ name: "NAME", description: "The widget's name, kebab-case: my-dial.", required: true }],
  flags: {
    kind: { type: "string", value: "control|chart", description: "What it begins as; a control unless told." },
    dir: { type: "string", value: "DIR", description: "The folder that it goes into; widgets unless told." },
  },
  examples: [
    ["inlay new my-dial", "a number with two buttons, in widgets/my-dial"],
    ["inlay new my-plot --kind chart", "bars that can be selected"],
  ],
  run: async ({ words: [name = ""], flags, out }) => {
    const { itemNames } = await import("../registry/items.ts");
    const { widgetNameProblem } = await import("../new/name.ts");
    const { KINDS } = await import("../new/widget-files.ts");
    const { scaffold } = await import("../new/scaffold.ts");
    const problem = widgetNameProblem(name, await itemNames().catch(() => []));
    if (problem) {
      const found = JSON.stringify(name);
      throw new UsageError(`${found} is no name for a widget: ${problem.reason}.`, `inlay new ${problem.nearest}`);
    }
    const kind = KINDS.find((each) => each === (flags.text("kind") ?? "control"));
    if (!kind) throw new UsageError(`--kind is ${KINDS.join(" or ")}, found "${flags.text("kind")}".`);
    const made = await scaffold({ name, kind, parent: flags.text("dir") ?? "widgets", folder: process.cwd() });
    out.result({ name, kind, ...made });
    for (const file of made.written) out.line(`${out.style.green("wrote")}  ${file}`);
    for (const file of made.kept) out.line(`${out.style.dim("kept ")}  ${file}`);
    if (made.lacks) printLacks(made.lacks, made.project, out);
    for (const hint of made.hints) out.line(`${out.style.yellow("note ")}  ${hint}`);
    out.line();
    out.line(out.style.bold("Next"));
    for (const [line, what] of nextSteps(made)) out.line(`  ${line.padEnd(44)}  ${out.style.dim(what)}`);
  },
};

function printLacks(lacks: object, project: string, out: Output): void {
  out.line();
  out.line(`${project === "." ? "" : `${project}/`}package.json stays as it is. It lacks, for tests and builds:`);
  out.line(JSON.stringify(lacks, null, 2));
}

function nextSteps({
  widget: path,
  project,
  lacks,
  tests,
}: Scaffold): readonly (readonly [line: string, what: string])[] {
  const widget = posix.relative(project, path);
  return [
    ...(project === "." ? [] : [[`cd ${project}`, "the project"] as const]),
    ...(lacks ? [["put the lines above into package.json", "nothing else is missing"] as const] : []),
    ["npm install", "the kit, TypeScript and the test tools"],
    [tests, "in Chromium; CHROME_PATH names another browser"],
    [`npx inlay start ${widget}/demo.py`, "marimo, with a notebook for it"],
    [`npx inlay dev ${widget}`, "puts it into the open notebook; each save shows there"],
  ];
}
