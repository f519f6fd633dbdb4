import { checkOptionNames } from "../../util/check-option-names.ts";
import { toShares } from "./to-shares.ts";

/** Options of {@link klDivergence} and `jensenShannonDistance`. */
export interface LogarithmOptions {
  /** The base of the logarithm: `Math.E` for nats, 2 for bits. @default Math.E */
  base?: number | undefined;
}

/**
 * The Kullback-Leibler divergence of p from q: the sum of p log(p / q), as `scipy.stats.entropy(p, q)`.
 *
 * @param p Counts or shares of each level.
 * @param q Counts or shares of the same levels.
 * @returns `Infinity` where p has a level that q lacks.
 * @throws {RangeError} When the two differ in length, a number is not from 0, all of one are 0, or the base is none.
 * @example
 * ```ts
 * klDivergence([0.1, 0.2, 0.3, 0.4], [1, 1, 1, 1]); // 0.1064…
 * ```
 */
export function klDivergence(
  p: ArrayLike<number>,
  q: ArrayLike<number>,
  options: LogarithmOptions = {},
): number {
  const unit = logarithmOf(options);
  const [of, from] = toShares(p, q);
  return Math.max(0, divergence(of, from) / unit);
}

/** The divergence in nats of shares. */
export function divergence(p: Float64Array, q: Float64Array): number {
  return p.reduce((sum, share, level) => {
    return share === 0 ? sum : sum + share * Math.log(share / (q[level] as number));
  }, 0);
}

/**
 * The natural logarithm of the base of logarithms.
 *
 * @throws {RangeError} When the base is not above 1.
 */
export function logarithmOf(options: LogarithmOptions): number {
  checkOptionNames(options, ["base"]);
  const { base = Math.E } = options;
  if (!(base > 1)) throw new RangeError(`base must be a number above 1, got ${base}`);
  return Math.log(base);
}
