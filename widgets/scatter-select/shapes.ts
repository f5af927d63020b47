/** Outlines of marks of about equal weight, as SVG path data around the origin within ±1.05. */
export const shapes: readonly string[] = [
  "M.88 0A.88.88 0 1 1-.88 0A.88.88 0 1 1 .88 0Z",
  "M0-1L.96.7H-.96Z",
  "M-.78-.78H.78V.78H-.78Z",
  "M0-1.05L.9 0 0 1.05-.9 0Z",
  "M-.33-.97H.33V-.33H.97V.33H.33V.97H-.33V.33H-.97V-.33H-.33Z",
  "M0 1L-.96-.7H.96Z",
  "M-.92-.45L-.45-.92 0-.47.45-.92.92-.45.47 0 .92.45.45.92 0 .47-.45.92-.92.45-.47 0Z",
  "M-.95-.9H.95L.25 0 .95.9H-.95L-.25 0Z",
];

/** How a group is drawn: places in the palette and among the shapes. The first 64 groups all differ. */
export function lookOf(group: number): { readonly color: number; readonly shape: number } {
  return { color: group % 8, shape: (group + Math.floor(group / 8)) % shapes.length };
}
