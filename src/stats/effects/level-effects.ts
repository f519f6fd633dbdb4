import { tQuantile } from "../distributions/t-quantile.ts";
import type { FitWithin } from "../least-squares/fit-within.ts";
import type { SumOfSquares } from "../tests/f-test.ts";
import { meanInterval } from "../tests/mean-interval.ts";
import type { Factor } from "./factor.ts";
import type { LevelRow } from "./study-rows.ts";

/** What the effects of levels are told from. */
export interface LevelEffectsOptions {
  /** What is left within levels, from which the intervals of effects come. */
  error: SumOfSquares;
  /** The fit within bases of a paired study; null where jobs share none. */
  fit: FitWithin | null;
  confidence: number;
}

/** The rows of a factor in `levels`. */
export function levelEffects(
  factor: Factor,
  groups: readonly Float64Array[],
  { error, fit, confidence }: LevelEffectsOptions,
): LevelRow[] {
  const count = groups.reduce((sum, group) => sum + group.length, 0);
  const shares = Float64Array.from(groups, (group) => group.length / count);
  const means = groups.map((group) => meanInterval(group, confidence));
  // From the first mean on, so that equal means have exactly their mean.
  const first = means.find(({ mean }) => mean !== null)?.mean ?? 0;
  const grand =
    first + means.reduce((sum, { mean }, i) => sum + ((mean ?? first) - first) * (shares[i] as number), 0);
  const width =
    error.df > 0 ? tQuantile(1 - confidence, error.df) * Math.sqrt(error.squares / error.df) : null;
  return factor.levels.map((level, i) => {
    const { mean, sd, low, high } = means[i] ?? meanInterval([], confidence);
    const contrast =
      fit === null
        ? { value: (mean ?? 0) - grand, variance: 1 / (groups[i]?.length ?? 0) - 1 / count }
        : fit.contrast(shares.map((share, k) => (k === i ? 1 : 0) - share));
    const half =
      width === null || contrast === null ? null : width * Math.sqrt(Math.max(contrast.variance, 0));
    const effect = groups.length < 2 ? null : (contrast?.value ?? null);
    return {
      factor: factor.name,
      level: level.text,
      value: level.x,
      count: groups[i]?.length ?? 0,
      mean,
      sd,
      low,
      high,
      effect,
      effect_low: effect === null || half === null ? null : effect - half,
      effect_high: effect === null || half === null ? null : effect + half,
    };
  });
}
