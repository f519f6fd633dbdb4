import type { PointStream } from "./sampling-method.ts";

const TABLE_SIZE = 4096;
const LARGEST = 1 - 2 ** -53;

/** The number of digits in a base that a floating-point number in [0, 1) can tell apart. */
export function digitCount(base: number): number {
  let count = 0;
  for (let power = base; power < 2 ** 54; power *= base) count += 1;
  return count;
}

/** The digits written in place of each digit: entry `position * base + digit`, as many positions as `digitCount`. */
type Digits = Uint32Array;

function identityDigits(base: number): Digits {
  return Uint32Array.from({ length: base * digitCount(base) }, (_, index) => index % base);
}

/** What each digit adds at each position, and what the zeros from a position on add together. */
function contributions(base: number, digits: Digits): { terms: Float64Array; tails: Float64Array } {
  const positions = digitCount(base);
  const terms = new Float64Array(digits.length);
  let weight = 1;
  for (let position = 0; position < positions; position++) {
    weight /= base;
    for (let i = position * base; i < (position + 1) * base; i++) terms[i] = (digits[i] as number) * weight;
  }
  const tails = new Float64Array(positions + 1);
  for (let position = positions - 1; position >= 0; position--) {
    tails[position] = (tails[position + 1] as number) + (terms[position * base] as number);
  }
  return { terms, tails };
}

/**
 * The radical inverses of 0, 1, 2, …: their digits mirrored at the point (van der Corput 1935). Each depends on its
 * number alone.
 *
 * @param base The base of the digits, 2 or more.
 * @param digits The digits to write in place of each digit. @default the digits themselves
 */
export function radicalInverses(
  base: number,
  { digits = identityDigits(base) }: { digits?: Digits | undefined } = {},
): PointStream {
  const { terms, tails } = contributions(base, digits);
  let [lowDigits, size] = [1, base];
  for (; size * base <= TABLE_SIZE; size *= base) lowDigits += 1;
  const low = new Float64Array(size);
  for (let number = 0; number < low.length; number++) {
    let [sum, rest] = [0, number];
    for (let position = 0; position < lowDigits; position++) {
      sum += terms[position * base + (rest % base)] as number;
      rest = Math.floor(rest / base);
    }
    low[number] = sum;
  }
  return (points, first) => {
    for (let i = 0; i < points.length; i++) {
      const row = first + i;
      let sum = low[row % size] as number;
      let position = lowDigits;
      for (let rest = Math.floor(row / size); rest > 0; rest = Math.floor(rest / base)) {
        sum += terms[position * base + (rest % base)] as number;
        position += 1;
      }
      points[i] = Math.min(sum + (tails[position] as number), LARGEST);
    }
  };
}
