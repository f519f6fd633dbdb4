import type { Description } from "./description.ts";

/** The statistics of lengths, of which those of missing values are negative. */
export function lengthStatistics(
  lengths: ArrayLike<number>,
  weights: ArrayLike<number> | null,
): Pick<Description, "min_length" | "mean_length" | "max_length"> {
  let [min, max, sum, count] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0];
  for (let i = 0; i < lengths.length; i++) {
    const length = lengths[i] as number;
    const weight = weights === null ? 1 : (weights[i] as number);
    if (length < 0 || weight === 0) continue;
    min = Math.min(min, length);
    max = Math.max(max, length);
    sum += weight * length;
    count += weight;
  }
  if (count === 0) return { min_length: null, mean_length: null, max_length: null };
  return { min_length: min, mean_length: sum / count, max_length: max };
}
