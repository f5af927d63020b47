import { html, type TemplateResult } from "../kit/lit.ts";
import { clean } from "./colors.ts";
import { contrast, enough } from "./contrast.ts";
import { nameOf } from "./names.ts";
import { alike, seen, VISIONS } from "./vision.ts";

const list = (items: readonly string[]): string => new Intl.ListFormat(undefined, { type: "unit" }).format(items);

/** What one colour can be read on, and what can be read on it. */
export function tiles(hex: string, backgrounds: readonly [string, string]): TemplateResult {
  const [light, dark] = backgrounds.map(clean) as [string, string];
  const rows = [
    ["On light", hex, light],
    ["On dark", hex, dark],
    ["White on it", "#ffffff", hex],
    ["Black on it", "#000000", hex],
  ] as const;
  return html`<ul class="tiles" role="list" aria-label="Contrast">
    ${rows.map(([name, text, ground]) => {
      const ratio = contrast(text, ground);
      const figure = (Math.floor(ratio * 100) / 100).toLocaleString(undefined, { maximumFractionDigits: 2 });
      return html`<li>
        <span class="aa" data-forced-colors style="color:${text};background:${ground}"></span>
        <span>${name} <b>${figure} : 1</b> ${enough(ratio)}</span>
      </li>`;
    })}
  </ul>`;
}

/** The most pairs that are named: a scale of many colours has thousands. */
const NAMED = 24;

/** The palette as the kinds of colour vision have it, and the pairs that become alike, by place and name. */
export function visions(hexes: readonly string[]): TemplateResult[] {
  const known = new Set(alike(hexes).map(String));
  return [{ name: "Full", kind: "all cones", matrices: [] }, ...VISIONS].map((vision) => {
    const full = vision.matrices.length === 0;
    const shown = full ? hexes : hexes.map((hex) => seen(hex, vision));
    const pairs = alike(shown).filter((pair) => full || !known.has(String(pair)));
    const called = pairs.slice(0, NAMED).map((pair) => pair.map((at) => `${at + 1} ${nameOf(hexes[at]!)}`).join(" ≈ "));
    const named = list(called) + (pairs.length > NAMED ? " …" : "");
    const none = hexes.length < 2 ? "" : full || !known.size ? "All differ" : "No more alike";
    const says = pairs.length ? `${pairs.length.toLocaleString()} alike: ${named}` : none;
    return html`<details>
      <summary>
        <span>${vision.name}</span>
        <span class="seen" data-forced-colors>${shown.map((hex) => html`<i style="background:${hex}"></i>`)}</span>
        <span class="pairs">${says}</span>
      </summary>
      <p tabindex="0">${vision.name} colour vision, ${vision.kind}. ${says && `${says}.`}</p>
    </details>`;
  });
}
