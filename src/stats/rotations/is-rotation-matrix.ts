/** How far M Mᵀ may be from the identity, cell by cell: cells of 32-bit floats are off by less than a millionth. */
const TOLERANCE = 1e-4;

/** Whether nine numbers, row by row, are a rotation: orthonormal within 0.0001, and no mirroring. */
export function isRotationMatrix(matrix: ArrayLike<number>): boolean {
  if (matrix.length !== 9) return false;
  for (let a = 0; a < 9; a += 3) {
    for (let b = a; b < 9; b += 3) {
      const product = cell(a) * cell(b) + cell(a + 1) * cell(b + 1) + cell(a + 2) * cell(b + 2);
      if (!(Math.abs(product - (a === b ? 1 : 0)) <= TOLERANCE)) return false;
    }
  }
  const determinant =
    cell(0) * (cell(4) * cell(8) - cell(5) * cell(7)) -
    cell(1) * (cell(3) * cell(8) - cell(5) * cell(6)) +
    cell(2) * (cell(3) * cell(7) - cell(4) * cell(6));
  return determinant > 0;

  function cell(index: number): number {
    return matrix[index] as number;
  }
}
