import { DISCREPANCY_MEASURES } from "../../design/diagnostics/discrepancy-measures.ts";

const MEASURE = DISCREPANCY_MEASURES.CD;

/** The product of a factor of each column, row by row. */
function products(points: readonly Float64Array[], n: number, factor: (x: number) => number): Float64Array {
  const result = new Float64Array(n).fill(1);
  for (const column of points) {
    for (let row = 0; row < n; row++) {
      result[row] = (result[row] as number) * factor(column[row] as number);
    }
  }
  return result;
}

/** For a row the products of the factors of its pairs with every row. */
function pairing(points: readonly Float64Array[], n: number): (row: number) => Float64Array {
  // A measure pairs a row with those after it, so the row is put before all.
  const led = points.map((column) => {
    const longer = new Float64Array(n + 1);
    longer.set(column, 1);
    return longer;
  });
  const pairs = new Float64Array(n + 1);
  return (row) => {
    pairs.fill(1);
    for (const column of led) {
      column[0] = column[row + 1] as number;
      MEASURE.pairs(pairs, column, 0);
    }
    return pairs.subarray(1);
  };
}

/** What {@link spreadRows} keeps within. */
export interface SpreadRowsOptions {
  /** What each row costs, 0 or more. */
  costs: Float64Array;
  /** What all chosen rows may cost. */
  budget: number;
}

/**
 * Chooses rows one after the other, each the one that leaves the least centred discrepancy of those that the rest of the
 * budget can pay for, the first of equal ones, until it can pay for none. The discrepancy's sums are kept, so a choice
 * takes time in proportion to the rows and columns.
 *
 * @param points A column per dimension, numbers from 0 to 1.
 * @returns The rows in the order in which they were chosen.
 */
export function spreadRows(points: readonly Float64Array[], { costs, budget }: SpreadRowsOptions): number[] {
  const n = costs.length;
  const own = products(points, n, MEASURE.point);
  const self = products(points, n, MEASURE.self);
  const weight = MEASURE.pointWeight(points.length);
  const withChosen = new Float64Array(n);
  const pairsOf = pairing(points, n);
  const isOpen = new Uint8Array(n).fill(1);
  const chosen: number[] = [];
  let left = budget;
  for (;;) {
    const size = chosen.length + 1;
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let row = 0; row < n; row++) {
      if (isOpen[row] === 0 || (costs[row] as number) > left) continue;
      const pairs = (self[row] as number) + 2 * (withChosen[row] as number);
      const change = pairs / (size * size) - (weight * (own[row] as number)) / size;
      if (change < least) [best, least] = [row, change];
    }
    if (best < 0) return chosen;
    chosen.push(best);
    isOpen[best] = 0;
    left -= costs[best] as number;
    const pairs = pairsOf(best);
    for (let row = 0; row < n; row++) withChosen[row] = (withChosen[row] as number) + (pairs[row] as number);
  }
}
