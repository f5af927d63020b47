/** `npm run bench`: a table on stderr, JSON on stdout. Names of sections as arguments run those alone. */
import { itemNames, loadItem } from "../../scripts/registry/items.ts";
import { launchBrowser } from "../helpers/browser.ts";
import { benchAdd } from "./add.ts";
import { benchBuild } from "./build.ts";
import { benchDev } from "./dev.ts";
import { benchDrag } from "./drag.ts";
import { benchGesture } from "./gesture.ts";
import type { Figure } from "./measure.ts";
import { benchOptions } from "./options.ts";
import { benchUpdate } from "./update.ts";

const browser = await launchBrowser();
const sections: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  build: benchBuild,
  add: () => benchAdd(browser),
  update: () => benchUpdate(browser),
  dev: () => benchDev(browser),
  gesture: () => benchGesture(browser),
  drag: () => benchDrag(browser),
  options: () => benchOptions(browser),
  cells: benchCells,
};
const asked = process.argv.slice(2);
const figures: Figure[] = [];
for (const [name, run] of Object.entries(sections)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  process.stderr.write(`… ${name}\n`);
  for (const each of await run()) {
    figures.push(each);
    process.stderr.write(`${lines(each).join("\n")}\n`);
  }
}
await browser.close();
process.stdout.write(`${JSON.stringify({ node: process.version, figures }, null, 2)}\n`);

async function benchCells(): Promise<readonly Figure[]> {
  const items = await Promise.all((await itemNames()).map(loadItem));
  return items.map(({ name, sizes }) => ({
    name: `cell of ${name}`,
    unit: "bytes",
    values: {
      definition: sizes.definition.raw,
      "definition, gzip": sizes.definition.gzip,
      "front end": sizes.esm.raw,
      "front end, gzip": sizes.esm.gzip,
    },
    ratios: {},
  }));
}

function lines({ name, unit, values, ratios }: Figure): readonly string[] {
  return [
    `${name}`,
    ...Object.entries(values).map(([key, value]) => {
      const ratio = ratios[key] === undefined ? "" : `   ours is ${ratios[key]} ×`;
      const text =
        typeof value === "number"
          ? `${value} ${unit}`
          : `${value.median} ${unit}  (${value.p10}–${value.p90}, ${value.runs} runs)`;
      return `  ${key.padEnd(22)} ${text}${ratio}`;
    }),
  ];
}
