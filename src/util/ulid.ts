/** Crockford's base 32: no letters that look like digits. */
const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const TIME_DIGITS = 10;

/** The pattern of a {@link ulid}, for regular expressions. */
export const ULID_PATTERN = "[0-7][0-9A-HJKMNP-TV-Z]{25}";

/**
 * An id that nobody else has, in the order of time (https://github.com/ulid/spec): 26 characters, of which the first 10
 * are the time and the others are random.
 *
 * @param timeMs Milliseconds since 1970.
 */
export function ulid(timeMs: number): string {
  let time = "";
  for (let left = timeMs; time.length < TIME_DIGITS; left = Math.floor(left / 32)) {
    time = DIGITS.charAt(left % 32) + time;
  }
  const random = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => DIGITS.charAt(byte % 32));
  return time + random.join("");
}

/** The time of a {@link ulid}, in milliseconds since 1970. */
export function ulidTimeMs(id: string): number {
  return Array.from(id.slice(0, TIME_DIGITS)).reduce((time, digit) => time * 32 + DIGITS.indexOf(digit), 0);
}
