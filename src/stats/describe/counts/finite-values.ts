import { checkWeight } from "./row-weights.ts";

/** Finite numbers and how many times each counts. */
export interface FiniteValues {
  readonly values: Float64Array;
  /** Null where each counts once. */
  readonly weights: Float64Array | null;
}

/**
 * Copies the finite ones of some numbers that have a weight above 0; there is no -0 among them.
 *
 * @throws {RangeError} When there is not one weight for each number, or a weight is negative or infinite.
 */
export function finiteValues(numbers: ArrayLike<number>, weights?: ArrayLike<number>): FiniteValues {
  if (weights !== undefined && weights.length !== numbers.length) {
    throw new RangeError(
      `weights must have one for each of the ${numbers.length} values, got ${weights.length}`,
    );
  }
  const values = new Float64Array(numbers.length);
  const kept = weights === undefined ? null : new Float64Array(numbers.length);
  let length = 0;
  for (let i = 0; i < values.length; i++) {
    const value = numbers[i] as number;
    if (value - value !== 0) continue;
    if (kept !== null) {
      const weight = checkWeight(weights?.[i], () => `weights[${i}]`);
      if (weight === 0) continue;
      kept[length] = weight;
    }
    values[length++] = value + 0;
  }
  return { values: values.subarray(0, length), weights: kept?.subarray(0, length) ?? null };
}
