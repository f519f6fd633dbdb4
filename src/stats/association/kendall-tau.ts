import { standardNormalCdf } from "../../design/distributions/standard-normal-cdf.ts";
import { completePairs } from "./complete-pairs.ts";
import type { Correlation } from "./correlation.ts";

/**
 * Kendall's tau-b: pairs of rows in the same order less pairs in opposite order, corrected for ties. The p-value is that
 * of the normal approximation with the variance corrected for ties, as `scipy.stats.kendalltau` gives with
 * `method="asymptotic"`; with fewer than about ten pairs it is rough. Pairs with a missing or infinite value are left out.
 *
 * Time grows as n log n (Knight 1966).
 *
 * @throws {RangeError} When the two differ in length.
 * @example
 * ```ts
 * kendallTau([1, 2, 3, 4], [1, 3, 2, 4]).value; // 0.6666…
 * ```
 */
export function kendallTau(x: ArrayLike<number>, y: ArrayLike<number>): Correlation {
  const pairs = completePairs(x, y);
  const count = pairs.x.length;
  const order = Uint32Array.from(pairs.x.keys()).sort((a, b) => {
    const byX = (pairs.x[a] as number) - (pairs.x[b] as number);
    return byX === 0 ? (pairs.y[a] as number) - (pairs.y[b] as number) : byX;
  });
  const sortedX = Float64Array.from(order, (place) => pairs.x[place] as number);
  const alongX = Float64Array.from(order, (place) => pairs.y[place] as number);
  const xTies = tiesOf(runsOf(count, (i) => sortedX[i] === sortedX[i - 1]));
  const both = tiesOf(runsOf(count, (i) => sortedX[i] === sortedX[i - 1] && alongX[i] === alongX[i - 1]));
  const swaps = sortCountingSwaps(alongX);
  const yTies = tiesOf(runsOf(count, (i) => alongX[i] === alongX[i - 1]));
  const all = (count * (count - 1)) / 2;
  if (all === xTies.pairs || all === yTies.pairs) return { value: null, pValue: null, count };
  const balance = all - xTies.pairs - yTies.pairs + both.pairs - 2 * swaps;
  const value = balance / Math.sqrt(all - xTies.pairs) / Math.sqrt(all - yTies.pairs);
  const spread = varianceOf(count, xTies, yTies);
  const pValue = count < 3 ? null : 2 * standardNormalCdf(-Math.abs(balance) / Math.sqrt(spread));
  return { value: Math.max(-1, Math.min(1, value)), pValue, count };
}

interface Ties {
  /** Pairs of rows that are tied. */
  pairs: number;
  triples: number;
  weighted: number;
}

function tiesOf(runs: readonly number[]): Ties {
  const ties = { pairs: 0, triples: 0, weighted: 0 };
  for (const t of runs) {
    ties.pairs += (t * (t - 1)) / 2;
    ties.triples += t * (t - 1) * (t - 2);
    ties.weighted += t * (t - 1) * (2 * t + 5);
  }
  return ties;
}

/** The lengths of runs of rows of which each is like the one before. */
function runsOf(count: number, isLikeLast: (i: number) => boolean): number[] {
  const runs: number[] = [];
  for (let start = 0; start < count; ) {
    let end = start + 1;
    while (end < count && isLikeLast(end)) end++;
    runs.push(end - start);
    start = end;
  }
  return runs;
}

function varianceOf(n: number, x: Ties, y: Ties): number {
  const m = n * (n - 1);
  const plain = (m * (2 * n + 5) - x.weighted - y.weighted) / 18;
  return plain + (2 * x.pairs * y.pairs) / m + (x.triples * y.triples) / (9 * m * (n - 2));
}

/** Sorts by merging, and counts the pairs that were in the wrong order. */
function sortCountingSwaps(values: Float64Array): number {
  let from = values;
  let to: Float64Array = new Float64Array(values.length);
  let swaps = 0;
  for (let width = 1; width < values.length; width *= 2) {
    for (let start = 0; start < values.length; start += 2 * width) {
      const middle = Math.min(start + width, values.length);
      const end = Math.min(start + 2 * width, values.length);
      let [left, right] = [start, middle];
      for (let i = start; i < end; i++) {
        const takesLeft =
          left < middle && (right >= end || (from[left] as number) <= (from[right] as number));
        if (!takesLeft) swaps += middle - left;
        to[i] = from[takesLeft ? left++ : right++] as number;
      }
    }
    [from, to] = [to, from];
  }
  if (from !== values) values.set(from);
  return swaps;
}
