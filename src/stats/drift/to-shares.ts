/**
 * Two lists of counts or shares of the same levels as shares that add to 1.
 *
 * @throws {RangeError} When the two differ in length, a number is not from 0, or all of one are 0.
 */
export function toShares(p: ArrayLike<number>, q: ArrayLike<number>): [Float64Array, Float64Array] {
  if (p.length !== q.length) {
    throw new RangeError(`Both must have a number for each level, got ${p.length} and ${q.length}`);
  }
  return [sharesOf(p), sharesOf(q)];
}

function sharesOf(counts: ArrayLike<number>): Float64Array {
  const shares = Float64Array.from(counts);
  const odd = shares.find((count) => !(count >= 0 && count < Number.POSITIVE_INFINITY));
  if (odd !== undefined) throw new RangeError(`Counts and shares must be numbers from 0, got ${odd}`);
  const total = shares.reduce((sum, count) => sum + count, 0);
  if (total === 0) throw new RangeError("Counts and shares must not all be 0");
  return shares.map((count) => count / total);
}
