import { readFileSync } from "node:fs";
import { ownPath } from "../root.ts";

/** Python statements that a cell needs before its class. */
export interface Preamble {
  /** Import statements, one a line, each with a private alias. */
  readonly imports: readonly string[];
  /** Class sources, in an order that works. */
  readonly classes: readonly string[];
}

/**
 * The trait types that `code` uses, from the folder traits, with the classes and imports that they stand on.
 * `imports` are further statements that the code needs in any case.
 */
export function preamble(code: string, imports: readonly string[]): Preamble {
  const parts = MODULES.map((name) => readModule(name).split(/^(?=class )/m));
  const blocks = parts.flatMap((part) => part.slice(1));
  const known = new Map(blocks.map((block) => [/^class (\w+)/.exec(block)?.[1] ?? "", block.trimEnd()]));
  const used = new Set<string>();
  const visit = (text: string): void => {
    for (const [name] of text.matchAll(/\b_[A-Z]\w*/g)) {
      const block = known.get(name);
      if (block === undefined || used.has(name)) continue;
      used.add(name);
      visit(block);
    }
  };
  visit(code);
  const classes = [...known].filter(([name]) => used.has(name)).map(([, block]) => block);
  const all = [...classes, code].join("\n");
  const heads = parts.flatMap(([head = ""]) => head.split("\n"));
  const own = heads.filter((line) => {
    const alias = /^import .+ as (\w+)$/.exec(line)?.[1];
    return alias !== undefined && new RegExp(`\\b${alias}\\.`).test(all);
  });
  return { imports: [...new Set([...own, ...imports])], classes };
}

/** In the order in which a cell has their classes. */
const MODULES = ["base", "plain", "nested", "binary", "front"];

function readModule(name: string): string {
  return readFileSync(ownPath("scripts", "build", "traits", `${name}.py`), "utf8").replaceAll("\r\n", "\n");
}
