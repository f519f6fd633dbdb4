import type { ColumnTable } from "arquero";
import { numbersOf } from "../../columns/numbers-of.ts";

/**
 * The weights of a table's rows: 0 where one is missing.
 *
 * @param name The column of weights, undefined for none.
 * @returns Null where there is no such column: each row counts once.
 * @throws {RangeError} When there is no such column, or a weight is negative or infinite.
 * @throws {TypeError} When the column has no numbers.
 */
export function rowWeights(table: ColumnTable, name: string | undefined): Float64Array | null {
  if (name === undefined) return null;
  return numbersOf(table, name, "weight").map((weight, row) =>
    checkWeight(weight, () => `row ${row} of column "${name}"`),
  );
}

/**
 * A weight that may be used: 0 for one that is missing.
 *
 * @param where Where it stands, for the error.
 * @throws {RangeError} When it is negative or infinite.
 */
export function checkWeight(weight: number | undefined, where: () => string): number {
  if (weight === undefined || Number.isNaN(weight)) return 0;
  if (weight >= 0 && weight < Number.POSITIVE_INFINITY) return weight + 0;
  throw new RangeError(`Weights must be finite and not negative, got ${weight} in ${where()}`);
}
