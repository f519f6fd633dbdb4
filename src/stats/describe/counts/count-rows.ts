import type { ColumnLike } from "../../../tables/column-type-of.ts";

/** How many rows of a column have a value, and how many have none. */
export function countRows(
  column: ColumnLike,
  weights: Float64Array | null,
): { count: number; missing: number } {
  let [count, missing] = [0, 0];
  for (let row = 0; row < column.length; row++) {
    const value = column.at(row);
    const weight = weights === null ? 1 : (weights[row] as number);
    if (value === null || value === undefined || Number.isNaN(value)) missing += weight;
    else count += weight;
  }
  return { count, missing };
}
