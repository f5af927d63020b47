/**
 * Takes declarations of custom properties that nothing reads out of the style sheets in a module's minified text: the
 * design tokens that a widget does not use. A name that is put together while the module runs (`--cat-${n}`) keeps all
 * that begin like it; what is not plainly a declaration of a sheet stays.
 */
export function dropUnusedTokens(text: string): string {
  for (let before = "", now = text; ;) {
    before = now;
    const used = usedNames(now);
    now = now.replace(DECLARATION, (declaration, name: string) => {
      return used.names.has(name) || used.starts.some((start) => name.startsWith(start)) ? declaration : "";
    });
    if (now === before) return now;
  }
}

const PARENTHESES = String.raw`\((?:[^()"'\`\\$]|\((?:[^()"'\`\\$]|\((?:[^()"'\`\\$]|\((?:[^()"'\`\\$]|\([^()"'\`\\$]*\))*\))*\))*\))*\)`;
/** Between `{` or `;` and `;`, or before `}`: a value without strings, escapes and expressions. */
const DECLARATION = new RegExp(String.raw`(?<=[{;])--([\w-]+):(?:[^;{}()"'\`\\$]|${PARENTHESES})*(?:;|(?=\}))`, "g");

function usedNames(text: string): { names: ReadonlySet<string>; starts: readonly string[] } {
  const names = new Set<string>();
  const starts: string[] = [];
  const rest = text.replace(DECLARATION, (declaration) => declaration.slice(declaration.indexOf(":")));
  // `<!--` begins a comment, in lit's own code too.
  for (const [, name = "", next = ""] of rest.matchAll(/(?<!!)--([\w-]*)(\$\{|["'`\\])?/g)) {
    if (next) starts.push(name);
    names.add(name);
  }
  return { names, starts };
}
