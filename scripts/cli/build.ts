import type { Built } from "../build/build.ts";
import type { Command } from "./command.ts";

export const build: Command = {
  name: "build",
  summary: "build widget folders into registry items",
  positionals: [
    {
      name: "PATH",
      description: "A widget's folder, or a folder that holds some.",
      required: true,
      multiple: true,
    },
  ],
  flags: { out: { type: "string", value: "DIR", description: "Where the items go; dist/items unless told." } },
  examples: [
    ["inlay build widgets/my-dial", "writes dist/items/my-dial.json"],
    ["inlay build widgets --out items", "all that stand in a folder"],
  ],
  run: async ({ words, flags, out }) => {
    const { table } = await import("../build/table.ts");
    const { buildInto } = await import("./build-into.ts");
    const { built, files } = await buildInto(words, flags.text("out") ?? "dist/items");
    const done = built.flatMap((each) => ("item" in each ? [each] : []));
    out.result({
      items: done.map(({ name, item: { version, fingerprint, sizes }, budget, ms }) => {
        return { name, version, fingerprint, file: files.get(name), sizes, budget, ms: Math.round(ms) };
      }),
      failed: failures(built),
    });
    if (done.length > 0) out.line(table(built));
    for (const { name } of done) out.line(`${out.style.green("wrote")}  ${files.get(name)}`);
    await refuseFailures(built);
  },
};

function failures(built: readonly Built[]) {
  return built.flatMap((each) =>
    "problem" in each ? [{ name: each.name, ...each.problem.place, reason: each.problem.reason }] : [],
  );
}

async function refuseFailures(built: readonly Built[]): Promise<void> {
  const { problems } = await import("../build/table.ts");
  const failed = failures(built);
  if (failed.length === 0) return;
  const { InlayError } = await import("../client/errors.ts");
  throw new InlayError({
    code: "build-failed",
    message: `${failed.length} of ${built.length} widgets could not be built.`,
    found: problems(built),
    details: { failed },
  });
}
