import { powerOf } from "./power-of.ts";
import { type DesignPowerOptions, readPowerOptions } from "./power-options.ts";

/** Options of {@link jobsForEffect}. */
export interface JobsForEffectOptions extends DesignPowerOptions {
  /** The chance wanted of finding the effect. @default 0.8 */
  power?: number;
}

/** What {@link jobsForEffect} finds. */
export interface JobsForEffect {
  /** All jobs together. */
  jobs: number;
  /** The jobs at each level; where paired, the bases; of kind `r`, all jobs. */
  repeats: number;
  /** The chance that so many jobs find the effect. */
  power: number;
}

const MOST_JOBS = 1e8;

/**
 * The fewest jobs, the same number at each level, with which a test finds an effect with the chance wanted; see
 * {@link powerOfDesign} for the tests.
 *
 * @throws {TypeError} When an option is unknown.
 * @throws {RangeError} When one is out of range, options do not go together, or the effect needs more than 10^8 jobs.
 * @example
 * ```ts
 * jobsForEffect({ effect: { kind: "d", value: 0.5 } }); // { jobs: 128, repeats: 64, power: 0.8014… }
 * ```
 */
export function jobsForEffect(options: JobsForEffectOptions): JobsForEffect {
  const design = readPowerOptions(options, ["power"]);
  const { power: wanted = 0.8 } = options;
  if (!(wanted > 0 && wanted < 1))
    throw new RangeError(`power must be between 0 and 1, got ${String(wanted)}`);
  const step = design.effect.kind === "r" ? 1 : design.levels;
  const isEnough = (repeats: number) => (powerOf(design, repeats * step) ?? 0) >= wanted;
  let enough = 1;
  while (!isEnough(enough)) {
    enough *= 2;
    if (enough * step > MOST_JOBS) {
      const { kind, value } = design.effect;
      throw new RangeError(
        `An effect of ${kind} ${value} needs more than ${MOST_JOBS} jobs for a power of ${wanted}`,
      );
    }
  }
  let tooFew = Math.floor(enough / 2);
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (isEnough(middle)) enough = middle;
    else tooFew = middle;
  }
  return { jobs: enough * step, repeats: enough, power: powerOf(design, enough * step) ?? 0 };
}
