import { fromUnit } from "./axis.ts";
import type { Cloud } from "./cloud.ts";

/** What texts say of a chart beside its points. */
export interface Named {
  readonly xLabel: string;
  readonly yLabel: string;
  readonly labels: readonly string[];
}

const whole = new Intl.NumberFormat();
const plain = new Intl.NumberFormat(undefined, { maximumSignificantDigits: 6 });
const scientific = new Intl.NumberFormat(undefined, { maximumSignificantDigits: 6, notation: "scientific" });

/** A whole number in the reader's way. */
export function count(n: number): string {
  return whole.format(n);
}

/** A measured number in the reader's way, to six digits. */
export function number(n: number): string {
  const size = Math.abs(n);
  return (size !== 0 && (size >= 1e12 || size < 1e-4) ? scientific : plain).format(n);
}

/** "1 point", "1,204 points". */
export function points(n: number): string {
  return `${count(n)} ${n === 1 ? "point" : "points"}`;
}

/** A point for those who hear it: label, category, place, and whether it is selected. */
export function pointText(cloud: Cloud, row: number, x: number, y: number, named: Named, selected: boolean): string {
  const group = cloud.grouped ? cloud.groups[cloud.points.group[row]!]?.name : "";
  const place = `${named.xLabel} ${number(x)}, ${named.yLabel} ${number(y)}`;
  return [named.labels[row], group, place, selected ? "selected" : "not selected"].filter(Boolean).join("; ");
}

/** The chart in words. */
export function summary(cloud: Cloud, named: Named, selected: number): string {
  const { x, y, count: rows, leftOut } = cloud.points;
  const drawn = rows - leftOut;
  if (drawn === 0) return "No points.";
  const range = (axis: typeof x) => `${number(fromUnit(axis, 0))} to ${number(fromUnit(axis, 1))}`;
  const used = cloud.groups.filter(({ size }) => size > 0).length;
  const kinds = cloud.grouped ? ` in ${count(used)} ${used === 1 ? "category" : "categories"}` : "";
  const where = `${named.xLabel} from ${range(x)}, ${named.yLabel} from ${range(y)}`;
  return `${points(drawn)}${kinds}; ${where}; ${selected === 0 ? "none" : count(selected)} selected.`;
}

/** What is odd about the data, one sentence each. */
export function notes(
  cloud: Cloud,
  lengths: { readonly x: number; readonly y: number; readonly category: number },
  past: number,
  unusable: readonly string[],
): string[] {
  const { count: rows, leftOut } = cloud.points;
  const said = unusable.map((name) => `${name} holds something that cannot be used: its default is shown.`);
  if (lengths.x !== lengths.y) {
    said.push(
      `x has ${count(lengths.x)} numbers and y has ${count(lengths.y)}: only the first ${count(rows)} of each are shown.`,
    );
  }
  if (leftOut > 0) said.push(`${points(leftOut)} without a finite x and y ${leftOut === 1 ? "is" : "are"} left out.`);
  if (lengths.category > 0 && lengths.category < rows) {
    said.push(`category has ${count(lengths.category)} numbers for ${points(rows)}: the others have none.`);
  }
  if (past > 0)
    said.push(`${count(past)} of the selected row numbers ${past === 1 ? "is" : "are"} past the last point.`);
  return said;
}
