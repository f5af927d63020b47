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

/** The palette as the kinds of colour vision have it, and the pairs that become alike, by place and name. */
export function visions(hexes: readonly string[]): TemplateResult[] {
  const known = new Set(alike(hexes).map(String));
  return [{ name: "Full", kind: "all cones", matrices: [] }, ...VISIONS].map((vision) => {
    const full = vision.matrices.length === 0;
    const shown = full ? hexes : hexes.map((hex) => seen(hex, vision));
    const pairs = alike(shown)
      .filter((pair) => full || !known.has(String(pair)))
      .map(([i, k]) => `${i + 1} ${nameOf(hexes[i]!)} ≈ ${k + 1} ${nameOf(hexes[k]!)}`);
    const none = hexes.length < 2 ? "" : full ? "All differ" : known.size ? "No more alike" : "All differ";
    const title = full ? "Alike for everyone" : "Become alike";
    return html`<details>
      <summary>
        <span>${vision.name}</span>
        <span class="seen" data-forced-colors>${shown.map((hex) => html`<i style="background:${hex}"></i>`)}</span>
        <span class="pairs">${pairs.length ? `${pairs.length.toLocaleString()} alike: ${list(pairs)}` : none}</span>
      </summary>
      <p tabindex="0">
        ${vision.name} colour vision, ${vision.kind}. ${pairs.length ? `${title}: ${list(pairs)}.` : none && `${none}.`}
      </p>
    </details>`;
  });
}
