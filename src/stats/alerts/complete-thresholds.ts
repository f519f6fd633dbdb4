import { checkOptionNames } from "../../util/check-option-names.ts";

/**
 * Thresholds with their defaults.
 *
 * @throws {TypeError} When there is a threshold of another name.
 * @throws {RangeError} When one is not a number from 0.
 */
export function completeThresholds<T extends object>(
  given: { readonly [K in keyof T]?: number | undefined },
  defaults: T,
): T {
  checkOptionNames(given, Object.keys(defaults));
  const thresholds = { ...defaults };
  for (const name of Object.keys(defaults) as (keyof T & string)[]) {
    const value: number | undefined = given[name];
    if (value === undefined) continue;
    if (!(value >= 0)) throw new RangeError(`thresholds.${name} must be a number from 0, got ${value}`);
    Object.assign(thresholds, { [name]: value });
  }
  return thresholds;
}
