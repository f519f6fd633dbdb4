import type { Point } from "../geometry/point.ts";
import { signedArea } from "../geometry/polygon-area.ts";
import type { Bounds } from "./layer.ts";
import { simplifyRing } from "./simplify-ring.ts";
import { traceRings } from "./trace-rings.ts";

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

/** Whether a ring goes around a hole, which is counter-clockwise. */
function isHole(ring: readonly Point[]): boolean {
  return signedArea(ring) < 0;
}

/**
 * The outlines of a mask as polygons without holes, in pixels: half-way between the centres of pixels in and out.
 * What has a hole is cut across it, because COCO's polygons cannot have any.
 */
export function outlinePolygons({ width, bounds, covers }: OutlinePolygonsOptions): Point[][] {
  const { left, top, right, bottom } = bounds;
  const [columns, rows] = [right - left, bottom - top];
  if (columns <= 0 || rows <= 0) return [];
  const cells = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    const start = (top + row) * width + left;
    for (let column = 0; column < columns; column++) {
      if (covers(start + column)) cells[row * columns + column] = 1;
    }
  }
  const rings = traceRings({ columns, rows, cells });
  const hole = rings.find(isHole);
  if (hole) {
    const ys = hole.map(([, y]) => y);
    const cut = top + Math.round((Math.min(...ys) + Math.max(...ys)) / 2);
    return [
      ...outlinePolygons({ width, covers, bounds: { ...bounds, bottom: cut } }),
      ...outlinePolygons({ width, covers, bounds: { ...bounds, top: cut } }),
    ];
  }
  return rings.map((ring) => simplifyRing(ring, TOLERANCE_PX).map(([x, y]): Point => [left + x, top + y]));
}
