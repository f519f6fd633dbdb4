import type { Point } from "./point.ts";

/** The size of an image in pixels. */
export interface FrameSize {
  width: number;
  height: number;
}

type Axis = 0 | 1;

function crossing(a: Point, b: Point, [axis, limit]: readonly [Axis, number]): Point {
  const share = (limit - a[axis]) / (b[axis] - a[axis]);
  const other = a[(1 - axis) as Axis] + share * (b[(1 - axis) as Axis] - a[(1 - axis) as Axis]);
  return axis === 0 ? [limit, other] : [other, limit];
}

/** The part of a polygon inside the frame (Sutherland–Hodgman); empty where they do not meet. */
export function clipToFrame(polygon: readonly Point[], { width, height }: FrameSize): Point[] {
  const edges: readonly [axis: Axis, limit: number, sign: 1 | -1][] = [
    [0, 0, 1],
    [0, width, -1],
    [1, 0, 1],
    [1, height, -1],
  ];
  let result: Point[] = [...polygon];
  for (const [axis, limit, sign] of edges) {
    const clipped: Point[] = [];
    let previous = result.at(-1);
    for (const point of result) {
      if (!previous) break;
      const inside = sign * (point[axis] - limit) >= 0;
      const wasInside = sign * (previous[axis] - limit) >= 0;
      if (inside !== wasInside) clipped.push(crossing(previous, point, [axis, limit]));
      if (inside) clipped.push(point);
      previous = point;
    }
    result = clipped;
  }
  return result;
}
