import { wordsOf } from "./words-of.ts";

/** The upper words of safe integers; that of the least of 53 bits is one too low, but only with a lower word of 0. */
const HIGHEST_WORD = 2 ** 21;
const WORD = 2 ** 32;

/** 64-bit integers as numbers, or null where one of those that are there is not a safe integer. */
export function safeIntegers(values: BigInt64Array, valid: Uint8Array | null): Float64Array | null {
  const { lows, highs } = wordsOf(values);
  const numbers = new Float64Array(values.length);
  for (let row = 0; row < numbers.length; row++) {
    if (valid !== null && valid[row] !== 1) continue;
    const low = lows[2 * row] as number;
    const high = highs[2 * row + 1] as number;
    if (high < -HIGHEST_WORD || high >= HIGHEST_WORD || (high === -HIGHEST_WORD && low === 0)) return null;
    numbers[row] = high * WORD + low;
  }
  return numbers;
}
