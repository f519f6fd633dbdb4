import type { ParamValue } from "../../params/job-params.ts";
import { choiceWriter } from "./choice-writer.ts";
import { checkFinite, type Distribution } from "./distribution.ts";

/** Options of {@link choice}. */
export interface ChoiceOptions {
  /** One weight per value, 0 or more, not all 0. @default equal weights */
  weights?: readonly number[] | undefined;
}

function cumulative(weights: readonly number[]): number[] {
  let sum = 0;
  const sums = weights.map((weight) => {
    if (!(weight >= 0 && Number.isFinite(weight)))
      throw new RangeError(`Weights must be 0 or more, got ${weight}`);
    sum += weight;
    return sum;
  });
  if (sum === 0) throw new RangeError("At least one weight must be positive");
  checkFinite("The sum of the weights", sum);
  return sums;
}

function evenPlaces(size: number): (u: number) => number {
  return (u) => Math.floor(u * size);
}

function weightedPlaces(size: number, weights: readonly number[]): (u: number) => number {
  if (weights.length !== size) {
    throw new RangeError(`There must be one weight per value, got ${weights.length} for ${size} values`);
  }
  const sums = cumulative(weights);
  const total = sums[size - 1] as number;
  return (u) => sums.findIndex((sum) => u * total < sum);
}

/**
 * One of a list of values, evenly or by weight.
 *
 * @param given At least one value; one that occurs twice is twice as likely.
 * @throws {RangeError} When there are no values, or the weights do not fit them.
 * @example
 * ```ts
 * choice(["GYM", "BEDROOM"]).quantile(0.5); // "BEDROOM"
 * choice([6, 12, 24], { weights: [1, 1, 2] }).quantile(0.5); // 24
 * ```
 */
export function choice<T extends ParamValue>(
  given: readonly T[],
  { weights }: ChoiceOptions = {},
): Distribution<T> {
  const values = [...given];
  if (values.length === 0) throw new RangeError("There must be at least one value to choose from");
  const placeOf = weights === undefined ? evenPlaces(values.length) : weightedPlaces(values.length, weights);
  return {
    kind: "choice",
    args: weights === undefined ? [values] : [values, { weights: [...weights] }],
    quantile: (u) => values[placeOf(u)] as T,
    writer: (n) => choiceWriter(n, values, placeOf),
  };
}
