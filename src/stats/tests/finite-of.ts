/** The finite numbers of a list: what is missing (`NaN`) or infinite is left out. */
export function finiteOf(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values).filter(Number.isFinite);
}
