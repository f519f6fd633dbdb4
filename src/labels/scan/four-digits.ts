const HIGH_HALVES = 0xf0f0f0f0 | 0;
const DIGITS = 0x30303030;
/** Added to a digit's byte, it leaves the byte's high half as it is; added to `:` to `?`, it does not. */
const TO_TOP = 0x06060606;

/** The number that four bytes write in digits, all looked at together; -1 where one of them is no digit. */
export function fourDigits(view: DataView, at: number): number {
  if (at + 4 > view.byteLength) return -1;
  const word = view.getInt32(at, true);
  const odd = ((word & HIGH_HALVES) ^ DIGITS) | (((word + TO_TOP) & HIGH_HALVES) ^ DIGITS);
  if (odd !== 0) return -1;
  const each = word & 0x0f0f0f0f;
  const pairs = (Math.imul(each, 10) + (each >>> 8)) & 0x00ff00ff;
  return Math.imul(pairs & 0xff, 100) + (pairs >>> 16);
}
