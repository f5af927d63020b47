/** The diameter of a mark in CSS pixels that suits so many points, larger the closer one looks. */
export function markSize(count: number, zoom: number): number {
  const base = Math.max(2.5, Math.min(9, 9 - 1.9 * (Math.log10(Math.max(1, count)) - 2)));
  return Math.round(Math.min(11, base * zoom ** 0.3) * 2) / 2;
}

/** The opacity of a mark that suits so many points: what lies on top of each other shows as darker. */
export function markOpacity(count: number): number {
  return Math.max(0.3, Math.min(0.85, 0.85 - 0.16 * (Math.log10(Math.max(1, count)) - 2)));
}
