import { decodeRle } from "./decode-rle.ts";
import { isRunLength } from "./is-run-length.ts";
import type { RunLengths } from "./run-lengths.ts";

/**
 * The run lengths of a mask as numbers.
 *
 * @throws {SyntaxError} When compressed `counts` are not of their form.
 * @throws {RangeError} When the size or a run is not a whole number, or the runs do not fill the mask.
 */
export function countsOf({ counts, size }: RunLengths): readonly number[] {
  const [height, width] = size;
  if (size.length !== 2 || !isRunLength(height) || !isRunLength(width)) {
    throw new RangeError(`Cannot read run lengths: "size" must be height and width, got ${size.join(", ")}`);
  }
  const lengths = typeof counts === "string" ? decodeRle(counts) : counts;
  let sum = 0;
  for (const [index, length] of lengths.entries()) {
    if (!isRunLength(length)) {
      throw new RangeError(`Cannot read run lengths: run ${index} must be a whole number, got ${length}`);
    }
    sum += length;
  }
  if (sum !== height * width) {
    const wanted = `${height} x ${width} = ${height * width}`;
    throw new RangeError(`Cannot read run lengths: they cover ${sum} pixels, expected ${wanted}`);
  }
  return lengths;
}
