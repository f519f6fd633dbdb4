import { divergence, type LogarithmOptions, logarithmOf } from "./kl-divergence.ts";
import { toShares } from "./to-shares.ts";

/**
 * The Jensen-Shannon distance: the square root of the mean divergence of both from their average; as
 * `scipy.spatial.distance.jensenshannon`. It is symmetric, 0 for equal shares, and at most the square root of log 2
 * (0.833 in nats, 1 in bits).
 *
 * @param p Counts or shares of each level.
 * @param q Counts or shares of the same levels; a level that one lacks has 0.
 * @throws {RangeError} When the two differ in length, a number is not from 0, all of one are 0, or the base is none.
 * @example
 * ```ts
 * jensenShannonDistance([1, 0], [0, 1], { base: 2 }); // 1
 * ```
 */
export function jensenShannonDistance(
  p: ArrayLike<number>,
  q: ArrayLike<number>,
  options: LogarithmOptions = {},
): number {
  const unit = logarithmOf(options);
  const [a, b] = toShares(p, q);
  const middle = a.map((share, level) => (share + (b[level] as number)) / 2);
  const mean = (divergence(a, middle) + divergence(b, middle)) / 2;
  return Math.sqrt(Math.max(0, mean) / unit);
}
