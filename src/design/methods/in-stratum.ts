/**
 * A point of a stratum: [stratum / count, (stratum + 1) / count).
 *
 * @param u Where in the stratum, from 0 to 1.
 * @returns A number x with `Math.floor(x * count) === stratum`; the stratum's middle where rounding would leave it.
 */
export function inStratum(stratum: number, count: number, { u }: { u: number }): number {
  const x = (stratum + u) / count;
  return Math.floor(x * count) === stratum ? x : (stratum + 0.5) / count;
}
