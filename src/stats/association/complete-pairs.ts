/** Two columns of numbers of the same length. */
export interface Pairs {
  x: Float64Array;
  y: Float64Array;
}

/**
 * The pairs of which both numbers are finite.
 *
 * @throws {RangeError} When the two differ in length.
 */
export function completePairs(x: ArrayLike<number>, y: ArrayLike<number>): Pairs {
  if (x.length !== y.length) {
    throw new RangeError(`Both must have the same number of values, got ${x.length} and ${y.length}`);
  }
  const complete = { x: new Float64Array(x.length), y: new Float64Array(x.length) };
  let count = 0;
  for (let row = 0; row < x.length; row++) {
    if (!Number.isFinite(x[row]) || !Number.isFinite(y[row])) continue;
    complete.x[count] = x[row] as number;
    complete.y[count] = y[row] as number;
    count++;
  }
  return { x: complete.x.subarray(0, count), y: complete.y.subarray(0, count) };
}
