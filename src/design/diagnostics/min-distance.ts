import { commonLength } from "./common-length.ts";

/**
 * The smallest Euclidean distance between two points; higher is better for a design.
 *
 * @param points A column per dimension.
 * @returns Infinity when there are fewer than two points.
 * @throws {RangeError} When columns differ in length.
 * @example
 * ```ts
 * minDistance([Float64Array.of(0, 0, 1), Float64Array.of(0, 0.5, 1)]); // 0.5
 * ```
 */
export function minDistance(points: readonly Float64Array[]): number {
  const n = commonLength(points);
  const [first = new Float64Array(0)] = points;
  // In the order of the first column, the search for a point's neighbours can stop early.
  const order = Uint32Array.from({ length: n }, (_, row) => row).sort((a, b) => {
    return (first[a] as number) - (first[b] as number);
  });
  const sorted = points.map((column) => Float64Array.from(order, (row) => column[row] as number));
  const [axis = first, ...rest] = sorted;
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      let squared = ((axis[j] as number) - (axis[i] as number)) ** 2;
      if (squared >= nearest) break;
      for (const column of rest) {
        squared += ((column[j] as number) - (column[i] as number)) ** 2;
        if (squared >= nearest) break;
      }
      if (squared < nearest) nearest = squared;
    }
  }
  return Math.sqrt(nearest);
}
