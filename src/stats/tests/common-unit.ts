/**
 * What to divide numbers by so that their squares can be told: 1 for most, else a power of 2 near the largest, where
 * that is beyond 10^100 or below 10^-100. A power of 2 changes no digit.
 *
 * @param samples Finite numbers.
 */
export function commonUnit(...samples: readonly ArrayLike<number>[]): number {
  let largest = 0;
  for (const values of samples) {
    for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i] as number));
  }
  if (largest === 0 || (largest >= 1e-100 && largest <= 1e100)) return 1;
  return 2 ** Math.max(-1022, Math.ceil(Math.log2(largest)) - 1);
}
