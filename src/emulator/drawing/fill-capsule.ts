import { convexHull } from "../geometry/convex-hull.ts";
import type { Point } from "../geometry/point.ts";
import { fillPolygon } from "./fill-polygon.ts";
import type { Raster } from "./raster.ts";

/** A line with round ends. */
export interface Capsule {
  from: Point;
  to: Point;
  /** Half the thickness in pixels. */
  radius: number;
}

/** Points on a circle around a point of the image. */
export function circle([x, y]: Point, radius: number, corners = 12): Point[] {
  return Array.from({ length: corners }, (_, i) => {
    const angle = (2 * Math.PI * i) / corners;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}

/** Fills a line with round ends with a palette index. */
export function fillCapsule(raster: Raster, { from, to, radius }: Capsule, index: number): void {
  fillPolygon(raster, convexHull([...circle(from, radius), ...circle(to, radius)]), index);
}
