import { naturalLog } from "./natural-log.ts";

const COEFFICIENTS = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];

/** (z + 1/2) log(1 + 1/z) - 1, from 1 on as artanh(s) / s - 1 with s = 1 / (2 z + 1), which nothing cancels in. */
function recurrence(z: number): number {
  if (z < 1) return (z + 0.5) * naturalLog((z + 1) / z) - 1;
  const square = 1 / ((2 * z + 1) * (2 * z + 1));
  let sum = 0;
  for (let power = square, n = 3; sum !== sum + power / n; n += 2) {
    sum += power / n;
    power *= square;
  }
  return sum;
}

/**
 * What Stirling's formula leaves of the logarithm of the gamma function,
 * log Γ(z) - (z - 1/2) log z + z - log(2π) / 2 (Binet's function): by the asymptotic series DLMF 5.11.1 from 16 on,
 * and below by the recurrence that Γ(z + 1) = z Γ(z) implies.
 *
 * @param z More than 0.
 * @example
 * ```ts
 * stirlingError(1); // 0.0810614667953…, which is 1 - log(2π) / 2
 * ```
 */
export function stirlingError(z: number): number {
  let shifted = z;
  let sum = 0;
  for (; shifted < 16; shifted++) sum += recurrence(shifted);
  const square = 1 / (shifted * shifted);
  return sum + COEFFICIENTS.reduceRight((rest, c) => rest * square + c, 0) / shifted;
}
