/** Where a row lies in the scrolled content, in CSS px. */
export interface Extent {
  readonly top: number;
  readonly height: number;
}

/**
 * The index a lifted row would get. `current` is the index it has now; only rows near it are measured, so a step costs
 * the same in a list of any length. A row gives way once the lifted row's leading edge has passed its middle.
 * @param origin Index the row was lifted from.
 * @param lifted Where the lifted row is drawn.
 * @param extent Where the row of an index lies when nothing is lifted.
 */
export function dropIndex(
  origin: number,
  current: number,
  count: number,
  lifted: Extent,
  extent: (index: number) => Extent,
): number {
  const middle = (index: number) => extent(index).top + extent(index).height / 2;
  const bottom = lifted.top + lifted.height;
  let index = current;
  while (index < count - 1 && passedBelow(index + 1)) index += 1;
  while (index > 0 && passedAbove(index - 1)) index -= 1;
  return index;

  function passedBelow(next: number): boolean {
    return next <= origin ? lifted.top >= middle(next - 1) : bottom > middle(next);
  }
  function passedAbove(next: number): boolean {
    return next >= origin ? bottom <= middle(next + 1) : lifted.top < middle(next);
  }
}

/** Where the gap for the lifted row opens: its top when it would be dropped at `index`. */
export function gapTop(origin: number, index: number, height: number, extent: (index: number) => Extent): number {
  const at = extent(index);
  return index > origin ? at.top + at.height - height : at.top;
}

/**
 * How fast to scroll, in px a second, while the pointer is at `y` in a view from `top` to `bottom`: nothing in the
 * middle, faster towards and beyond an edge.
 */
export function scrollSpeed(y: number, top: number, bottom: number, edge = 36, fastest = 900): number {
  const zone = Math.min(edge, (bottom - top) / 3);
  const share = (distance: number) => Math.min(Math.max((zone - distance) / zone, 0), 1.5) ** 2 * (fastest / 2.25);
  return share(bottom - y) - share(y - top);
}
