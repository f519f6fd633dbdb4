import { boundingBox } from "../geometry/bounding-box.ts";
import type { Point } from "../geometry/point.ts";
import { polygonArea } from "../geometry/polygon-area.ts";
import { roundTo } from "../geometry/round-to.ts";

/** Decimals of pixel coordinates in label files. */
const PIXEL_DECIMALS = 4;

/**
 * The box, area and polygons of what is seen of a thing, as annotations give them.
 * Empty where that is nothing, because annotations out of sight have none of these.
 */
export function outlineLabels(outlines: readonly (readonly Point[])[]): Record<string, unknown> {
  const rounded = outlines
    .filter(({ length }) => length >= 3)
    .map((outline) =>
      outline.map(([x, y]): Point => [roundTo(x, PIXEL_DECIMALS), roundTo(y, PIXEL_DECIMALS)]),
    );
  const area = rounded.reduce((sum, outline) => sum + polygonArea(outline), 0);
  if (area < 10 ** -PIXEL_DECIMALS) return {};
  const bbox = boundingBox(rounded.flat()).map((value) => roundTo(value, PIXEL_DECIMALS));
  return {
    bbox,
    area: roundTo(area, PIXEL_DECIMALS),
    segmentation: rounded.map((outline) => outline.flat()),
  };
}
