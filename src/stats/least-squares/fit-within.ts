import { meanAndSquares } from "../tests/mean-and-squares.ts";
import { pivotedCholesky } from "./pivoted-cholesky.ts";

/** A group or level for each row. */
export interface Grouping {
  codes: ArrayLike<number>;
  /** How many there are; codes are less. */
  count: number;
}

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

/** The places of the rows of each group, none where a group has no row. */
export function rowsOfGroups({ codes, count }: Grouping): number[][] {
  const rows = Array.from({ length: count }, (): number[] => []);
  for (let row = 0; row < codes.length; row++) rows[codes[row] as number]?.push(row);
  return rows;
}

/**
 * Fits an outcome by the sum of a constant for each block and one for each level of each factor, by least squares, for
 * any counts in the cells. Blocks are eliminated first (Scheffé 1959, 5.2: intra-block analysis), so that there may be
 * many; what is left is as large as there are levels.
 *
 * @param outcome Finite numbers.
 */
export function fitWithin(outcome: Float64Array, blocks: Grouping, factors: readonly Grouping[]): FitWithin {
  const starts = factors.map((_, i) => factors.slice(0, i).reduce((sum, { count }) => sum + count, 0));
  const size = factors.reduce((sum, { count }) => sum + count, 0);
  const columnsOf = (row: number) => factors.map((f, i) => (starts[i] as number) + (f.codes[row] as number));
  const normal = new Float64Array(size * size);
  const right = new Float64Array(size);
  const rest = new Float64Array(outcome.length);
  const grouped = rowsOfGroups(blocks).filter((rows) => rows.length > 0);
  for (const rows of grouped) {
    const { mean } = meanAndSquares(rows.map((row) => outcome[row] as number));
    const counts = new Map<number, number>();
    for (const row of rows) {
      rest[row] = (outcome[row] as number) - mean;
      const columns = columnsOf(row);
      for (const i of columns) {
        right[i] = (right[i] as number) + (rest[row] as number);
        counts.set(i, (counts.get(i) ?? 0) + 1);
        for (const j of columns) normal[i * size + j] = (normal[i * size + j] as number) + 1;
      }
    }
    for (const [i, a] of counts) {
      for (const [j, b] of counts) {
        normal[i * size + j] = (normal[i * size + j] as number) - (a * b) / rows.length;
      }
    }
  }
  const total = squaresOf(rest);
  const { rank, solve } = pivotedCholesky(normal.slice(), size);
  const levels = solve(right);
  for (const rows of grouped) {
    const fitted = rows.map((row) => columnsOf(row).reduce((sum, i) => sum + (levels[i] as number), 0));
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
