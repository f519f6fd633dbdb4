import { uniform } from "../../../src/design/distributions/uniform.ts";
import type { SamplingRequest } from "../../../src/design/methods/sampling-method.ts";
import type { Seed } from "../../../src/design/random/seed-key.ts";

/** A request for `n` points in so many columns, named x0, x1, …. */
export function uniformRequest(
  n: number,
  dimensions: number,
  { seed = 1 }: { seed?: Seed } = {},
): SamplingRequest {
  const columns = Array.from({ length: dimensions }, (_, index) => {
    return { name: `x${index}`, distribution: uniform(0, 1) };
  });
  return { columns, n, seed };
}

/** The rows of points given as columns. */
export function rowsOf(points: readonly Float64Array[]): number[][] {
  return Array.from(points[0] ?? [], (_, row) => points.map((column) => column[row]!));
}

/** The stratum of each number, of so many equal ones; sorted. */
export function sortedStrata(column: Float64Array, count: number): number[] {
  return Array.from(column, (x) => Math.floor(x * count)).sort((a, b) => a - b);
}

/** The numbers from 0 to n - 1. */
export function range(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i);
}
