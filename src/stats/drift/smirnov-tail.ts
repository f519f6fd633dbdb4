/**
 * The chance that two samples of one continuous distribution are as far apart as a distance, exactly. Every order in
 * which the values of both may come is a path over a grid; told is the share of paths that leave the band around the
 * diagonal. The recursion over shares, rather than numbers, of paths is that of Schröer and Trenkler (1995).
 *
 * @param steps The distance in units of 1 / (m n), a whole number.
 */
export function smirnovTail(m: number, n: number, steps: number): number {
  if (steps <= 0) return 1;
  const leaving = new Float64Array(n + 1).fill(1);
  for (let i = 0; i <= m; i++) {
    const first = Math.max(0, Math.floor((i * n - steps) / m) + 1);
    const last = Math.min(n, Math.ceil((i * n + steps) / m) - 1);
    let before = first > 0 ? 1 : 0;
    for (let j = first; j <= last; j++) {
      const from = i === 0 ? 0 : i * (leaving[j] as number);
      before = i + j === 0 ? 0 : (from + j * before) / (i + j);
      leaving[j] = before;
    }
  }
  return leaving[n] as number;
}
