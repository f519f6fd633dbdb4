import type { Point } from "../geometry/point.ts";

/** How far a point is from the line through two others; from the first where the two are one. */
function distance(point: Point, a: Point, b: Point): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const [px, py] = [point[0] - a[0], point[1] - a[1]];
  const length = Math.sqrt(dx * dx + dy * dy);
  return length === 0 ? Math.sqrt(px * px + py * py) : Math.abs(px * dy - py * dx) / length;
}

/** Leaves out the points of a line that are nearer than the tolerance to what remains (Douglas–Peucker). */
function simplifyLine(line: readonly Point[], tolerance: number): Point[] {
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last || line.length < 3) return [...line];
  let [farthest, most] = [0, 0];
  for (let i = 1; i < line.length - 1; i++) {
    const away = distance(line[i] ?? first, first, last);
    if (away > most) [farthest, most] = [i, away];
  }
  if (most <= tolerance) return [first, last];
  const before = simplifyLine(line.slice(0, farthest + 1), tolerance);
  return [...before.slice(0, -1), ...simplifyLine(line.slice(farthest), tolerance)];
}

/** A closed outline with fewer points, none of which moved; the first one stays. */
export function simplifyRing(ring: readonly Point[], tolerance: number): Point[] {
  const first = ring[0];
  if (!first) return [];
  // The farthest point splits the ring into two lines.
  let [opposite, most] = [0, -1];
  ring.forEach((point, i) => {
    const away = distance(point, first, first);
    if (away > most) [opposite, most] = [i, away];
  });
  const there = simplifyLine(ring.slice(0, opposite + 1), tolerance);
  const back = simplifyLine([...ring.slice(opposite), first], tolerance);
  return [...there.slice(0, -1), ...back.slice(0, -1)];
}
