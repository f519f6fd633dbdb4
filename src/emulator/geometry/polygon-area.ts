import type { Point } from "./point.ts";

/** The area that a simple polygon encloses, by the shoelace formula; negative where it goes counter-clockwise. */
export function signedArea(polygon: readonly Point[]): number {
  let twice = 0;
  let previous = polygon.at(-1);
  for (const point of polygon) {
    if (previous) twice += previous[0] * point[1] - point[0] * previous[1];
    previous = point;
  }
  return twice / 2;
}

/** The area that a simple polygon encloses; never negative. */
export function polygonArea(polygon: readonly Point[]): number {
  return Math.abs(signedArea(polygon));
}
