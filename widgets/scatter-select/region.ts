import type { Grid } from "./grid.ts";

/** The rows in a rectangle of the unit space, edges included. */
export function rowsInBox(grid: Grid, u0: number, v0: number, u1: number, v1: number): number[] {
  const { u, v } = grid.places;
  const found: number[] = [];
  grid.visit(u0, v0, u1, v1, (row) => {
    if (u[row]! >= u0 && u[row]! <= u1 && v[row]! >= v0 && v[row]! <= v1) found.push(row);
  });
  return found;
}

/**
 * The rows that a closed line goes around (nonzero winding: what it goes around twice is inside too).
 * Cells that the line does not touch are taken or left as a whole.
 * @param line unit places, u and v by turns.
 */
export function rowsInLine(grid: Grid, line: ArrayLike<number>): number[] {
  const found: number[] = [];
  if (line.length < 6) return found;
  const { u, v } = grid.places;
  const { side, starts, rows } = grid;
  const touched = touchedCells(grid, line);
  const [left, right, bottom, top] = cellBounds(grid, line);
  for (let down = bottom; down <= top; down++) {
    let whole: boolean | undefined;
    for (let across = left; across <= right; across++) {
      const cell = down * side + across;
      const end = starts[cell + 1]!;
      if (touched[cell]) {
        whole = undefined;
        for (let at = starts[cell]!; at < end; at++) {
          const row = rows[at]!;
          if (goesAround(line, u[row]!, v[row]!)) found.push(row);
        }
        continue;
      }
      // Cells side by side with no line between them are all inside or all outside.
      whole ??= goesAround(line, (across + 0.5) / side, (down + 0.5) / side);
      if (whole) for (let at = starts[cell]!; at < end; at++) found.push(rows[at]!);
    }
  }
  return found;
}

/** Whether a closed line goes around a place. */
export function goesAround(line: ArrayLike<number>, u: number, v: number): boolean {
  let winding = 0;
  let fromU = line[line.length - 2]!;
  let fromV = line[line.length - 1]!;
  for (let at = 0; at < line.length; at += 2) {
    const toU = line[at]!;
    const toV = line[at + 1]!;
    if (fromV <= v !== toV <= v) {
      const side = (toU - fromU) * (v - fromV) - (u - fromU) * (toV - fromV);
      if (toV > fromV ? side > 0 : side < 0) winding += toV > fromV ? 1 : -1;
    }
    fromU = toU;
    fromV = toV;
  }
  return winding !== 0;
}

function cellBounds(grid: Grid, line: ArrayLike<number>): [left: number, right: number, bottom: number, top: number] {
  let [u0, u1, v0, v1] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let at = 0; at < line.length; at += 2) {
    u0 = Math.min(u0, line[at]!);
    u1 = Math.max(u1, line[at]!);
    v0 = Math.min(v0, line[at + 1]!);
    v1 = Math.max(v1, line[at + 1]!);
  }
  return [grid.cell(u0), grid.cell(u1), grid.cell(v0), grid.cell(v1)];
}

/** Marks each cell that a piece of the line may run through. */
function touchedCells(grid: Grid, line: ArrayLike<number>): Uint8Array {
  const { side } = grid;
  const touched = new Uint8Array(side * side);
  let fromU = line[line.length - 2]!;
  let fromV = line[line.length - 1]!;
  for (let at = 0; at < line.length; at += 2) {
    const toU = line[at]!;
    const toV = line[at + 1]!;
    const [lowU, lowV, highU, highV] = fromV <= toV ? [fromU, fromV, toU, toV] : [toU, toV, fromU, fromV];
    const slope = highV > lowV ? (highU - lowU) / (highV - lowV) : 0;
    const top = grid.cell(highV);
    for (let down = grid.cell(lowV); down <= top; down++) {
      // The piece of it in this line of cells; the outermost lines also hold what lies beyond them.
      const v0 = down === 0 ? lowV : Math.max(lowV, Math.min(highV, down / side));
      const v1 = down === side - 1 ? highV : Math.max(lowV, Math.min(highV, (down + 1) / side));
      const a = slope === 0 ? lowU : lowU + slope * (v0 - lowV);
      const b = slope === 0 ? highU : lowU + slope * (v1 - lowV);
      const right = grid.cell(Math.max(a, b) + 1e-9);
      for (let across = grid.cell(Math.min(a, b) - 1e-9); across <= right; across++) touched[down * side + across] = 1;
    }
    fromU = toU;
    fromV = toV;
  }
  return touched;
}
