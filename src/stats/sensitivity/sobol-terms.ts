import { mean, standardDeviation } from "simple-statistics";
import { type SaltelliLayout, saltelliBlockSize } from "../../design/sensitivity/saltelli-layout.ts";
import { checkOutcomes } from "./check-outcomes.ts";

/** What a block adds to the means that Sobol' indices are made of: an array over the blocks each. */
export interface SobolTerms {
  parameters: number;
  /** Whether all outcomes are the same. */
  isConstant: boolean;
  /** A + B. */
  sum: Float64Array;
  /** A² + B². */
  squares: Float64Array;
  /** B (AB - A), by parameter. */
  first: readonly Float64Array[];
  /** (A - AB)², by parameter. */
  total: readonly Float64Array[];
  /** BA AB - A B, by pair; none where second-order indices are not wanted. */
  second: readonly Float64Array[];
}

/** Outcomes with mean 0 and standard deviation 1 (n), or all 0 where they are the same. */
function standardised(outcomes: ArrayLike<number>): Float64Array {
  const values = Float64Array.from(outcomes);
  if (values.every((value) => value === values[0])) return values.fill(0);
  // In units of the largest, whose square is neither too large nor too small for a number.
  const unit = values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  const list = Array.from(values, (value) => value / unit);
  const [centre, spread] = [mean(list), standardDeviation(list)];
  return Float64Array.from(list, (value) => (value - centre) / spread);
}

/**
 * The products of outcomes that Sobol' indices are means of.
 *
 * @throws {RangeError} When an outcome is not a finite number.
 */
export function sobolTerms(outcomes: ArrayLike<number>, layout: SaltelliLayout): SobolTerms {
  checkOutcomes(outcomes);
  const { parameters, secondOrder } = layout;
  const size = saltelliBlockSize(layout);
  const blocks = outcomes.length / size;
  const y = standardised(outcomes);
  const at = (place: number) =>
    Float64Array.from({ length: blocks }, (_, i) => y[i * size + place] as number);
  const [a, b] = [at(0), at(size - 1)];
  const each = (of: (a: number, b: number, block: number) => number): Float64Array => {
    return a.map((value, block) => of(value, b[block] as number, block));
  };
  const ab = Array.from({ length: parameters }, (_, i) => at(1 + i));
  const ba = secondOrder ? ab.map((_, i) => at(1 + parameters + i)) : [];
  const pairs = ba.flatMap((_, i) => ba.slice(i + 1).map((_, k) => [i, i + 1 + k] as const));
  return {
    parameters,
    isConstant: y.every((value) => value === 0),
    sum: each((a, b) => a + b),
    squares: each((a, b) => a * a + b * b),
    first: ab.map((column) => each((a, b, block) => b * ((column[block] as number) - a))),
    total: ab.map((column) => each((a, _, block) => (a - (column[block] as number)) ** 2)),
    second: pairs.map(([i, j]) => {
      const [first, second] = [ba[i] as Float64Array, ab[j] as Float64Array];
      return each((a, b, block) => (first[block] as number) * (second[block] as number) - a * b);
    }),
  };
}
