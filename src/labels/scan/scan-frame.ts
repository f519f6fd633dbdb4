import { BACKSLASH, CLOSE_OBJECT, COMMA, OPEN_OBJECT } from "./characters.ts";
import { decodeSlice } from "./decode-slice.ts";
import { isSpace, skipSpace } from "./skip-space.ts";
import { skipString } from "./skip-string.ts";
import { skipKey, skipValue } from "./skip-value.ts";

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const PARTS = ["info", "categories", "images", "annotations"] as const;

/** A part of a label file that is read. */
export type FramePart = (typeof PARTS)[number];

/** Where a part is. */
export interface PartPlace {
  start: number;
  end: number;
}

/** Where the parts of a label file are. */
export type Frame = Partial<Record<FramePart, PartPlace>>;

/**
 * Finds the parts of a label file.
 *
 * @param readPart Called for each part when it is reached, with the parts before it: reads it and gives where it ends,
 *   or -1 where it is broken. Parts for which it gives null are skipped.
 * @returns Null where the file is not one JSON object or has a part twice.
 */
export function scanFrame(
  bytes: Uint8Array,
  readPart: (part: FramePart, start: number, before: Frame) => number | null,
): Frame | null {
  const frame: Frame = {};
  const isMarked = BYTE_ORDER_MARK.every((byte, i) => bytes[i] === byte);
  let at = skipSpace(bytes, isMarked ? BYTE_ORDER_MARK.length : 0);
  if (bytes[at] !== OPEN_OBJECT || bytes[lastPlace(bytes)] !== CLOSE_OBJECT) return null;
  at = skipSpace(bytes, at + 1);
  for (;;) {
    const start = skipKey(bytes, at);
    if (start < 0) return null;
    const nameEnd = skipString(bytes, at) - 1;
    if (bytes.subarray(at, nameEnd).includes(BACKSLASH)) return null;
    const name = decodeSlice(bytes, at + 1, nameEnd);
    const part = PARTS.find((each) => each === name);
    if (part !== undefined && frame[part] !== undefined) return null;
    const end = (part === undefined ? null : readPart(part, start, frame)) ?? skipValue(bytes, start);
    if (end < 0) return null;
    if (part !== undefined) frame[part] = { start, end };
    at = skipSpace(bytes, end);
    if (bytes[at] === CLOSE_OBJECT) break;
    if (bytes[at] !== COMMA) return null;
    at = skipSpace(bytes, at + 1);
  }
  return skipSpace(bytes, at + 1) === bytes.length ? frame : null;
}

/** Where the last byte is that is not white space. Numbers are read without looking for the end of the file. */
function lastPlace(bytes: Uint8Array): number {
  let at = bytes.length - 1;
  while (isSpace(bytes[at])) at--;
  return at;
}
