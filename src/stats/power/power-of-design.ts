import { powerOf } from "./power-of.ts";
import { type DesignPowerOptions, readPowerOptions } from "./power-options.ts";

/** Options of {@link powerOfDesign}. */
export interface PowerOfDesignOptions extends DesignPowerOptions {
  /** How many jobs there are, spread evenly over the levels; what does not fill another pair or base counts for nothing. */
  jobs: number;
}

/**
 * The power of a design: the chance that a test finds an effect that is there. By the noncentral distributions of F
 * and t for normal outcomes (Cohen 1988), as G*Power and `statsmodels.stats.power` do:
 *
 * - `d`: Student's t test of two levels, paired or not; λ = d² n₁ n₂ / (n₁ + n₂), or d² pairs.
 * - `f`, `etaSquared`: one-way analysis of variance, λ = f² jobs; paired, that of levels within bases.
 * - `r`: the t test of a slope, the factor's numbers being chosen, not drawn; λ = jobs r² / (1 - r²).
 *
 * @throws {TypeError} When an option is unknown.
 * @throws {RangeError} When one is out of range, options do not go together, or there are too few jobs for the test.
 * @example
 * ```ts
 * powerOfDesign({ effect: { kind: "d", value: 0.5 }, jobs: 128 }); // 0.8014…
 * ```
 */
export function powerOfDesign(options: PowerOfDesignOptions): number {
  const design = readPowerOptions(options, ["jobs"]);
  const { jobs } = options;
  if (!Number.isSafeInteger(jobs) || jobs < 0) {
    throw new RangeError(`jobs must be a whole number, 0 or more, got ${String(jobs)}`);
  }
  const power = powerOf(design, jobs);
  if (power === null)
    throw new RangeError(`${jobs} jobs are too few for the test, which needs some to tell chance by`);
  return power;
}
