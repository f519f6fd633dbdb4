import { type RandomStream, randomStream } from "../../design/random/random-stream.ts";
import type { Seed } from "../../design/random/seed-key.ts";

/** Options of the bootstrap over blocks. */
export interface ResampleOptions {
  /** How many times the blocks are drawn anew, with replacement; 0 for no intervals. @default 100 */
  resamples?: number | undefined;
  /** The share of intervals that should hold the true value. @default 0.95 */
  confidence?: number | undefined;
  /** Decides the draws; needed unless `resamples` is 0. */
  seed?: Seed | undefined;
}

/**
 * Bootstrap samples of blocks (Efron 1979): how often each block is in a sample.
 *
 * @param blocks The number of blocks, all of which every sample is drawn from.
 * @param each Called with the counts of each sample, in an array that is used again.
 * @throws {TypeError} When the seed is left out.
 */
export function resampleBlocks(
  blocks: number,
  { resamples, seed }: { resamples: number; seed: Seed },
  each: (counts: Float64Array) => void,
): void {
  const random: RandomStream = randomStream(seed, "sensitivity/blocks");
  const counts = new Float64Array(blocks);
  for (let sample = 0; sample < resamples; sample++) {
    counts.fill(0);
    for (let draw = 0; draw < blocks; draw++) {
      const block = Math.floor(random(draw, sample) * blocks);
      counts[block] = (counts[block] as number) + 1;
    }
    each(counts);
  }
}
