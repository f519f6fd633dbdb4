import {
  BACKSLASH,
  CLOSE_LIST,
  CLOSE_OBJECT,
  COMMA,
  MINUS,
  OPEN_LIST,
  OPEN_OBJECT,
  QUOTE,
  ZERO,
} from "./characters.ts";
import { decodeSlice } from "./decode-slice.ts";
import { scanNumber } from "./scan-number.ts";
import { skipSpace } from "./skip-space.ts";
import { skipString } from "./skip-string.ts";
import { skipKey, skipValue } from "./skip-value.ts";

/** What of a field's bytes is fixed, and where the numbers are. */
export interface Holes {
  fixed: Uint8Array;
  ends: Int32Array;
  /** The number at a path of keys and indices; -1 where there is none. */
  at(...path: (string | number)[]): number;
}

const MAX_DEPTH = 3;
const SEPARATOR = "\0";
const BARE = "NI";

/**
 * Finds the numbers in a field: what is left of its bytes when they are taken out is its form.
 *
 * @param start Where the field's name starts.
 * @param valueStart Where its value starts; everything is known to be JSON.
 * @returns Null where the value is too deep, repeats a key, or has escapes or integers that doubles do not hold.
 */
export function findHoles(
  bytes: Uint8Array,
  { start, valueStart }: { start: number; valueStart: number },
): Holes | null {
  const places = new Map<string, number>();
  const pieces: Uint8Array[] = [];
  const ends: number[] = [];
  const scratch = new Float64Array(1);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let length = 0;
  let from = start;
  const end = walk(valueStart, "", 0);
  if (end < 0) return null;
  addPiece(end);
  const fixed = new Uint8Array(length);
  for (const [i, piece] of pieces.entries()) fixed.set(piece, ends[i - 1] ?? 0);
  return { fixed, ends: Int32Array.from(ends), at: (...path) => places.get(path.join(SEPARATOR)) ?? -1 };

  function addPiece(to: number): void {
    pieces.push(bytes.subarray(from, to));
    length += to - from;
    ends.push(length);
  }

  /** Where the value ends, or -1. */
  function walk(at: number, path: string, depth: number): number {
    const code = bytes[at] as number;
    if (code === OPEN_OBJECT || code === OPEN_LIST)
      return depth < MAX_DEPTH ? walkItems(at, path, depth) : -1;
    if (code === QUOTE) return skipPlainString(at);
    const isNumber = code === MINUS || (code - ZERO) >>> 0 <= 9 || BARE.includes(String.fromCharCode(code));
    if (!isNumber) return skipValue(bytes, at);
    const after = scanNumber(view, at, scratch, 0);
    if (after < 0) return -1;
    places.set(path, ends.length);
    addPiece(at);
    from = after;
    return after;
  }

  function walkItems(start: number, path: string, depth: number): number {
    const isObject = bytes[start] === OPEN_OBJECT;
    const close = isObject ? CLOSE_OBJECT : CLOSE_LIST;
    const prefix = depth === 0 ? "" : path + SEPARATOR;
    const keys = new Set<string>();
    let at = skipSpace(bytes, start + 1);
    for (let index = 0; bytes[at] !== close; index++) {
      let key = String(index);
      if (isObject) {
        const keyEnd = skipPlainString(at);
        if (keyEnd < 0) return -1;
        key = decodeSlice(bytes, at + 1, keyEnd - 1);
        if (keys.has(key)) return -1;
        keys.add(key);
        at = skipKey(bytes, at);
      }
      at = walk(at, prefix + key, depth + 1);
      if (at < 0) return -1;
      at = skipSpace(bytes, at);
      if (bytes[at] === COMMA) at = skipSpace(bytes, at + 1);
    }
    return at + 1;
  }

  function skipPlainString(at: number): number {
    const end = skipString(bytes, at);
    return end < 0 || bytes.subarray(at, end).includes(BACKSLASH) ? -1 : end;
  }
}
