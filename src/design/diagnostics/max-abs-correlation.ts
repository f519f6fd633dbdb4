import { commonLength } from "./common-length.ts";

/** A column with mean 0 and length 1, or null when all its numbers are equal. */
function standardized(column: ArrayLike<number>): Float64Array | null {
  const values = Float64Array.from(column);
  if (values.every((value) => value === values[0])) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const centred = values.map((value) => value - mean);
  const length = Math.sqrt(centred.reduce((sum, value) => sum + value * value, 0));
  return centred.map((value) => value / length);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/**
 * The largest absolute Pearson correlation between two columns; lower is better for a design. Columns whose
 * numbers are all equal have no correlation and are left out.
 *
 * @returns A number from 0 to 1; 0 when there are no two columns to compare.
 * @throws {RangeError} When columns differ in length.
 * @example
 * ```ts
 * maxAbsCorrelation([[1, 2, 3], [3, 2, 1]]); // 0.9999…
 * ```
 */
export function maxAbsCorrelation(columns: readonly ArrayLike<number>[]): number {
  commonLength(columns);
  const usable = columns.map(standardized).filter((column) => column !== null);
  let largest = 0;
  usable.forEach((a, index) => {
    for (const b of usable.slice(index + 1)) largest = Math.max(largest, Math.abs(dot(a, b)));
  });
  return Math.min(largest, 1);
}
