import { sortNumbers, type WeightedNumbers } from "./sort-numbers.ts";

/** The different finite numbers among some, and how often each comes: what every statistic of them follows from. */
export interface FiniteCounts {
  /** The different numbers, ascending; there is no -0. */
  readonly values: Float64Array;
  /** How often each of them comes, or the sum of its weights; null where each comes once. */
  readonly counts: Float64Array | null;
  /** For each of them how many numbers are no greater; null where each comes once. */
  readonly ends: Float64Array | null;
  /** How many numbers there are. */
  readonly total: number;
}

/** Beside the finite ones, how many numbers are infinite, and how many are missing (`NaN`). */
export interface NumberCounts extends FiniteCounts {
  readonly positive: number;
  readonly negative: number;
  readonly missing: number;
}

/** Whole numbers of a range up to this size are counted by their place in it rather than sorted, if there are many. */
const MOST_PLACES = 2 ** 22;

/**
 * Counts the different numbers among some.
 *
 * @param weights How many times each counts, null for once. One of weight 0 is as if it were not there.
 */
export function countNumbers(numbers: ArrayLike<number>, weights: Float64Array | null): NumberCounts {
  const values = new Float64Array(numbers.length);
  const kept = weights === null ? null : new Float64Array(numbers.length);
  let [length, positive, negative, missing, isWhole] = [0, 0, 0, 0, true];
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < numbers.length; row++) {
    const value = numbers[row] as number;
    const weight = weights === null ? 1 : (weights[row] as number);
    if (weight === 0) continue;
    if (value - value !== 0) {
      if (value > 0) positive += weight;
      else if (value < 0) negative += weight;
      else missing += weight;
      continue;
    }
    if (value < min) min = value;
    if (value > max) max = value;
    if (isWhole && Math.floor(value) !== value) isWhole = false;
    if (kept !== null) kept[length] = weight;
    values[length++] = value + 0;
  }
  const finite = { values: values.subarray(0, length), weights: kept?.subarray(0, length) ?? null };
  const places = max - min + 1;
  const byPlace = isWhole && places <= Math.min(MOST_PLACES, 4 * length) && min + places - 1 === max;
  const counted = byPlace ? countPlaces(finite, min, places) : countSorted(sortNumbers(finite));
  return { ...counted, positive, negative, missing };
}

/** Counts numbers that ascend; -0 does not occur. */
function countSorted({ values, weights }: WeightedNumbers): FiniteCounts {
  const distinct = countDistinct(values);
  if (distinct === values.length && weights === null)
    return { values, counts: null, ends: null, total: distinct };
  const found = new Float64Array(distinct);
  const counts = new Float64Array(distinct);
  for (let i = 0, place = -1; i < values.length; i++) {
    if (i === 0 || values[i] !== values[i - 1]) found[++place] = values[i] as number;
    counts[place] = (counts[place] as number) + (weights === null ? 1 : (weights[i] as number));
  }
  return withEnds(found, counts);
}

function countDistinct(ascending: Float64Array): number {
  let distinct = Math.min(1, ascending.length);
  for (let i = 1; i < ascending.length; i++) if (ascending[i] !== ascending[i - 1]) distinct++;
  return distinct;
}

function countPlaces({ values, weights }: WeightedNumbers, min: number, places: number): FiniteCounts {
  const all = new Float64Array(places);
  for (let i = 0; i < values.length; i++) {
    const place = (values[i] as number) - min;
    all[place] = (all[place] as number) + (weights === null ? 1 : (weights[i] as number));
  }
  let distinct = 0;
  for (let place = 0; place < places; place++) if (all[place] !== 0) distinct++;
  const [found, counts] = [new Float64Array(distinct), new Float64Array(distinct)];
  for (let place = 0, next = 0; place < places; place++) {
    const count = all[place] as number;
    if (count === 0) continue;
    found[next] = min + place;
    counts[next++] = count;
  }
  return withEnds(found, counts);
}

/** Completes counts with their running sums. */
export function withEnds(values: Float64Array, counts: Float64Array): FiniteCounts {
  const ends = new Float64Array(counts.length);
  let total = 0;
  for (let i = 0; i < ends.length; i++) {
    total += counts[i] as number;
    ends[i] = total;
  }
  return { values, counts, ends, total };
}
