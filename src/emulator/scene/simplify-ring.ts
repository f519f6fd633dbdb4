import type { Point } from "../geometry/point.ts";

/** A closed outline with fewer points, none of which moved (Douglas–Peucker); the first one stays. */
export function simplifyRing(ring: readonly Point[], tolerance: number): Point[] {
  const [first = [0, 0]] = ring;
  const points: Point[] = [...ring, first];
  const kept: Point[] = [];

  /** Keeps the first point of a stretch, and those that are farther than the tolerance from what else is kept. */
  function keep(from: number, to: number): void {
    const a = points[from] ?? first;
    const b = points[to] ?? a;
    const dx = b[0] - a[0];
    const dy = b[1] - a[1];
    const length = Math.sqrt(dx * dx + dy * dy);
    let at = from;
    // Distances from a line come as multiples of its length; where its ends meet, they are from these.
    let most = length === 0 ? tolerance : tolerance * length;
    for (let i = from + 1; i < to; i++) {
      const point = points[i] ?? a;
      const px = point[0] - a[0];
      const py = point[1] - a[1];
      const away = length === 0 ? Math.sqrt(px * px + py * py) : Math.abs(px * dy - py * dx);
      if (away <= most) continue;
      at = i;
      most = away;
    }
    if (at === from) {
      kept.push(a);
      return;
    }
    keep(from, at);
    keep(at, to);
  }

  if (ring.length > 0) keep(0, ring.length);
  return kept;
}
