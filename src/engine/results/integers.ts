import { safeIntegers } from "../../io/columns/safe-integers.ts";
import { wordsOf } from "../../io/columns/words-of.ts";
import type { ColumnLike } from "../../tables/column-type-of.ts";
import { PackedColumn } from "../../tables/packed-column.ts";
import { TypedColumn } from "../../tables/typed-column.ts";
import type { CollectedColumn } from "./column-collector.ts";

/** A column of 64-bit integers: numbers where all of them are safe integers, else bigints. */
export function int64Column(values: BigInt64Array, valid: Uint8Array | null): CollectedColumn {
  return { type: "int64", column: new PackedColumn("int64", safeIntegers(values, valid) ?? values, valid) };
}

/** A column of unsigned 64-bit integers; those that 64 bits with a sign do not hold make it one of bigints. */
export function uint64Column(values: BigUint64Array, valid: Uint8Array | null): CollectedColumn {
  const signed = new BigInt64Array(values.buffer, values.byteOffset, values.length);
  const { highs } = wordsOf(signed);
  for (let row = 0; row < values.length; row++) {
    if (!isMissing(valid, row) && (highs[2 * row + 1] as number) < 0)
      return bigints(Array.from(values), valid);
  }
  return int64Column(signed, valid);
}

/** A column of 128-bit integers, two words of 64 each, as {@link int64Column} makes it where they fit. */
export function int128Column(
  words: BigInt64Array,
  valid: Uint8Array | null,
  { unsigned = false }: { unsigned?: boolean } = {},
): CollectedColumn {
  const narrow = narrowed(words, valid, { unsigned });
  if (narrow !== null) return int64Column(narrow, valid);
  return bigints(
    Array.from({ length: words.length / 2 }, (_, row) => int128At(words, row, unsigned)),
    valid,
  );
}

/** 128-bit integers in 64 bits, or null where one of those that are there does not fit. */
export function narrowed(
  words: BigInt64Array,
  valid: Uint8Array | null,
  { unsigned = false }: { unsigned?: boolean } = {},
): BigInt64Array | null {
  const narrow = new BigInt64Array(words.length / 2);
  const from = new Int32Array(words.buffer, words.byteOffset, words.length * 2);
  const to = new Int32Array(narrow.buffer);
  for (let row = 0; row < narrow.length; row++) {
    if (isMissing(valid, row)) continue;
    const high = from[4 * row + 1] as number;
    const sign = high >> 31;
    if ((unsigned && sign !== 0) || from[4 * row + 2] !== sign || from[4 * row + 3] !== sign) return null;
    to[2 * row] = from[4 * row] as number;
    to[2 * row + 1] = high;
  }
  return narrow;
}

/** The 128-bit integer of a row. */
export function int128At(words: BigInt64Array, row: number, unsigned = false): bigint {
  const upper = words[2 * row + 1] as bigint;
  return (
    ((unsigned ? BigInt.asUintN(64, upper) : upper) << 64n) | BigInt.asUintN(64, words[2 * row] as bigint)
  );
}

function isMissing(valid: Uint8Array | null, row: number): boolean {
  return valid !== null && valid[row] !== 1;
}

/** Integers that no format of files has a type for stay what they are. */
function bigints(integers: readonly bigint[], valid: Uint8Array | null): CollectedColumn {
  const values = integers.map((integer, row) => (isMissing(valid, row) ? null : integer));
  return { type: "int64", column: new TypedColumn("int64", values) as ColumnLike };
}
