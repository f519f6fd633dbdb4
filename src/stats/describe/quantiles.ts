import { checkOptionNames } from "../../util/check-option-names.ts";
import { finiteValues } from "./counts/finite-values.ts";
import { firstBeyond } from "./counts/first-at-least.ts";
import { countNumbers, type FiniteCounts } from "./counts/number-counts.ts";

/** Options of {@link quantiles}. */
export interface QuantilesOptions {
  /** How many times each value counts, as if it were there so often. @default once */
  weights?: ArrayLike<number>;
}

/** How far sums of weights such as 0.1 may lie from whole numbers that they stand for. */
export const ROUNDING = 1e-9;

/**
 * Quantiles of numbers, of type 7 (Hyndman and Fan, "Sample quantiles in statistical packages", The American
 * Statistician 50 (1996)): linear between the values at whole places, as in R, numpy and DuckDB's `quantile_cont`. With
 * weights, those of the values repeated so often, as `wtd.quantile` of R's Hmisc; its rule holds for fractions, too.
 * Numbers that are `NaN` or infinite are left out.
 *
 * @param probabilities Between 0 and 1, in any order.
 * @returns One a probability; null where there is no number.
 * @throws {RangeError} When a probability is not between 0 and 1, there is not one weight for each value, or a weight is
 * negative or infinite.
 * @example
 * ```ts
 * quantiles([1, 2, 3, 4], [0.5, 0.25]); // [2.5, 1.75]
 * ```
 */
export function quantiles(
  values: ArrayLike<number>,
  probabilities: readonly number[],
  options: QuantilesOptions = {},
): (number | null)[] {
  checkOptionNames(options, ["weights"]);
  checkProbabilities(probabilities, "probabilities");
  const finite = finiteValues(values, options.weights);
  return quantilesOf(countNumbers(finite.values, finite.weights), probabilities);
}

/** @throws {RangeError} When a probability is not between 0 and 1. */
export function checkProbabilities(probabilities: readonly number[], name: string): void {
  for (const probability of probabilities) {
    if (typeof probability === "number" && probability >= 0 && probability <= 1) continue;
    throw new RangeError(`${name} must be between 0 and 1, got ${String(probability)}`);
  }
}

/** The quantiles of counted numbers. */
export function quantilesOf(
  { values, ends, total }: Pick<FiniteCounts, "values" | "ends" | "total">,
  probabilities: readonly number[],
): (number | null)[] {
  return probabilities.map((probability) => {
    if (values.length === 0) return null;
    const { place, share } = quantilePlace(total, probability);
    return between(valueAt(place), valueAt(place + 1), share);
  });

  function valueAt(place: number): number {
    const found = ends === null ? place : firstBeyond(ends, place + ROUNDING);
    return values[Math.min(found, values.length - 1)] as number;
  }
}

/** Where a quantile lies: at or, by a share of the way to the next, after the value of a place, counted from 0. */
export function quantilePlace(total: number, probability: number): { place: number; share: number } {
  const exact = Math.max(0, (total - 1) * probability);
  const place = Math.floor(exact);
  return { place, share: exact - place };
}

/** The number by a share of the way from one to another. */
export function between(low: number, high: number, share: number): number {
  const value = low + (high - low) * share;
  return Number.isFinite(value) ? value : low * (1 - share) + high * share;
}
