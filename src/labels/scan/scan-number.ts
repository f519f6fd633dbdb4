import { divideExactly, POWERS } from "./divide-exactly.ts";
import { scanOddNumber } from "./scan-odd-number.ts";

// Constants of other modules are looked up whenever they are used, which makes this function a third slower.
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const LETTER_E = 101;
/** High halves of four bytes. */
const HIGH_HALVES = 0xf0f0f0f0 | 0;
/** Low halves of four bytes: what digits stand for. */
const LOW_HALVES = 0x0f0f0f0f;
/** High halves of four digits; they are still the same with `TO_TOP` added, unlike those of ":" to "?". */
const DIGITS = 0x30303030;
const TO_TOP = 0x06060606;
const EVEN_BYTES = 0x00ff00ff;
/** Digits before the point, or after the first eight behind it, that are read here. */
const PART_DIGITS = 9;
/** Digits that any double holds. */
const EXACT_DIGITS = 15;
/** Digits that numbers written by any printer of doubles have at most. */
const MAX_DIGITS = 17;
/** Four digits are read together, up to so many times, and go to the upper part so many times. */
const PARTS = 4;
const HIGH_PARTS = 2;
/** Fewer digits in the lower part would leave more in the upper part than a double holds. */
const MIN_LOW_DIGITS = 4;
/** The largest power of ten that a double holds. */
const MAX_POWER = 22;

/**
 * Reads the number that starts at a place, exactly as `Number` reads its text. The last byte must not be part of a
 * number.
 *
 * @param out Takes the number: a returned double would cost an allocation.
 * @param slot Its place in `out`.
 * @returns Where the number ends, or -1 where there is none or an integer that a double may not hold.
 */
export function scanNumber(view: DataView, start: number, out: Float64Array, slot: number): number {
  let at = start;
  let digit = view.getUint8(at) - ZERO;
  const isNegative = digit === MINUS - ZERO;
  if (isNegative) digit = view.getUint8(++at) - ZERO;
  if (digit >>> 0 > 9) return scanOddNumber(view, start, out, slot);

  const first = at;
  let whole = digit;
  digit = view.getUint8(++at) - ZERO;
  if (whole === 0) {
    if (digit >>> 0 <= 9) return -1;
  } else {
    while (digit >>> 0 <= 9) {
      whole = (Math.imul(whole, 10) + digit) | 0;
      digit = view.getUint8(++at) - ZERO;
    }
    if (at - first > PART_DIGITS) return scanOddNumber(view, start, out, slot);
  }
  if (digit !== POINT - ZERO) {
    if (((digit + ZERO) | 32) === LETTER_E) return scanOddNumber(view, start, out, slot);
    out[slot] = isNegative ? -whole : whole;
    return at;
  }

  const fraction = ++at;
  let digits = whole === 0 ? 0 : fraction - 1 - first;
  digit = view.getUint8(at) - ZERO;
  if (digit >>> 0 > 9) return -1;
  if (whole === 0) while (digit === 0) digit = view.getUint8(++at) - ZERO;
  const significant = at;
  // The digits are taken as high * 10^lowDigits + low: eight at most into high, eight more and those left into low.
  let high = whole;
  let low = 0;
  let counted = at;
  const last = view.byteLength - 4;
  for (let part = 0; part < PARTS && at <= last; part++) {
    const word = view.getInt32(at, true);
    if (((word & HIGH_HALVES) ^ DIGITS) | (((word + TO_TOP) & HIGH_HALVES) ^ DIGITS)) break;
    const ones = word & LOW_HALVES;
    const pairs = (Math.imul(ones, 10) + (ones >>> 8)) & EVEN_BYTES;
    const four = (Math.imul(pairs & 0xff, 100) + (pairs >>> 16)) | 0;
    at += 4;
    if (part < HIGH_PARTS) {
      high = high * 10_000 + four;
      counted = at;
    } else {
      low = (Math.imul(low, 10_000) + four) | 0;
    }
  }
  digit = view.getUint8(at) - ZERO;
  while (digit >>> 0 <= 9) {
    low = (Math.imul(low, 10) + digit) | 0;
    digit = view.getUint8(++at) - ZERO;
  }
  const lowDigits = at - counted;
  digits += at - significant;
  const power = at - fraction;
  if (
    lowDigits > PART_DIGITS ||
    digits > MAX_DIGITS ||
    power > MAX_POWER ||
    ((digit + ZERO) | 32) === LETTER_E
  ) {
    return scanOddNumber(view, start, out, slot);
  }
  const left = high * (POWERS[lowDigits] as number);
  let value = left + low;
  if (digits <= EXACT_DIGITS) {
    value /= POWERS[power] as number;
  } else {
    if (lowDigits < MIN_LOW_DIGITS) return scanOddNumber(view, start, out, slot);
    value = divideExactly(value, low - (value - left), power);
    if (value === 0) return scanOddNumber(view, start, out, slot);
  }
  out[slot] = isNegative ? -value : value;
  return at;
}
