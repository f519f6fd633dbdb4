import { BACKSLASH, QUOTE, SPACE } from "./characters.ts";
import { decodeSlice } from "./decode-slice.ts";

const SIMPLE_ESCAPES = '"\\/bfnrt';
const FIRST_NOT_ASCII = 128;

/** Where the string that starts at a quote ends, or -1 where it is not one of JSON or not UTF-8. */
export function skipString(bytes: Uint8Array, start: number): number {
  let isAscii = true;
  let at = start + 1;
  for (;;) {
    const code = bytes[at];
    if (code === undefined || code < SPACE) return -1;
    if (code === QUOTE) break;
    if (code >= FIRST_NOT_ASCII) isAscii = false;
    if (code === BACKSLASH) {
      const length = escapeLength(bytes, at);
      if (length === 0) return -1;
      at += length;
    } else {
      at++;
    }
  }
  if (!isAscii && !isText(bytes, start, at)) return -1;
  return at + 1;
}

function escapeLength(bytes: Uint8Array, at: number): number {
  const code = bytes[at + 1];
  if (code === undefined) return 0;
  const letter = String.fromCharCode(code);
  if (SIMPLE_ESCAPES.includes(letter)) return 2;
  if (letter !== "u") return 0;
  for (let i = 2; i < 6; i++) {
    if (!/[0-9a-fA-F]/.test(String.fromCharCode(bytes[at + i] ?? 0))) return 0;
  }
  return 6;
}

function isText(bytes: Uint8Array, start: number, end: number): boolean {
  try {
    decodeSlice(bytes, start, end);
    return true;
  } catch {
    return false;
  }
}
