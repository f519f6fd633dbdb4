import type { Point } from "../geometry/point.ts";
import type { Raster } from "./raster.ts";

function crossings(polygon: readonly Point[], y: number): number[] {
  const xs: number[] = [];
  let previous = polygon.at(-1);
  for (const point of polygon) {
    if (previous && previous[1] > y !== point[1] > y) {
      const share = (y - previous[1]) / (point[1] - previous[1]);
      xs.push(previous[0] + share * (point[0] - previous[0]));
    }
    previous = point;
  }
  return xs.sort((a, b) => a - b);
}

/**
 * Fills a polygon with a palette index, scan line by scan line (even-odd rule).
 * A pixel belongs to the polygon when its centre does. Parts outside the image are left out.
 *
 * @returns How many pixels were filled.
 */
export function fillPolygon(raster: Raster, polygon: readonly Point[], index: number): number {
  const { width, height, pixels } = raster;
  const ys = polygon.map(([, y]) => y);
  const top = Math.max(0, Math.ceil(Math.min(...ys) - 0.5));
  const bottom = Math.min(height - 1, Math.floor(Math.max(...ys) - 0.5));
  let filled = 0;
  for (let row = top; row <= bottom; row++) {
    const xs = crossings(polygon, row + 0.5);
    for (let i = 0; i + 1 < xs.length; i += 2) {
      const left = Math.max(0, Math.ceil((xs[i] ?? 0) - 0.5));
      const right = Math.min(width, Math.ceil((xs[i + 1] ?? 0) - 0.5));
      if (right <= left) continue;
      pixels.fill(index, row * width + left, row * width + right);
      filled += right - left;
    }
  }
  return filled;
}
