import { commonLength } from "./common-length.ts";

/**
 * The mean length of the edges of the shortest tree that connects all points (Euclidean; Prim 1957); higher is better
 * for a design. The time grows with the square of the number of points.
 *
 * @param points A column per dimension.
 * @returns 0 when there are fewer than two points.
 * @throws {RangeError} When columns differ in length.
 * @example
 * ```ts
 * meanTreeEdge([Float64Array.of(0, 0, 1)]); // 0.5
 * ```
 */
export function meanTreeEdge(points: readonly Float64Array[]): number {
  const n = commonLength(points);
  if (n < 2) return 0;
  const nearest = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  const outside = new Set(Array.from({ length: n - 1 }, (_, row) => row + 1));
  let total = 0;
  for (let added = 0; outside.size > 0; ) {
    let next = -1;
    for (const row of outside) {
      let squared = 0;
      for (const column of points) squared += ((column[row] as number) - (column[added] as number)) ** 2;
      if (squared < (nearest[row] as number)) nearest[row] = squared;
      if (next < 0 || (nearest[row] as number) < (nearest[next] as number)) next = row;
    }
    total += Math.sqrt(nearest[next] as number);
    outside.delete(next);
    added = next;
  }
  return total / (n - 1);
}
