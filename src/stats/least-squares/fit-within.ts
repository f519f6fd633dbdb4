import { meanAndSquares } from "../tests/mean-and-squares.ts";
import { type Grouping, rowsOfGroups } from "./grouping.ts";
import { pivotedCholesky } from "./pivoted-cholesky.ts";

/** The least-squares fit of {@link fitWithin}. */
export interface FitWithin {
  /** The squares that the fit leaves, and rows less everything fitted. */
  error: { squares: number; df: number };
  /** The squares within blocks that the factors explain, with the number of independent levels that do so. */
  effect: { squares: number; df: number };
  /**
   * The variance of a contrast of the first factor's level effects in units of the error's mean square, and its value;
   * null where the design does not tell.
   */
  contrast: (weights: Float64Array) => { value: number; variance: number } | null;
}

/**
 * Fits an outcome by the sum of a constant for each block and one for each level of each factor, by least squares, for
 * any counts in the cells. Blocks are eliminated first (Scheffé 1959, 5.2: intra-block analysis), so that there may be
 * many; what is left is as large as there are levels.
 *
 * @param outcome Finite numbers.
 */
export function fitWithin(outcome: Float64Array, blocks: Grouping, factors: readonly Grouping[]): FitWithin {
  const { columns, size } = columnsOfRows(outcome.length, factors);
  const width = factors.length;
  const normal = new Float64Array(size * size);
  const right = new Float64Array(size);
  const counts = new Float64Array(size);
  const rest = new Float64Array(outcome.length);
  const grouped = rowsOfGroups(blocks).filter((rows) => rows.length > 0);
  for (const rows of grouped) {
    const { mean } = meanAndSquares(rows.map((row) => outcome[row] as number));
    const touched: number[] = [];
    for (const row of rows) {
      rest[row] = (outcome[row] as number) - mean;
      for (let i = row * width; i < (row + 1) * width; i++) {
        const a = columns[i] as number;
        right[a] = (right[a] as number) + (rest[row] as number);
        if (counts[a] === 0) touched.push(a);
        counts[a] = (counts[a] as number) + 1;
        for (let j = row * width; j < (row + 1) * width; j++) {
          const place = a * size + (columns[j] as number);
          normal[place] = (normal[place] as number) + 1;
        }
      }
    }
    for (const a of touched) {
      const share = (counts[a] as number) / rows.length;
      for (const b of touched) {
        normal[a * size + b] = (normal[a * size + b] as number) - share * (counts[b] as number);
      }
    }
    for (const a of touched) counts[a] = 0;
  }
  const total = squaresOf(rest);
  const { rank, solve } = pivotedCholesky(normal.slice(), size);
  const levels = solve(right);
  for (const rows of grouped) {
    const fitted = rows.map((row) => {
      let sum = 0;
      for (let i = row * width; i < (row + 1) * width; i++) sum += levels[columns[i] as number] as number;
      return sum;
    });
    const { mean } = meanAndSquares(fitted);
    rows.forEach((row, i) => {
      rest[row] = (rest[row] as number) - ((fitted[i] as number) - mean);
    });
  }
  const squares = squaresOf(rest);
  const contrast = (weights: Float64Array) => {
    const full = new Float64Array(size);
    full.set(weights);
    const solved = solve(full);
    if (!reproduces(normal, solved, full)) return null;
    return { value: dot(levels, full), variance: dot(solved, full) };
  };
  return {
    error: { squares, df: outcome.length - grouped.length - rank },
    effect: { squares: Math.max(total - squares, 0), df: rank },
    contrast,
  };
}

/** For each row the columns of its levels, one a factor, when all factors' levels stand side by side. */
function columnsOfRows(rows: number, factors: readonly Grouping[]): { columns: Int32Array; size: number } {
  const columns = new Int32Array(rows * factors.length);
  let size = 0;
  factors.forEach(({ codes, count }, factor) => {
    for (let row = 0; row < rows; row++)
      columns[row * factors.length + factor] = size + (codes[row] as number);
    size += count;
  });
  return { columns, size };
}

/** Whether a contrast can be told from the design: only then do the normal equations have it as right side. */
function reproduces(normal: Float64Array, solved: Float64Array, right: Float64Array): boolean {
  const size = right.length;
  return right.every((value, i) => {
    let sum = 0;
    for (let j = 0; j < size; j++) sum += (normal[i * size + j] as number) * (solved[j] as number);
    return Math.abs(sum - value) < 1e-6;
  });
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);
}

function squaresOf(values: Float64Array): number {
  return dot(values, values);
}
