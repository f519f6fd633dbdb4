import { firstAtLeast, firstBeyond } from "./first-at-least.ts";
import type { NumberCounts } from "./number-counts.ts";

/** The finite ones of some counted numbers. */
export interface FiniteCounts {
  /** The different numbers, ascending. */
  readonly values: Float64Array;
  readonly counts: Float64Array;
  /** For each of them how many numbers are no greater. */
  readonly ends: Float64Array;
  /** How many there are together. */
  readonly total: number;
}

const FINITE = [-Number.MAX_VALUE, Number.MAX_VALUE] as const;

/**
 * Leaves out the infinite ones of some counted numbers.
 *
 * @param range Numbers that lie outside of it are left out, too.
 */
export function finiteCounts(
  all: Pick<NumberCounts, "values" | "counts">,
  [low, high]: readonly [number, number] = FINITE,
): FiniteCounts {
  const [start, end] = [firstAtLeast(all.values, low), firstBeyond(all.values, high)];
  const counts = all.counts.subarray(start, end);
  const ends = new Float64Array(counts.length);
  let total = 0;
  for (let i = 0; i < ends.length; i++) {
    total += counts[i] as number;
    ends[i] = total;
  }
  return { values: all.values.subarray(start, end), counts, ends, total };
}
