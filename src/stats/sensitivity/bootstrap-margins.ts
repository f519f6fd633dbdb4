import { sampleStandardDeviation } from "simple-statistics";
import { standardNormalQuantile } from "../../design/distributions/standard-normal-quantile.ts";
import { type ResampleOptions, resampleBlocks } from "./block-resamples.ts";

/** A statistic, several numbers at once, of blocks each of which counts as often as is said. */
export type BlockStatistic = (counts: Float64Array) => readonly number[];

/** A number and the half of its confidence interval's width; null where they cannot be told. */
export interface Estimate {
  value: number | null;
  /** The interval is from `value - margin` to `value + margin`. */
  margin: number | null;
}

/**
 * Checks the options of the bootstrap.
 *
 * @throws {RangeError} When `resamples` is not a whole number, 0 or more, or `confidence` is not between 0 and 1.
 */
function checkOptions(resamples: number, confidence: number): void {
  if (!Number.isSafeInteger(resamples) || resamples < 0) {
    throw new RangeError(`resamples must be a whole number, 0 or more, got ${String(resamples)}`);
  }
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`confidence must be between 0 and 1, got ${String(confidence)}`);
  }
}

/**
 * A statistic of blocks with normal confidence intervals: `z` times the standard deviation (n - 1) of the statistic over
 * bootstrap samples of the blocks, as in SALib. There are none from fewer than 2 blocks or 2 samples; samples that
 * have no value (`NaN`) are left out.
 *
 * @throws {TypeError} When there are samples to draw and the seed is left out.
 * @throws {RangeError} When an option is out of its range.
 */
export function bootstrapMargins(
  blocks: number,
  statistic: BlockStatistic,
  { resamples = 100, confidence = 0.95, seed }: ResampleOptions,
): Estimate[] {
  checkOptions(resamples, confidence);
  const values = statistic(new Float64Array(blocks).fill(1));
  const samples: number[][] = values.map(() => []);
  if (resamples > 0) {
    resampleBlocks(blocks, { resamples, seed: seed as string }, (counts) => {
      statistic(counts).forEach((value, i) => {
        if (!Number.isNaN(value)) samples[i]?.push(value);
      });
    });
  }
  const z = standardNormalQuantile((1 + confidence) / 2);
  return values.map((value, i) => {
    const known = samples[i] as number[];
    const isKnown = blocks > 1 && known.length > 1 && !Number.isNaN(value);
    return {
      value: Number.isNaN(value) ? null : value,
      margin: isKnown ? z * sampleStandardDeviation(known) : null,
    };
  });
}
