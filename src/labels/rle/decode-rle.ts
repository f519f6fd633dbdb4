const FIRST_CHARACTER = 48;
const DATA_BITS = 5;
const DATA = 0x1f;
const SIGN = 0x10;
const MORE = 0x20;
const LAST_CHARACTER = FIRST_CHARACTER + DATA + MORE;

/**
 * The run lengths in COCO's compressed text, as `pycocotools` writes `counts`: numbers in groups of five bits, lowest
 * first, one character each; from the fourth on they are differences to the last but one.
 *
 * @param text The compressed `counts` of a segmentation, as in the column `rle_string` of `polygons`.
 * @throws {SyntaxError} When the text is not of that form.
 * @example
 * ```ts
 * decodeRle("52203"); // [5, 2, 2, 2, 5]
 * ```
 */
export function decodeRle(text: string): number[] {
  const counts: number[] = [];
  let at = 0;
  while (at < text.length) {
    const start = at;
    let value = 0;
    let scale = 1;
    let group: number;
    do {
      const code = text.charCodeAt(at++);
      // Also false past the end, where the code is NaN.
      if (!(code >= FIRST_CHARACTER && code <= LAST_CHARACTER)) {
        const found = at > text.length ? "the end" : JSON.stringify(text[at - 1]);
        throw new SyntaxError(`Cannot read run lengths: expected "0" to "o" at ${at - 1}, got ${found}`);
      }
      group = code - FIRST_CHARACTER;
      value += (group & DATA) * scale;
      scale *= 2 ** DATA_BITS;
    } while ((group & MORE) !== 0);
    if ((group & SIGN) !== 0) value -= scale;
    if (counts.length > 2) value += counts[counts.length - 2] as number;
    if (!Number.isSafeInteger(value) || value < 0) {
      throw new SyntaxError(`Cannot read run lengths: the one at ${start} is ${value}, expected 0 or more`);
    }
    counts.push(value);
  }
  return counts;
}
