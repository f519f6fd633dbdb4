import { checkOptionNames } from "../../util/check-option-names.ts";
import { finiteValues } from "./counts/finite-values.ts";
import { firstAtLeast, firstBeyond } from "./counts/first-at-least.ts";
import { countNumbers, type FiniteCounts } from "./counts/number-counts.ts";
import { checkBins } from "./histogram-edges.ts";

/** Options of {@link binCounts}. */
export interface BinCountsOptions {
  /** How many times each value counts, as if it were there so often. @default once */
  weights?: ArrayLike<number>;
}

/**
 * How many values lie in each of a histogram's bins, as numpy counts them: a bin holds what is at least its first edge
 * and less than its second one, the last bin its second edge, too. Values outside, `NaN` and infinite ones are left out.
 *
 * @param edges The edges of the bins, ascending, such as {@link histogramEdges} gives.
 * @throws {RangeError} When edges are not ascending, there is not one weight for each value, or a weight is negative.
 * @example
 * ```ts
 * binCounts([0, 0.5, 1, 2], [0, 1, 2]); // Float64Array(2) [2, 2]
 * ```
 */
export function binCounts(
  values: ArrayLike<number>,
  edges: ArrayLike<number>,
  options: BinCountsOptions = {},
): Float64Array {
  checkOptionNames(options, ["weights"]);
  checkBins(Array.from(edges));
  const finite = finiteValues(values, options.weights);
  return binCountsOf(countNumbers(finite.values, finite.weights), edges);
}

/** How many of some counted numbers lie in each bin. */
export function binCountsOf({ values, ends }: FiniteCounts, edges: ArrayLike<number>): Float64Array {
  const counts = new Float64Array(Math.max(0, edges.length - 1));
  const below = (place: number): number =>
    place === 0 || ends === null ? place : (ends[place - 1] as number);
  for (let bin = 0; bin < counts.length; bin++) {
    const [low, high] = [edges[bin] as number, edges[bin + 1] as number];
    const end = bin === counts.length - 1 ? firstBeyond(values, high) : firstAtLeast(values, high);
    counts[bin] = below(end) - below(firstAtLeast(values, low));
  }
  return counts;
}
