import type { Quaternion } from "./rotation-types.ts";
import { unitQuaternion } from "./unit-quaternion.ts";

/** The rotation that fits a matrix best. */
export interface NearestQuaternion {
  quaternion: Quaternion;
  /** The trace of the matrix times the transposed rotation: 3 where it is that rotation. */
  fit: number;
}

/**
 * The rotation R that lies nearest to a matrix M, by the Frobenius norm: R that maximises tr(M Rᵀ), which is the
 * eigenvector of the largest eigenvalue of Davenport's matrix (Markley and Mortari, "Quaternion attitude estimation
 * using vector observations", Journal of the Astronautical Sciences 48 (2000)). It never mirrors.
 *
 * @param m Nine numbers, row by row.
 */
export function nearestQuaternion(m: ArrayLike<number>): NearestQuaternion {
  const [m11, m12, m13, m21, m22, m23, m31, m32, m33] = Array.from(m) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const { value, vector } = largestEigenpair([
    [m11 + m22 + m33, m32 - m23, m13 - m31, m21 - m12],
    [m32 - m23, m11 - m22 - m33, m12 + m21, m13 + m31],
    [m13 - m31, m12 + m21, -m11 + m22 - m33, m23 + m32],
    [m21 - m12, m13 + m31, m23 + m32, -m11 - m22 + m33],
  ]);
  return { quaternion: unitQuaternion(vector), fit: value };
}

type Square = number[][];

const at = (matrix: Square, row: number, column: number): number => matrix[row]?.[column] as number;

/** The largest eigenvalue of a symmetric matrix with its eigenvector, by Jacobi's rotations. Changes the matrix. */
function largestEigenpair(matrix: Square): { value: number; vector: number[] } {
  const size = matrix.length;
  const vectors = matrix.map((_, i) => matrix.map((__, j) => (i === j ? 1 : 0)));
  const scale = Math.max(...matrix.flat().map(Math.abs));
  for (let sweep = 0; sweep < 50 && offDiagonal(matrix) > scale * Number.EPSILON; sweep++) {
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(matrix, vectors, p, q);
  }
  const values = matrix.map((row, i) => row[i] as number);
  const best = values.indexOf(Math.max(...values));
  return { value: values[best] as number, vector: vectors.map((row) => row[best] as number) };
}

function offDiagonal(matrix: Square): number {
  return Math.max(...matrix.flatMap((row, i) => row.map((cell, j) => (i === j ? 0 : Math.abs(cell)))));
}

/** Turns the plane of two axes so that their cell becomes 0. */
function rotate(matrix: Square, vectors: Square, p: number, q: number): void {
  const cell = at(matrix, p, q);
  if (cell === 0) return;
  const theta = (at(matrix, q, q) - at(matrix, p, p)) / (2 * cell);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const cosine = 1 / Math.hypot(t, 1);
  const sine = t * cosine;
  const mix = (rows: Square): void => {
    for (const row of rows) {
      const [x, y] = [row[p] as number, row[q] as number];
      row[p] = cosine * x - sine * y;
      row[q] = sine * x + cosine * y;
    }
  };
  mix(matrix);
  const [rowP, rowQ] = [matrix[p] as number[], matrix[q] as number[]];
  matrix[p] = rowP.map((x, i) => cosine * x - sine * (rowQ[i] as number));
  matrix[q] = rowP.map((x, i) => sine * x + cosine * (rowQ[i] as number));
  mix(vectors);
}
