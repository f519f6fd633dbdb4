import { firstAtLeast, firstBeyond } from "./first-at-least.ts";
import { type FiniteCounts, withEnds } from "./number-counts.ts";

/** Leaves out the counted numbers outside of a range. */
export function countsWithin(
  all: FiniteCounts,
  range: readonly [low: number, high: number] | undefined,
): FiniteCounts {
  if (range === undefined) return all;
  const [start, end] = [firstAtLeast(all.values, range[0]), firstBeyond(all.values, range[1])];
  const values = all.values.subarray(start, end);
  if (all.counts === null) return { values, counts: null, ends: null, total: values.length };
  return withEnds(values, all.counts.subarray(start, end));
}
