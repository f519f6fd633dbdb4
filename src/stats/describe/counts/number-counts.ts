import { firstAtLeast } from "./first-at-least.ts";

/** The different numbers among some values and how often each comes, which is all that statistics of one column need. */
export interface NumberCounts {
  /** The different numbers, ascending; infinite ones stand at the ends, and there is no -0. */
  readonly values: Float64Array;
  /** How often each of them comes: the sum of its weights. */
  readonly counts: Float64Array;
  /** How many values are missing (`NaN`). */
  readonly missing: number;
}

/** Numbers of a range up to this size are counted by their place in it rather than sorted, if there are many of them. */
const MOST_PLACES = 2 ** 22;

/**
 * Counts the different numbers among some values.
 *
 * @param weights How many times each value counts, null for once. A value of weight 0 is as if it were not there.
 */
export function countNumbers(numbers: ArrayLike<number>, weights: Float64Array | null): NumberCounts {
  const present = new Float64Array(numbers.length);
  const presentWeights = weights === null ? null : new Float64Array(numbers.length);
  let [length, missing, isWhole] = [0, 0, true];
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < numbers.length; row++) {
    const value = (numbers[row] as number) + 0;
    const weight = weights === null ? 1 : (weights[row] as number);
    if (weight === 0) continue;
    if (Number.isNaN(value)) {
      missing += weight;
      continue;
    }
    if (value < min) min = value;
    if (value > max) max = value;
    if (isWhole && Math.floor(value) !== value) isWhole = false;
    if (presentWeights !== null) presentWeights[length] = weight;
    present[length++] = value;
  }
  const shown = present.subarray(0, length);
  const places = max - min + 1;
  const byPlace = isWhole && places <= Math.min(MOST_PLACES, 4 * length) && min + places - 1 === max;
  const counted = byPlace
    ? countPlaces(shown, presentWeights, { min, places })
    : countSorted(shown, presentWeights);
  return { ...counted, missing };
}

type Counted = Omit<NumberCounts, "missing">;

function countPlaces(
  numbers: Float64Array,
  weights: Float64Array | null,
  { min, places }: { min: number; places: number },
): Counted {
  const all = new Float64Array(places);
  for (let i = 0; i < numbers.length; i++) {
    const place = (numbers[i] as number) - min;
    all[place] = (all[place] as number) + (weights === null ? 1 : (weights[i] as number));
  }
  const [values, counts] = [new Float64Array(places), new Float64Array(places)];
  let length = 0;
  for (let place = 0; place < places; place++) {
    const count = all[place] as number;
    if (count === 0) continue;
    values[length] = min + place;
    counts[length++] = count;
  }
  return { values: values.subarray(0, length), counts: counts.subarray(0, length) };
}

/** @param numbers Sorted in place where they have no weights. */
function countSorted(numbers: Float64Array, weights: Float64Array | null): Counted {
  const values = (weights === null ? numbers : numbers.slice()).sort();
  const counts = new Float64Array(values.length);
  let length = 0;
  for (let i = 0; i < values.length; ) {
    const value = values[i] as number;
    const start = i++;
    while (i < values.length && values[i] === value) i++;
    counts[length] = i - start;
    values[length++] = value;
  }
  const counted = { values: values.subarray(0, length), counts: counts.subarray(0, length) };
  if (weights !== null) addWeights(counted, numbers, weights);
  return counted;
}

function addWeights({ values, counts }: Counted, numbers: Float64Array, weights: Float64Array): void {
  counts.fill(0);
  for (let i = 0; i < numbers.length; i++) {
    const place = firstAtLeast(values, numbers[i] as number);
    counts[place] = (counts[place] as number) + (weights[i] as number);
  }
}
