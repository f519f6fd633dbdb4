import { finiteOf } from "../tests/finite-of.ts";

/** The finite numbers of a column, ascending, as a new array. */
export function sortedNumbers(values: ArrayLike<number>): Float64Array {
  return finiteOf(values).sort();
}
