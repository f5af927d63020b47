/**
 * Takes comments, white space and what else says nothing out of css`…` templates that hold no other template. Those of the
 * kit's `css` without expressions become plain texts, which are left out of a bundle where nothing uses them.
 */
export function minifyStyles(source: string): string {
  const tag = KIT_CSS.test(source) ? "" : "css";
  return source.replace(/(?<![\w$.])css`((?:[^`\\]|\\[^`])*)`/g, (_, css: string) => {
    const small = minifyCss(css);
    const made = tag || small.includes("${") ? `css\`${small}\`` : `\`${small.replaceAll("\\", "\\\\")}\``;
    // Line breaks go behind the template, so that messages still name the right line.
    return made + "\n".repeat(css.split("\n").length - 1);
  });
}

const KIT_CSS = /\bimport\s*\{[^}]*\bcss\b[^}]*\}\s*from\s*["'](?:inlay\/kit|[./]+(?:kit\/)?lit\.[jt]s)["']/;
const STRING = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/;
const KEPT = new RegExp(String.raw`/\*[^]*?\*/|${STRING.source}|\$\{[^}]*\}`, "g");

function minifyCss(css: string): string {
  const kept: string[] = [];
  const bare = css.replace(KEPT, (part) => (part.startsWith("/*") ? "" : `\0${kept.push(part) - 1}\0`));
  const parts = bare.replace(/\s+/g, " ").match(/[^{};]*[{};]?/g) ?? [];
  const squeezed = parts.map((part) => {
    const text = part.replace(/ ?([{};,]) ?/g, "$1").trim();
    if (text.startsWith("@")) return text.replaceAll(": ", ":");
    return text.endsWith("{") ? squeezeSelector(text) : squeezeDeclaration(text);
  });
  return squeezed
    .join("")
    .replaceAll(";}", "}")
    .replace(/(?<==)\0(\d+)\0(?=\])/g, (name, index: string) => /^"([a-z]+)"$/.exec(kept[+index]!)?.[1] ?? name)
    .replace(/\0(\d+)\0/g, (_, index: string) => kept[+index]!);
}

const squeezeSelector = (text: string): string =>
  text.replace(/ ?([>+~]) ?/g, "$1").replace(/::(?=(?:before|after)\b)/g, ":");

/** A space before a parenthesis, and around `+` and `-`, can be a part of the value. */
const squeezeDeclaration = (text: string): string =>
  text
    .replace(/^([\w-]+) ?: ?/, "$1:")
    .replace(/(?<=\() | (?=\))/g, "")
    .replace(/ ?(\/|!(?=important)) ?/g, "$1")
    .replace(/(?<![\w.#])0(?=\.\d)/g, "");
