/** A number from 0 to below 1 that nobody can foretell. For jitter only: results never depend on it. */
export function randomFraction(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] as number) / 2 ** 32;
}
