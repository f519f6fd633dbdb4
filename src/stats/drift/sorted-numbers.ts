/** The finite numbers of a column, ascending, as a new array. */
export function sortedNumbers(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values)
    .filter((value) => Number.isFinite(value))
    .sort();
}
