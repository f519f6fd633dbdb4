import { betaTails } from "../../design/distributions/beta-tails.ts";

/** Which F distribution is meant. */
export interface FDistribution {
  /** Degrees of freedom of the numerator. */
  df1: number;
  /** Degrees of freedom of the denominator. */
  df2: number;
  /** The noncentrality λ. @default 0 */
  ncp?: number | undefined;
}

/** The share of Beta(a, b) above `x`, given also what is left to 1: `x + y = 1`. */
function betaUpper(shapes: { a: number; b: number }, { x, y }: { x: number; y: number }): number {
  if (x <= 0) return 1;
  if (y <= 0) return 0;
  const { a, b } = shapes;
  return x <= 0.5 ? betaTails(a, b)(x).upper : betaTails(b, a)(y).lower;
}

/**
 * The chance that a number of an F distribution is above `f`: an incomplete beta function, to about 13 digits also
 * where the chance is tiny. The noncentral distribution is the mixture of beta distributions by Poisson weights
 * (Johnson, Kotz and Balakrishnan 1995, chapter 30), summed outwards from the largest weight.
 *
 * Not from `lib-r-math.js` 2.0.3, whose `pf` and `pt` give 0 for many chances below 1e-8.
 *
 * @param f From 0 to Infinity.
 * @example
 * ```ts
 * fUpperTail(4.1709, { df1: 1, df2: 30 }); // about 0.05
 * ```
 */
export function fUpperTail(f: number, { df1, df2, ncp = 0 }: FDistribution): number {
  if (f === Number.POSITIVE_INFINITY) return 0;
  const point = { x: (df1 * f) / (df2 + df1 * f), y: df2 / (df2 + df1 * f) };
  const tail = (j: number) => betaUpper({ a: df1 / 2 + j, b: df2 / 2 }, point);
  if (ncp === 0) return tail(0);
  const mean = ncp / 2;
  const mode = Math.floor(mean);
  // Tails rise with j. Where those that count are all 1, so is their mean, however many they are.
  if (tail(Math.max(0, Math.floor(mean - 10 * Math.sqrt(mean)))) === 1) return 1;
  let [weights, sum] = [1, tail(mode)];
  let last = sum;
  for (
    let j = mode + 1, weight = mean / j;
    weight * Math.max(1, last / sum) > 1e-17;
    j++, weight *= mean / j
  ) {
    weights += weight;
    last = tail(j);
    sum += weight * last;
  }
  for (let j = mode - 1, weight = mode / mean; j >= 0 && weight > 1e-17; weight *= j / mean, j--) {
    weights += weight;
    sum += weight * tail(j);
  }
  return sum / weights;
}
