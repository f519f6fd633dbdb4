import { mean, sampleStandardDeviation } from "simple-statistics";
import { checkOptionNames } from "../../util/check-option-names.ts";
import type { ResampleOptions } from "./block-resamples.ts";
import { bootstrapMargins, type Estimate } from "./bootstrap-margins.ts";

/** What a parameter's elementary effects tell. */
export interface MorrisIndices {
  /** The mean effect, whose sign tells the direction. */
  mu: number;
  /** The mean size of effects, which cannot cancel out. */
  muStar: Estimate;
  /** The standard deviation of effects (n - 1): how much they depend on where the parameters are; null for one alone. */
  sigma: number | null;
}

/**
 * Summarises elementary effects by parameter: µ and σ (Morris 1991), µ* (Campolongo, Cariboni and Saltelli 2007) with a
 * normal interval by a bootstrap over trajectories.
 *
 * @param effects For each parameter its effects, one of each trajectory, as `morrisEffects` gives them.
 * @throws {TypeError} When the seed is left out and `resamples` is not 0, or an option is unknown.
 * @throws {RangeError} When there is no trajectory, or an option is out of its range.
 * @example
 * ```ts
 * morrisIndices([Float64Array.of(1, -3)], { resamples: 0 }); // [
 * //   { mu: -1, muStar: { value: 2, margin: null }, sigma: 2.8284… }
 * // ]
 * ```
 */
export function morrisIndices(
  effects: readonly ArrayLike<number>[],
  options: ResampleOptions,
): MorrisIndices[] {
  checkOptionNames(options, ["resamples", "confidence", "seed"]);
  const trajectories = effects[0]?.length ?? 0;
  if (trajectories === 0) throw new RangeError("At least one parameter and one trajectory are needed");
  const sizes = effects.map((own) => Array.from(own, Math.abs));
  const meanSizes = (counts: Float64Array): number[] =>
    sizes.map((own) => {
      return own.reduce((sum, size, i) => sum + size * (counts[i] as number), 0) / trajectories;
    });
  const muStar = bootstrapMargins(trajectories, meanSizes, options);
  return effects.map((own, i) => {
    const list = Array.from(own);
    return {
      mu: mean(list),
      muStar: muStar[i] as Estimate,
      sigma: trajectories > 1 ? sampleStandardDeviation(list) : null,
    };
  });
}
