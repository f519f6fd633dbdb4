import type { ColumnTable } from "arquero";
import { shownColumn } from "../../tables/shown-column.ts";

/** Numbers come back from the server rounded to single precision, or to whole numbers. */
const ROUNDING = 1e-6;

function isSame(wanted: unknown, got: unknown): boolean {
  if (wanted === null || wanted === undefined || got === null || got === undefined) return true;
  if (typeof wanted === "string") return wanted === String(got);
  const [a, b] = [Number(wanted), Number(got)];
  return a === b || Math.round(a) === b || Math.abs(a - b) <= ROUNDING * Math.max(Math.abs(a), Math.abs(b));
}

/** Results, the design whose jobs they should be, and which of its rows each is (-1 for none). */
export interface CheckedJoin {
  results: ColumnTable;
  design: ColumnTable;
  places: ArrayLike<number>;
  /** What tells a result in errors. */
  labelOf(result: number): string;
}

/**
 * Checks that results have the parameters that the design gave them, in columns that both have. Where they have not, they
 * belong to another design or another row, and their indices would be wrong without a sign.
 *
 * @throws {TypeError} When a value differs.
 */
export function checkParameters(names: readonly string[], join: CheckedJoin): void {
  const { results, design, places, labelOf } = join;
  const shared = names.filter((name) => {
    return [results, design].every((table) => table.columnNames().includes(name));
  });
  for (const name of shared) {
    const [wanted, got] = [shownColumn(design, name), shownColumn(results, name)];
    for (let result = 0; result < places.length; result++) {
      const place = places[result] as number;
      if (place < 0 || isSame(wanted.at(place), got.at(result))) continue;
      throw new TypeError(
        `${labelOf(result)} has ${name} ${String(got.at(result))}, but row ${place} of the design ${String(wanted.at(place))}: ` +
          "are these the jobs of this design? Leave out results whose parameters were changed",
      );
    }
  }
}
