/** Rounds to so many decimals and never returns -0, which JSON and CSV cannot tell from 0. */
export function roundTo(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale + 0;
}
