import { hexOf } from "./oklch.ts";

/** What may be a colour inside a longer text: `#…`, six hex digits, a function, a word. */
const CANDIDATE = /#[\da-f]{3,8}\b|\b[\da-f]{6}\b|\b[a-z-]+\([^()]*\)|\b[a-z]{3,}\b/gi;

/** Words that are colours only where they stand. */
const CONTEXT = /\b(var|env|attr|light-dark|currentcolor|inherit|initial|unset|revert|revert-layer|transparent)\b/i;

/**
 * The colours of a text that a person has typed or pasted, as `#rrggbb`: one in any notation of CSS (the browser reads
 * it; what sRGB cannot show is mapped into it, opacity is left out), else all that stand in it, as in a list of a
 * program or an address with hex digits. Empty where there is none.
 */
export function colorsIn(text: string, probe: HTMLElement): string[] {
  const whole = read(text.trim(), probe);
  if (whole) return [whole];
  return (text.match(CANDIDATE) ?? []).flatMap((each) => read(each, probe) ?? []);
}

function read(text: string, probe: HTMLElement): string | undefined {
  const color = /^([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.test(text) ? `#${text}` : text;
  if (/^#[\da-f]{6}$/i.test(color)) return color.toLowerCase();
  if (!CSS.supports("color", color) || CONTEXT.test(color)) return undefined;
  probe.style.color = `oklch(from ${color} l c h)`;
  const [l, c, h] = getComputedStyle(probe).color.slice(6).split(" ").map(Number.parseFloat);
  return hexOf([l || 0, c || 0, h || 0]);
}
