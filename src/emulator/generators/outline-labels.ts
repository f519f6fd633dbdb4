import { boundingBox } from "../geometry/bounding-box.ts";
import type { Point } from "../geometry/point.ts";
import { polygonArea } from "../geometry/polygon-area.ts";
import { roundTo } from "../geometry/round-to.ts";

/** Decimals of pixel coordinates in label files. */
export const PIXEL_DECIMALS = 4;

/**
 * The box, area and polygon of an outline, as annotations give them.
 * Empty where the outline encloses nothing, because annotations out of sight have none of these.
 */
export function outlineLabels(outline: readonly Point[]): Record<string, unknown> {
  const rounded = outline.map(([x, y]): Point => [roundTo(x, PIXEL_DECIMALS), roundTo(y, PIXEL_DECIMALS)]);
  const area = roundTo(polygonArea(rounded), PIXEL_DECIMALS);
  if (rounded.length < 3 || area === 0) return {};
  const bbox = boundingBox(rounded).map((value) => roundTo(value, PIXEL_DECIMALS));
  return { bbox, area, segmentation: [rounded.flat()] };
}
