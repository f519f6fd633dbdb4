import type { Random } from "../random/make-random.ts";
import { uniform } from "../random/uniform.ts";

/** What a uniform distribution has before its values below 0 become 0. */
export interface ClippedUniform {
  /** At least 0. */
  mean: number;
  /** At least 0. */
  variance: number;
}

function halfWidth({ variance }: ClippedUniform): number {
  return Math.sqrt(3 * variance);
}

/** Draws from a uniform distribution; what falls below 0 becomes 0. */
export function drawClippedUniform(random: Random, distribution: ClippedUniform): number {
  const { mean } = distribution;
  const half = halfWidth(distribution);
  return Math.max(0, uniform(random, [mean - half, mean + half]));
}

/** The mean of such draws, which is above the distribution's own where some of them are clipped. */
export function clippedUniformMean(distribution: ClippedUniform): number {
  const { mean } = distribution;
  const half = halfWidth(distribution);
  return mean >= half ? mean : (mean + half) ** 2 / (4 * half);
}
