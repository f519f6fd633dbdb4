import { saltelliBlockSize } from "../../design/sensitivity/saltelli-layout.ts";
import { checkOptionNames } from "../../util/check-option-names.ts";
import type { ResampleOptions } from "./block-resamples.ts";
import { bootstrapMargins, type Estimate } from "./bootstrap-margins.ts";
import { type SobolTerms, sobolTerms } from "./sobol-terms.ts";

/** Options of {@link sobolIndices}. */
export interface SobolIndicesOptions extends ResampleOptions {
  /** The number of parameters. */
  parameters: number;
  /** Whether the blocks have rows for second-order indices. @default false */
  secondOrder?: boolean | undefined;
}

/** Sobol' indices, each with the half width of its confidence interval. */
export interface SobolIndices {
  /** The share of the variance that each parameter explains alone. */
  first: Estimate[];
  /** The share that each parameter has a part in, alone or together with others. */
  total: Estimate[];
  /** The share of each pair, beyond what they explain alone: 0 and 1, 0 and 2, …, 1 and 2, …; or null. */
  second: Estimate[] | null;
}

/** The means of products over the blocks, in units of the variance of A and B. */
function indicesOf(terms: SobolTerms, counts: Float64Array): number[] {
  const { parameters, isConstant, sum, squares, first, total, second } = terms;
  const mean = (products: Float64Array): number => {
    let all = 0;
    for (let block = 0; block < counts.length; block++) {
      all += (counts[block] as number) * (products[block] as number);
    }
    return all / counts.length;
  };
  if (isConstant) return [...first, ...total, ...second].map(() => 0);
  const variance = mean(squares) / 2 - (mean(sum) / 2) ** 2;
  // Of standardised outcomes less is rounding.
  const share = (products: Float64Array): number => {
    return variance > 1e-12 ? mean(products) / variance : Number.NaN;
  };
  const s1 = first.map(share);
  const st = total.map((products) => share(products) / 2);
  let pair = 0;
  const s2: number[] = [];
  for (let i = 0; second.length > 0 && i < parameters; i++) {
    for (let j = i + 1; j < parameters; j++) {
      const together = second[pair++] as Float64Array;
      s2.push(share(together) - (s1[i] as number) - (s1[j] as number));
    }
  }
  return [...s1, ...st, ...s2];
}

/**
 * Sobol' indices from the outcomes of a Saltelli design, row by row. First order by Saltelli et al. (2010), total by
 * Jansen (1999), second order by Saltelli (2002), of standardised outcomes, as SALib computes them; a constant outcome has
 * indices of 0, one that varies but not over the rows A and B of the blocks has none (null). Intervals are normal, by a bootstrap over blocks. Estimates may be a little below 0 or above 1.
 *
 * @param outcomes The outcomes of whole blocks, in the order of the rows that `saltelli` makes; none may be missing.
 * @throws {TypeError} When the seed is left out and `resamples` is not 0, or an option is unknown.
 * @throws {RangeError} When there are no blocks or not whole ones, an outcome is not a finite number, or an option is out of its range.
 * @example
 * ```ts
 * const design = saltelli({ x: uniform(0, 1), y: uniform(0, 1) }, 256, { seed: 1 });
 * const [x, y] = [design.array("x"), design.array("y")];
 * const outcomes = Array.from(x, (value, row) => 3 * value + y[row]);
 * sobolIndices(outcomes, { parameters: 2, seed: 1 }).first; // [
 * //   { value: 0.8993…, margin: 0.1241… },
 * //   { value: 0.0998…, margin: 0.0511… }
 * // ]
 * ```
 */
export function sobolIndices(outcomes: ArrayLike<number>, options: SobolIndicesOptions): SobolIndices {
  checkOptionNames(options, ["parameters", "secondOrder", "resamples", "confidence", "seed"]);
  const { parameters, secondOrder = false } = options;
  if (!Number.isSafeInteger(parameters) || parameters < 1) {
    throw new RangeError(`parameters must be a whole number, 1 or more, got ${String(parameters)}`);
  }
  const layout = { parameters, secondOrder };
  const blocks = outcomes.length / saltelliBlockSize(layout);
  if (!Number.isSafeInteger(blocks) || blocks === 0) {
    throw new RangeError(
      `Outcomes of whole blocks are needed, ${saltelliBlockSize(layout)} each for ${parameters} parameters, got ${outcomes.length}`,
    );
  }
  const terms = sobolTerms(outcomes, layout);
  const estimates = bootstrapMargins(blocks, (counts) => indicesOf(terms, counts), options);
  return {
    first: estimates.slice(0, parameters),
    total: estimates.slice(parameters, 2 * parameters),
    second: secondOrder ? estimates.slice(2 * parameters) : null,
  };
}
