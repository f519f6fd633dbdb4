import { LETTER_E, MINUS, POINT, ZERO } from "./characters.ts";
import { divideExactly, POWERS } from "./divide-exactly.ts";
import { fourDigits } from "./four-digits.ts";
import { scanOddNumber } from "./scan-odd-number.ts";

/** Digits before the point, or after the first eight behind it, that are read here. */
const PART_DIGITS = 9;
/** Digits that any double holds. */
const EXACT_DIGITS = 15;
/** Digits that numbers written by any printer of doubles have at most. */
const MAX_DIGITS = 17;
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
  let counted = at;
  // The digits are taken as high * 10^lowDigits + low.
  let high = whole;
  let low = 0;
  let four = fourDigits(view, at);
  if (four >= 0) {
    high = high * 10_000 + four;
    at += 4;
    four = fourDigits(view, at);
    if (four >= 0) {
      high = high * 10_000 + four;
      at += 4;
      digits += 8;
      counted = at;
      four = fourDigits(view, at);
      if (four >= 0) {
        low = four;
        at += 4;
        four = fourDigits(view, at);
        if (four >= 0) {
          low = Math.imul(low, 10_000) + four;
          at += 4;
        }
      }
    } else {
      digits += 4;
      counted = at;
    }
  }
  digit = view.getUint8(at) - ZERO;
  while (digit >>> 0 <= 9) {
    low = (Math.imul(low, 10) + digit) | 0;
    digit = view.getUint8(++at) - ZERO;
  }
  const lowDigits = at - counted;
  digits += lowDigits;
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
