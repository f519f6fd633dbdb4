/** A symmetric matrix without negative eigenvalues, taken apart. */
export interface PivotedCholesky {
  /** How many of its columns are independent. */
  rank: number;
  /** A solution of `matrix · x = right` that has 0 in the places of dependent columns. */
  solve: (right: Float64Array) => Float64Array;
}

/**
 * Cholesky's decomposition with the largest remaining diagonal first (Golub and Van Loan 2013, 4.2.8), which also
 * solves normal equations with dependent columns.
 *
 * @param matrix The rows of a square matrix, one after another; overwritten.
 */
export function pivotedCholesky(matrix: Float64Array, size: number): PivotedCholesky {
  const at = (row: number, column: number) => matrix[row * size + column] as number;
  const order = Int32Array.from({ length: size }, (_, i) => i);
  let largest = 0;
  for (let i = 0; i < size; i++) largest = Math.max(largest, at(i, i));
  let rank = 0;
  for (; rank < size; rank++) {
    const pivot = bestPivot(order.subarray(rank), at);
    const chosen = order[rank + pivot] as number;
    if (at(chosen, chosen) <= largest * 1e-10) break;
    order[rank + pivot] = order[rank] as number;
    order[rank] = chosen;
    const root = Math.sqrt(at(chosen, chosen));
    matrix[chosen * size + chosen] = root;
    const rest = order.subarray(rank + 1);
    for (const i of rest) matrix[i * size + chosen] = at(i, chosen) / root;
    for (const i of rest) {
      for (const j of rest) matrix[i * size + j] = at(i, j) - at(i, chosen) * at(j, chosen);
    }
  }
  const used = order.subarray(0, rank);
  return { rank, solve: (right) => solve(right, { used, at }) };
}

type Cells = (row: number, column: number) => number;

function bestPivot(rest: Int32Array, at: Cells): number {
  let best = 0;
  rest.forEach((place, i) => {
    const leader = rest[best] as number;
    if (at(place, place) > at(leader, leader)) best = i;
  });
  return best;
}

function solve(right: Float64Array, { used, at }: { used: Int32Array; at: Cells }): Float64Array {
  const solution = new Float64Array(right.length);
  for (let i = 0; i < used.length; i++) {
    const row = used[i] as number;
    let value = right[row] as number;
    for (let k = 0; k < i; k++) value -= at(row, used[k] as number) * (solution[used[k] as number] as number);
    solution[row] = value / at(row, row);
  }
  for (let i = used.length - 1; i >= 0; i--) {
    const row = used[i] as number;
    let value = solution[row] as number;
    for (let k = i + 1; k < used.length; k++) {
      value -= at(used[k] as number, row) * (solution[used[k] as number] as number);
    }
    solution[row] = value / at(row, row);
  }
  return solution;
}
