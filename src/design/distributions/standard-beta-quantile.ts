import { type BetaTails, betaTails } from "./beta-tails.ts";
import { exponential } from "./exponential.ts";
import { naturalLog } from "./natural-log.ts";

const SMALLEST = 2 ** -1022;

/**
 * The point in (0, 1/2] with a share `p` below and `q` above. Newton's method in the logarithms of the point and of
 * the smaller share, which bring tails near to straight lines, kept within a bracket by bisection.
 */
function solve(tails: (x: number) => BetaTails, shares: { p: number; q: number; start: number }): number {
  const { p, q, start } = shares;
  let [low, high, x] = [SMALLEST, 0.5, start];
  for (let round = 0; round < 200; round++) {
    const { lower, upper, slope } = tails(x);
    const fromBelow = lower <= upper;
    if (fromBelow ? lower > p : upper < q) high = x;
    else low = x;
    const excess = fromBelow ? naturalLog(lower / p) * lower : naturalLog(q / upper) * upper;
    const step = x * exponential(-excess / slope);
    const next = step > low && step < high ? step : Math.sqrt(low) * Math.sqrt(high);
    if (Math.abs(next - x) <= x * 2 ** -52) return next;
    x = next;
  }
  return x;
}

/**
 * The inverse of the distribution function of the beta distribution on [0, 1].
 *
 * @param a The first shape, more than 0.
 * @param b The second shape, more than 0.
 * @returns The point below which a share `u` in [0, 1) lies.
 * @example
 * ```ts
 * standardBetaQuantile(1, 2)(0.4375); // about 0.25
 * ```
 */
export function standardBetaQuantile(a: number, b: number): (u: number) => number {
  const fromBelow = betaTails(a, b);
  const fromAbove = betaTails(b, a);
  const half = fromBelow(0.5).lower;
  const mean = Math.min(Math.max(a / (a + b), 1e-9), 1 - 1e-9);
  return (u) => {
    if (u === 0) return 0;
    if (u <= half) return solve(fromBelow, { p: u, q: 1 - u, start: Math.min(mean, 0.5) });
    return 1 - solve(fromAbove, { p: 1 - u, q: u, start: Math.min(1 - mean, 0.5) });
  };
}
