import { contours } from "d3-contour";
import type { Point } from "../geometry/point.ts";
import type { Bounds } from "./layer.ts";
import { simplifyRing } from "./simplify-ring.ts";

/** A pixel is a polygon's when its centre is, which is at least this far from the outline before it is simplified. */
const TOLERANCE_PX = 0.3;

/** Options of {@link outlinePolygons}. */
export interface OutlinePolygonsOptions {
  /** The width of the image. */
  width: number;
  /** The part of the image to look at. */
  bounds: Bounds;
  /** Whether a pixel, given by its place row by row, belongs to the thing. */
  covers(at: number): boolean;
}

/**
 * The outlines of a mask as polygons without holes, in pixels: half-way between the centres of pixels in and out.
 * What has a hole is cut across it, because COCO's polygons cannot have any.
 */
export function outlinePolygons({ width, bounds, covers }: OutlinePolygonsOptions): Point[][] {
  const { left, top, right, bottom } = bounds;
  const [columns, rows] = [right - left, bottom - top];
  if (columns <= 0 || rows <= 0) return [];
  const mask = new Array<number>(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      mask[row * columns + column] = covers((top + row) * width + left + column) ? 1 : 0;
    }
  }
  const polygons = contours().size([columns, rows]).smooth(false).contour(mask, 0.5).coordinates;
  const hole = polygons.find((rings) => rings.length > 1)?.[1];
  if (hole) {
    const ys = hole.map(([, y = 0]) => y);
    const cut = top + Math.round((Math.min(...ys) + Math.max(...ys)) / 2);
    return [
      ...outlinePolygons({ width, covers, bounds: { ...bounds, bottom: cut } }),
      ...outlinePolygons({ width, covers, bounds: { ...bounds, top: cut } }),
    ];
  }
  return polygons.map(([ring = []]) =>
    simplifyRing(
      ring.slice(0, -1).map(([x = 0, y = 0]): Point => [left + x, top + y]),
      TOLERANCE_PX,
    ),
  );
}
