import { fromUnit, toUnit } from "./axis.ts";
import { type Cloud, cloudOf } from "./cloud.ts";
import { type Direction, nearestTo, nextToward } from "./nearest.ts";
import { rowsInBox, rowsInLine } from "./region.ts";
import { type Frame, HOME, kept, revealing, toU, toV, toX, toY, type View } from "./viewport.ts";

/** Two opposite corners in pixels of the plot. */
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** What is shown of a cloud, where, and which point is under the keyboard's cursor. No DOM. */
export class Plot {
  /** Rows by number; -1 for none. */
  cursor = -1;
  view: View = HOME;
  width = 0;
  height = 0;
  hidden: ReadonlySet<number> = new Set();
  #cloud: Cloud = cloudOf({ x: [], y: [], category: [], categories: [] });

  get cloud(): Cloud {
    return this.#cloud;
  }

  get frame(): Frame {
    return { view: this.view, width: this.width, height: this.height };
  }

  /** Takes other data; what was looked at stays in sight where it still is. */
  load(cloud: Cloud): void {
    const { x, y, count } = this.#cloud.points;
    const next = cloud.points;
    this.#cloud = cloud;
    if (next.count !== count || this.cursor >= next.count) this.cursor = -1;
    if (cloud.groups.length < Math.max(0, ...this.hidden)) this.hidden = new Set();
    if (this.view === HOME || (sameAxis(x, next.x) && sameAxis(y, next.y))) return;
    const u = (unit: number) => toUnit(next.x, fromUnit(x, unit));
    const v = (unit: number) => toUnit(next.y, fromUnit(y, unit));
    const { u0, u1, v0, v1 } = this.view;
    const carried = { u0: u(u0), u1: u(u1), v0: v(v0), v1: v(v1) };
    const fits = carried.u0 < 1 && carried.u1 > 0 && carried.v0 < 1 && carried.v1 > 0;
    const wide = carried.u1 - carried.u0 > 1 || carried.v1 - carried.v0 > 1;
    this.view = fits && !wide ? kept(carried) : HOME;
  }

  /** Whether a row is drawn: it is somewhere, and its group is not hidden. */
  readonly shows = (row: number): boolean => {
    const { u, group } = this.#cloud.points;
    return u[row]! >= 0 && !this.hidden.has(group[row]!);
  };

  /** Pixels from the top left where a row's point is. */
  placeOf(row: number): { x: number; y: number } {
    const { u, v } = this.#cloud.points;
    return { x: toX(this.frame, u[row]!), y: toY(this.frame, v[row]!) };
  }

  /** The row under a pixel, -1 for none. */
  rowAt(x: number, y: number, reach: number): number {
    return nearestTo(this.#cloud.grid, this.frame, x, y, reach, this.shows);
  }

  rowsInBox({ x0, y0, x1, y1 }: Box): number[] {
    const { frame } = this;
    const [left, right] = [toU(frame, Math.min(x0, x1)), toU(frame, Math.max(x0, x1))];
    const [bottom, top] = [toV(frame, Math.max(y0, y1)), toV(frame, Math.min(y0, y1))];
    return rowsInBox(this.#cloud.grid, left, bottom, right, top).filter(this.shows);
  }

  /** @param line pixels, x and y by turns. */
  rowsInLine(line: readonly number[]): number[] {
    const { frame } = this;
    const units = Float64Array.from(line, (pixel, at) => (at % 2 === 0 ? toU(frame, pixel) : toV(frame, pixel)));
    return rowsInLine(this.#cloud.grid, units).filter(this.shows);
  }

  /** Every row that is drawn, in view or not; of one group when told. */
  rowsShown(only?: number): Uint32Array {
    const { group } = this.#cloud.points;
    return this.#cloud.grid.rows.filter((row) => this.shows(row) && (only === undefined || group[row] === only));
  }

  /** Moves the cursor to the next point that way and into sight; from nowhere, to the point nearest to the middle. */
  go(direction: Direction): number {
    const { grid } = this.#cloud;
    const { x, y } = this.#from();
    const next =
      this.cursor < 0
        ? nearestTo(grid, this.frame, x, y, Math.hypot(this.width, this.height) * 1e6, this.shows)
        : nextToward(grid, this.frame, x, y, direction, this.shows);
    return this.moveTo(next);
  }

  /** Moves the cursor by so many drawn rows in the order of the data, around its ends. */
  walk(step: 1 | -1): number {
    const { count } = this.#cloud.points;
    let row = this.cursor < 0 && step < 0 ? count : this.cursor;
    for (let tried = 0; tried < count; tried++) {
      row = (row + step + count) % count;
      if (this.shows(row)) return this.moveTo(row);
    }
    return this.cursor;
  }

  /** Puts the cursor on a row and shows it; -1 leaves it where it is. */
  moveTo(row: number): number {
    const { u, v } = this.#cloud.points;
    if (row >= 0) {
      this.cursor = row;
      this.view = revealing(this.view, u[row]!, v[row]!);
    }
    return this.cursor;
  }

  /** The box with no size at the cursor, or in the middle. */
  boxAtCursor(): Box {
    const { x, y } = this.#from();
    return { x0: x, y0: y, x1: x, y1: y };
  }

  #from(): { x: number; y: number } {
    return this.cursor < 0 ? { x: this.width / 2, y: this.height / 2 } : this.placeOf(this.cursor);
  }
}

function sameAxis(one: { min: number; max: number }, other: { min: number; max: number }): boolean {
  return one.min === other.min && one.max === other.max;
}
