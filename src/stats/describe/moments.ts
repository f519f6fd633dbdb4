import { checkOptionNames } from "../../util/check-option-names.ts";
import { finiteValues } from "./counts/finite-values.ts";
import { ROUNDING } from "./quantiles.ts";

/** What {@link moments} gives; null where there are too few values, or no spread to measure by. */
export interface Moments {
  /** How many values there are, or the sum of their weights. */
  count: number;
  mean: number | null;
  /** The standard deviation of a sample, with n - 1. */
  sd: number | null;
  /** G1, the skewness with its bias corrected, as pandas, Excel's `SKEW` and `simple-statistics` have it. */
  skewness: number | null;
  /** G2, the excess kurtosis with its bias corrected, as pandas and Excel's `KURT` have it: 0 for a normal distribution. */
  kurtosis: number | null;
}

/** Options of {@link moments}. */
export interface MomentsOptions {
  /** How many times each value counts, as if it were there so often. @default once */
  weights?: ArrayLike<number>;
}

/**
 * The mean, standard deviation, skewness and kurtosis of numbers, in two passes, so that a large mean costs no digits.
 * Those that are `NaN` or infinite are left out.
 *
 * The conventions are those of the sample, as in Joanes and Gill, "Comparing measures of sample skewness and kurtosis",
 * The Statistician 47 (1998): G1 and G2.
 *
 * @throws {RangeError} When there is not one weight for each value, or a weight is negative or infinite.
 * @example
 * ```ts
 * moments([2, 4, 4, 4, 5, 5, 7, 9]); // { count: 8, mean: 5, sd: 2.1380…, skewness: 0.8184…, kurtosis: 0.940625 }
 * ```
 */
export function moments(values: ArrayLike<number>, options: MomentsOptions = {}): Moments {
  checkOptionNames(options, ["weights"]);
  const finite = finiteValues(values, options.weights);
  return momentsOf(finite.values, finite.weights);
}

/** The moments of finite numbers. */
export function momentsOf(values: Float64Array, weights: Float64Array | null): Moments {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  const unit = momentUnit(Math.max(Math.abs(min), Math.abs(max)));
  const pivot = values.length === 0 ? 0 : (values[0] as number) / unit;
  let [count, sum] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    const weight = weights === null ? 1 : (weights[i] as number);
    count += weight;
    sum += weight * ((values[i] as number) / unit - pivot);
  }
  const center = pivot + (count > 0 ? sum / count : 0);
  let [s1, s2, s3, s4] = [0, 0, 0, 0];
  for (let i = 0; i < values.length; i++) {
    const weight = weights === null ? 1 : (weights[i] as number);
    const d = (values[i] as number) / unit - center;
    const d2 = d * d;
    s1 += weight * d;
    s2 += weight * d2;
    s3 += weight * d2 * d;
    s4 += weight * d2 * d2;
  }
  return momentsFromSums({ count, unit, center, sums: [s1, s2, s3, s4] });
}

/** Sums of the first four powers of what values, in a unit, lie above a center that is about their mean. */
export interface MomentSums {
  count: number;
  unit: number;
  center: number;
  sums: readonly [number, number, number, number];
}

/** The moments that sums of powers give. */
export function momentsFromSums({ count, unit, center, sums }: MomentSums): Moments {
  if (!(count > 0)) return { count: 0, mean: null, sd: null, skewness: null, kurtosis: null };
  const [shift, m2, m3, m4] = sums.map((sum) => sum / count) as [number, number, number, number];
  const variance = Math.max(0, m2 - shift * shift);
  const third = m3 - 3 * shift * m2 + 2 * shift ** 3;
  const fourth = m4 - 4 * shift * m3 + 6 * shift ** 2 * m2 - 3 * shift ** 4;
  const hasSpread = variance > 0;
  const g1 = third / variance ** 1.5;
  const g2 = fourth / variance ** 2 - 3;
  const exceeds = (number: number): boolean => count - number > ROUNDING;
  return {
    count,
    mean: (center + shift) * unit,
    sd: exceeds(1) ? Math.sqrt((variance * count) / (count - 1)) * unit : null,
    skewness: exceeds(2) && hasSpread ? (g1 * Math.sqrt(count * (count - 1))) / (count - 2) : null,
    kurtosis:
      exceeds(3) && hasSpread ? ((count - 1) / ((count - 2) * (count - 3))) * ((count + 1) * g2 + 6) : null,
  };
}

/** Powers of values beyond these magnitudes would leave the range of numbers. */
const [SMALLEST, LARGEST] = [2 ** -200, 2 ** 200];

/** The power of two that values are divided by, so that their fourth powers are numbers: 1 unless they are extreme. */
export function momentUnit(magnitude: number): number {
  const isPlain = !(magnitude > 0) || (magnitude >= SMALLEST && magnitude <= LARGEST);
  return isPlain || magnitude === Number.POSITIVE_INFINITY ? 1 : 2 ** Math.floor(Math.log2(magnitude));
}
