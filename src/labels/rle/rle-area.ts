import { countsOf } from "./counts-of.ts";
import type { RunLengths } from "./run-lengths.ts";

/**
 * The number of pixels inside the mask of COCO's run lengths, compressed or not.
 *
 * @throws {SyntaxError} When compressed `counts` are not of their form.
 * @throws {RangeError} When the size or a run is not a whole number, or the runs do not fill the mask.
 * @example
 * ```ts
 * rleArea({ counts: [1, 2, 1], size: [2, 2] }); // 2
 * ```
 */
export function rleArea(rle: RunLengths): number {
  let area = 0;
  for (const [run, length] of countsOf(rle).entries()) if (run % 2 === 1) area += length;
  return area;
}
