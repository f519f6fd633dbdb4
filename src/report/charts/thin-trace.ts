/** A point of a trace. */
export interface TracePoint {
  time: number;
  value: number | null;
}

/**
 * A trace with at most about so many points that looks the same: of each stretch of time the lowest and the highest
 * point are kept, and the gaps.
 */
export function thinTrace(points: readonly TracePoint[], most: number): TracePoint[] {
  if (points.length <= most) return [...points];
  const stretch = Math.ceil((2 * points.length) / most);
  const kept: TracePoint[] = [];
  for (let start = 0; start < points.length; start += stretch) {
    const own = points.slice(start, start + stretch);
    const known = own.filter(({ value }) => value !== null);
    const sorted = known.sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
    const ends = new Set([sorted[0], sorted.at(-1), own.find(({ value }) => value === null)]);
    kept.push(...own.filter((point) => ends.has(point)));
  }
  return kept;
}
