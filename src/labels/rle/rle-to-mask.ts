import { countsOf } from "./counts-of.ts";
import type { RunLengths } from "./run-lengths.ts";

/** A mask of pixels. */
export interface Mask {
  height: number;
  width: number;
  /** 1 inside the mask, else 0; row by row: the pixel at `x`, `y` is `data[y * width + x]`. */
  data: Uint8Array;
}

/**
 * Draws the mask of COCO's run lengths, compressed or not.
 *
 * @throws {SyntaxError} When compressed `counts` are not of their form.
 * @throws {RangeError} When the size or a run is not a whole number, or the runs do not fill the mask.
 * @example
 * ```ts
 * rleToMask({ counts: [1, 2, 1], size: [2, 2] }); // { height: 2, width: 2, data: Uint8Array(4) [0, 1, 1, 0] }
 * ```
 */
export function rleToMask(rle: RunLengths): Mask {
  const [height, width] = rle.size;
  const counts = countsOf(rle);
  const data = new Uint8Array(height * width);
  let pixel = 0;
  for (let run = 0; run < counts.length; run++) {
    const end = pixel + (counts[run] as number);
    if (run % 2 === 0) pixel = end;
    for (; pixel < end; pixel++) data[(pixel % height) * width + Math.floor(pixel / height)] = 1;
  }
  return { height, width, data };
}
