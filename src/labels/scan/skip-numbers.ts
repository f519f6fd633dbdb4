import { skipSpace } from "./skip-space.ts";

// Constants of other modules are looked up whenever they are used, which makes loops slower.
const COMMA = 44;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const LETTER_E = 101;
/** High halves of four bytes, and of four digits, as in `scanNumber`. */
const HIGH_HALVES = 0xf0f0f0f0 | 0;
const DIGITS = 0x30303030;
const TO_TOP = 0x06060606;

/** Where a list of numbers or of such lists ends, or -1 where it is another value or has numbers with exponents. */
export function skipNumbers(view: DataView, bytes: Uint8Array, start: number): number {
  let depth = 0;
  let at = start;
  for (;;) {
    while (bytes[at] === OPEN_LIST) {
      depth++;
      at = skipSpace(bytes, at + 1);
    }
    if (depth === 0) return -1;
    at = skipDecimal(view, at);
    if (at < 0) return -1;
    at = skipSpace(bytes, at);
    while (bytes[at] === CLOSE_LIST) {
      at++;
      if (--depth === 0) return at;
      at = skipSpace(bytes, at);
    }
    if (bytes[at] !== COMMA) return -1;
    at = skipSpace(bytes, at + 1);
  }
}

function skipDecimal(view: DataView, start: number): number {
  const from = view.getUint8(start) === MINUS ? start + 1 : start;
  let at = skipDigits(view, from);
  if (at === from || (at > from + 1 && view.getUint8(from) === ZERO)) return -1;
  let code = view.getUint8(at);
  if (code === POINT) {
    const fraction = at + 1;
    at = skipDigits(view, fraction);
    if (at === fraction) return -1;
    code = view.getUint8(at);
  }
  return (code | 32) === LETTER_E ? -1 : at;
}

function skipDigits(view: DataView, start: number): number {
  const last = view.byteLength - 4;
  let at = start;
  while (at <= last) {
    const word = view.getInt32(at, true);
    if (((word & HIGH_HALVES) ^ DIGITS) | (((word + TO_TOP) & HIGH_HALVES) ^ DIGITS)) break;
    at += 4;
  }
  while ((view.getUint8(at) - ZERO) >>> 0 <= 9) at++;
  return at;
}
