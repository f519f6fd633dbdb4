import { type FTest, fTest } from "./f-test.ts";
import { finiteOf } from "./finite-of.ts";
import { type MeanAndSquares, meanAndSquares } from "./mean-and-squares.ts";
import { roundingSquares } from "./rounding-squares.ts";

/** What {@link oneWayAnova} finds. */
export interface OneWayAnova extends FTest {
  /** Groups less 1. */
  dfBetween: number;
  /** Numbers less groups. */
  dfWithin: number;
  squaresBetween: number;
  squaresWithin: number;
  /** Numbers in all groups. */
  count: number;
}

/**
 * One-way analysis of variance: whether the means of groups differ, if the numbers are about normal and spread alike
 * in each group. As `scipy.stats.f_oneway` and R's `aov`; η² is the share of the variation that lies between groups,
 * ω² the same less what chance adds to it.
 *
 * @param groups The numbers of each group; missing (`NaN`) and infinite ones are left out, and so are empty groups.
 * @returns Null for what cannot be computed: all where there are no two groups or all numbers are equal, F where no
 * group has two numbers. F is Infinity and p 0 where groups differ and numbers within each do not.
 * @example
 * ```ts
 * oneWayAnova([[1, 2, 3], [2, 3, 5], [5, 6, 8]]); // {
 * //   f: 7.8235…, pValue: 0.0212…, etaSquared: 0.7228…, omegaSquared: 0.6025…, dfBetween: 2, dfWithin: 6,
 * //   squaresBetween: 29.5555…, squaresWithin: 11.3333…, count: 9
 * // }
 * ```
 */
export function oneWayAnova(groups: readonly ArrayLike<number>[]): OneWayAnova {
  const finite = groups.map(finiteOf).filter((group) => group.length > 0);
  const parts = finite.map((group) => ({ ...meanAndSquares(group), count: group.length }));
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  const squaresBetween = betweenSquares(parts);
  const squaresWithin = parts.reduce((sum, { squares }) => sum + squares, 0);
  const noise = finite.reduce((sum, group) => sum + roundingSquares(group), 0);
  const dfBetween = Math.max(parts.length - 1, 0);
  const dfWithin = count - parts.length;
  const between = { squares: squaresBetween, df: dfBetween };
  const test = fTest(between, { squares: squaresWithin, df: dfWithin }, { noise });
  return { ...test, dfBetween, dfWithin, squaresBetween, squaresWithin, count };
}

/** The squared deviations of groups' means from the mean of all numbers, one for each number. */
function betweenSquares(parts: readonly (MeanAndSquares & { count: number })[]): number {
  const first = parts[0]?.mean ?? 0;
  let [sum, count] = [0, 0];
  for (const part of parts) {
    sum += part.count * (part.mean - first);
    count += part.count;
  }
  const shift = sum / count;
  return parts.reduce((squares, part) => squares + part.count * (part.mean - first - shift) ** 2, 0);
}
