import { safeIntegers } from "../../io/columns/safe-integers.ts";
import type { CollectedColumn } from "./column-collector.ts";
import { int128At, narrowed } from "./integers.ts";
import { floatColumn } from "./number-columns.ts";

/** Powers of ten up to this one are exact. */
const EXACT_SCALE = 22;

/** What makes a column of the decimals of a scale, kept in integers of up to 32 bits: the nearest numbers. */
export function smallDecimals(
  scale: number,
): (values: Int32Array, valid: Uint8Array | null) => CollectedColumn {
  return (values, valid) =>
    floatColumn(
      Float64Array.from(values, (value) => value / 10 ** scale),
      valid,
    );
}

/** As {@link smallDecimals}, of integers of 64 bits. */
export function decimals(
  scale: number,
): (values: BigInt64Array, valid: Uint8Array | null) => CollectedColumn {
  return (values, valid) => {
    const safe = scale <= EXACT_SCALE ? safeIntegers(values, valid) : null;
    const numbers = new Float64Array(values.length);
    for (let row = 0; row < numbers.length; row++) {
      numbers[row] =
        safe === null ? nearest(values[row] as bigint, scale) : (safe[row] as number) / 10 ** scale;
    }
    return floatColumn(numbers, valid);
  };
}

/** As {@link smallDecimals}, of integers of 128 bits, two words each. */
export function wideDecimals(
  scale: number,
): (words: BigInt64Array, valid: Uint8Array | null) => CollectedColumn {
  return (words, valid) => {
    const narrow = narrowed(words, valid);
    if (narrow !== null) return decimals(scale)(narrow, valid);
    const numbers = new Float64Array(words.length / 2);
    for (let row = 0; row < numbers.length; row++) numbers[row] = nearest(int128At(words, row), scale);
    return floatColumn(numbers, valid);
  };
}

function nearest(integer: bigint, scale: number): number {
  return Number(`${integer}e-${scale}`);
}
