import { checkOptionNames } from "../../util/check-option-names.ts";
import { checkEffectSize, type EffectSize } from "./effect-size.ts";

/** What {@link powerOfDesign} and {@link jobsForEffect} know of a design. */
export interface DesignPowerOptions {
  /** The size of the effect. */
  effect: EffectSize;
  /** How many levels the factor has; of no use with kind `r`. @default 2 */
  levels?: number;
  /** Whether jobs at different levels share a base, such as `state`, so that each base has one job a level. @default false */
  paired?: boolean;
  /** The chance of finding an effect where there is none. @default 0.05 */
  alpha?: number;
  /** How many tests are made: each is held to alpha / tests, as Bonferroni corrects. @default 1 */
  tests?: number;
  /** Whether an effect in either direction counts (2), or in the expected one alone (1; kinds `d` and `r`). @default 2 */
  sides?: 1 | 2;
}

/** The options with defaults, checked. */
export interface DesignPower {
  effect: EffectSize;
  levels: number;
  paired: boolean;
  /** The level of each test. */
  alpha: number;
  sides: 1 | 2;
}

const NAMES: readonly (keyof DesignPowerOptions)[] = [
  ...(["effect", "levels", "paired", "alpha", "tests", "sides"] as const),
];

/**
 * Checks options and fills in defaults.
 *
 * @param more Other options that are known.
 * @throws {TypeError} When an option is unknown.
 * @throws {RangeError} When one is out of range, or options do not go together.
 */
export function readPowerOptions(options: DesignPowerOptions, more: readonly string[]): DesignPower {
  checkOptionNames(options, [...NAMES, ...more]);
  const { effect, levels = 2, paired = false, alpha = 0.05, tests = 1, sides = 2 } = options;
  if (typeof effect !== "object" || effect === null) {
    throw new TypeError('An effect is needed: { effect: { kind: "d", value: 0.5 } }');
  }
  checkEffectSize(effect);
  if (!Number.isSafeInteger(levels) || levels < 2) {
    throw new RangeError(`levels must be a whole number, 2 or more, got ${String(levels)}`);
  }
  if (effect.kind === "d" && levels !== 2) {
    throw new RangeError(`An effect of kind "d" is of 2 levels, got ${levels}: use kind "f"`);
  }
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha must be between 0 and 1, got ${String(alpha)}`);
  if (!Number.isSafeInteger(tests) || tests < 1) {
    throw new RangeError(`tests must be a whole number, 1 or more, got ${String(tests)}`);
  }
  if (sides !== 1 && sides !== 2) throw new RangeError(`sides must be 1 or 2, got ${String(sides)}`);
  if (sides === 1 && effect.kind !== "d" && effect.kind !== "r") {
    throw new RangeError(`An effect of kind "${effect.kind}" has no direction: sides must be 2`);
  }
  if (paired && effect.kind === "r") throw new RangeError('An effect of kind "r" cannot be paired');
  return { effect, levels, paired, alpha: alpha / tests, sides };
}
