/** How many candidates a condition is tried on when the caller does not say. */
export function defaultMaxCandidates(n: number): number {
  return Math.max(100 * n, 10_000);
}
