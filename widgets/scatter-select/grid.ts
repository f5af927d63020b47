/** Where points are, as parallel arrays; NaN for a point that is nowhere. */
export interface Places {
  readonly u: Float64Array;
  readonly v: Float64Array;
}

const PER_CELL = 4;
const MOST_CELLS_A_SIDE = 1024;

/** Points of the unit square sorted into square cells, for finding those of a small region without a look at all. */
export class Grid {
  readonly places: Places;
  /** Cells a side. */
  readonly side: number;
  /** Rows, cell by cell, ascending in each. */
  readonly rows: Uint32Array;
  /** Where each cell starts in `rows`; one more than there are cells. Cells run left to right, then upwards. */
  readonly starts: Uint32Array;

  constructor(places: Places) {
    const { u, v } = places;
    this.places = places;
    const side = Math.max(1, Math.min(MOST_CELLS_A_SIDE, Math.ceil(Math.sqrt(u.length / PER_CELL))));
    this.side = side;
    const starts = new Uint32Array(side * side + 1);
    const cells = new Int32Array(u.length);
    let placed = 0;
    for (let row = 0; row < u.length; row++) {
      const somewhere = u[row]! >= 0 && v[row]! >= 0;
      const cell = somewhere ? this.cell(v[row]!) * side + this.cell(u[row]!) : -1;
      cells[row] = cell;
      if (cell < 0) continue;
      starts[cell + 1]!++;
      placed++;
    }
    for (let cell = 0; cell < side * side; cell++) starts[cell + 1]! += starts[cell]!;
    const next = starts.slice();
    const rows = new Uint32Array(placed);
    for (let row = 0; row < u.length; row++) {
      const cell = cells[row]!;
      if (cell >= 0) rows[next[cell]!++] = row;
    }
    this.rows = rows;
    this.starts = starts;
  }

  /** The column (of u) or line (of v) of cells that holds a place; a place outside counts to the nearest. */
  cell(place: number): number {
    return Math.max(0, Math.min(this.side - 1, Math.floor(place * this.side)));
  }

  /** Visits every row of the cells that a rectangle touches: some of them are outside of the rectangle. */
  visit(u0: number, v0: number, u1: number, v1: number, see: (row: number) => void): void {
    const left = this.cell(u0);
    const right = this.cell(u1);
    const top = this.cell(v1);
    for (let line = this.cell(v0); line <= top; line++) {
      const end = this.starts[line * this.side + right + 1]!;
      for (let at = this.starts[line * this.side + left]!; at < end; at++) see(this.rows[at]!);
    }
  }
}
