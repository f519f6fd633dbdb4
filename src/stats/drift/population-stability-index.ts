import { checkOptionNames } from "../../util/check-option-names.ts";
import { toShares } from "./to-shares.ts";

/** Options of {@link populationStabilityIndex}. */
export interface PopulationStabilityOptions {
  /** The least share that a bin counts as, so that an empty one does not make the index infinite. @default 1e-4 */
  floor?: number | undefined;
}

/**
 * The population stability index: the sum over bins of (current - reference) ln(current / reference). By custom, below
 * 0.1 is no shift, 0.1 to 0.25 some, above 0.25 a large one.
 *
 * @param reference Counts or shares of each bin.
 * @param current Counts or shares of the same bins.
 * @throws {RangeError} When the two differ in length, a number is not from 0, all of one are 0, or the floor is not
 * between 0 and 1.
 * @example
 * ```ts
 * populationStabilityIndex([0.1, 0.2, 0.3, 0.4], [1, 1, 1, 1]); // 0.2282…
 * ```
 */
export function populationStabilityIndex(
  reference: ArrayLike<number>,
  current: ArrayLike<number>,
  options: PopulationStabilityOptions = {},
): number {
  checkOptionNames(options, ["floor"]);
  const { floor = 1e-4 } = options;
  if (!(floor > 0 && floor < 1)) throw new RangeError(`floor must be a number between 0 and 1, got ${floor}`);
  const [p, q] = toShares(reference, current).map((shares) => shares.map((share) => Math.max(share, floor)));
  return (p as Float64Array).reduce((sum, was, bin) => {
    const is = (q as Float64Array)[bin] as number;
    return sum + (is - was) * Math.log(is / was);
  }, 0);
}
