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
  const used: number[] = [];
  const isUsed = new Uint8Array(size);
  const column = new Float64Array(size);
  let largest = 0;
  for (let i = 0; i < size; i++) largest = Math.max(largest, matrix[i * size + i] as number);
  for (;;) {
    const pivot = bestPivot(matrix, isUsed);
    const square = pivot < 0 ? 0 : (matrix[pivot * size + pivot] as number);
    if (square <= largest * 1e-10) break;
    const root = Math.sqrt(square);
    used.push(pivot);
    isUsed[pivot] = 1;
    matrix[pivot * size + pivot] = root;
    // Columns that are used have 0 here, so that what they hold of the factor stays.
    for (let i = 0; i < size; i++) column[i] = isUsed[i] ? 0 : (matrix[i * size + pivot] as number) / root;
    for (let i = 0; i < size; i++) {
      const factor = column[i] as number;
      if (isUsed[i] || factor === 0) continue;
      const row = i * size;
      for (let j = 0; j < size; j++)
        matrix[row + j] = (matrix[row + j] as number) - factor * (column[j] as number);
      matrix[row + pivot] = factor;
    }
  }
  return { rank: used.length, solve: (right) => solve(matrix, used, right) };
}

/** The column with the largest diagonal that is not used, -1 where all are. */
function bestPivot(matrix: Float64Array, isUsed: Uint8Array): number {
  const size = isUsed.length;
  let best = -1;
  for (let i = 0; i < size; i++) {
    if (isUsed[i]) continue;
    if (best < 0 || (matrix[i * size + i] as number) > (matrix[best * size + best] as number)) best = i;
  }
  return best;
}

function solve(factor: Float64Array, used: readonly number[], right: Float64Array): Float64Array {
  const at = (row: number, column: number) => factor[row * right.length + column] as number;
  const solution = new Float64Array(right.length);
  used.forEach((row, i) => {
    let value = right[row] as number;
    for (let k = 0; k < i; k++) value -= at(row, used[k] as number) * (solution[used[k] as number] as number);
    solution[row] = value / at(row, row);
  });
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
