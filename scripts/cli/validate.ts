import type { ItemProblem } from "../build/check/item.ts";
import { InlayError } from "../client/errors.ts";
import type { Command } from "./command.ts";
import { plain } from "./output.ts";

export const validate: Command = {
  name: "validate",
  summary: "check registry items before they are published or installed",
  positionals: [
    {
      name: "ITEM",
      description: "An item's file, a folder of items, or - for standard input.",
      required: true,
      multiple: true,
    },
  ],
  flags: {},
  examples: [
    ["inlay validate dist/items", "each item in a folder"],
    ["curl -s https://example.org/dial.json | inlay validate -", "one from elsewhere; nothing of it runs"],
  ],
  run: async ({ words, out }) => {
    const { checkFiles } = await import("./check-files.ts");
    const checked = await checkFiles(words);
    const bad = checked.filter(({ problems }) => problems.length > 0);
    out.result({ ok: bad.length === 0, items: checked });
    for (const { file, name, version, problems } of checked) {
      if (problems.length === 0) out.line(`${out.style.green("sound")}  ${plain(`${file}  ${name} ${version}`)}`);
    }
    if (bad.length === 0) return;
    throw new InlayError({
      code: "items-invalid",
      message: `${bad.length} of ${checked.length} items cannot be trusted to be what they say.`,
      found: bad.flatMap(({ file, problems }) => problems.map((each) => line(file, each))).join("\n"),
      expected: "items as `inlay build` writes them, unedited",
    });
  },
};

function line(file: string, { path, message }: ItemProblem): string {
  return `${file}: ${path === "" ? "" : `${path}: `}${message}`;
}
