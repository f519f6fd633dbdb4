const SCALES = Array.from({ length: 16 }, (_, decimals) => 10 ** decimals);

/** Rounds to so many decimals, at most 15, and never returns -0, which JSON and CSV cannot tell from 0. */
export function roundTo(value: number, decimals: number): number {
  const scale = SCALES[decimals] ?? 1;
  return Math.round(value * scale) / scale + 0;
}
