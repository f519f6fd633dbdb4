import { checkOptionNames } from "../../util/check-option-names.ts";
import { sortedPlaces } from "../association/average-ranks.ts";

/** Options of {@link wassersteinDistance}. */
export interface WassersteinOptions {
  /** How much each value of the first counts, from 0. @default each counts alike */
  weightsA?: ArrayLike<number> | undefined;
  /** How much each value of the second counts, from 0. @default each counts alike */
  weightsB?: ArrayLike<number> | undefined;
}

/**
 * The first Wasserstein distance (earth mover's distance): how far, on average, values must be moved to turn one
 * distribution into the other, in the unit of the values. As `scipy.stats.wasserstein_distance`. Missing and infinite
 * values are left out.
 *
 * @returns Null where one has no values.
 * @throws {RangeError} When there is not one weight a value, or a weight is not a number from 0.
 * @example
 * ```ts
 * wassersteinDistance([0, 1, 3], [5, 6, 8]); // 5
 * ```
 */
export function wassersteinDistance(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  options: WassersteinOptions = {},
): number | null {
  checkOptionNames(options, ["weightsA", "weightsB"]);
  return distanceOf(weighted(a, options.weightsA), weighted(b, options.weightsB));
}

/** The distance of numbers that are finite and ascend. */
export function wassersteinOfSorted(a: Float64Array, b: Float64Array): number | null {
  return distanceOf(
    { values: a, weights: null, total: a.length },
    { values: b, weights: null, total: b.length },
  );
}

interface Weighted {
  values: Float64Array;
  weights: Float64Array | null;
  total: number;
}

function weighted(values: ArrayLike<number>, weights: ArrayLike<number> | undefined): Weighted {
  const order = sortedPlaces(values);
  const sorted = Float64Array.from(order, (place) => values[place] as number);
  if (weights === undefined) return { values: sorted, weights: null, total: sorted.length };
  if (weights.length !== values.length) {
    throw new RangeError(`There must be one weight a value, got ${weights.length} for ${values.length}`);
  }
  const odd = Array.from(weights).find((weight) => !(weight >= 0 && weight < Number.POSITIVE_INFINITY));
  if (odd !== undefined) throw new RangeError(`Weights must be numbers from 0, got ${odd}`);
  const inOrder = Float64Array.from(order, (place) => weights[place] as number);
  return { values: sorted, weights: inOrder, total: inOrder.reduce((sum, weight) => sum + weight, 0) };
}

function distanceOf(a: Weighted, b: Weighted): number | null {
  if (!(a.total > 0 && b.total > 0)) return null;
  let [i, j, belowA, belowB, distance] = [0, 0, 0, 0, 0];
  let last = 0;
  while (i < a.values.length || j < b.values.length) {
    const value = Math.min(a.values[i] ?? Number.POSITIVE_INFINITY, b.values[j] ?? Number.POSITIVE_INFINITY);
    if (i + j > 0) distance += Math.abs(belowA / a.total - belowB / b.total) * (value - last);
    for (; a.values[i] === value; i++) belowA += a.weights === null ? 1 : (a.weights[i] as number);
    for (; b.values[j] === value; j++) belowB += b.weights === null ? 1 : (b.weights[j] as number);
    last = value;
  }
  return distance;
}
