import type { ColumnType } from "../../tables/column-type.ts";
import type { Codes } from "../../tables/make-codes.ts";
import type { PackedType } from "../../tables/packed-column.ts";

/** For each row 1 where it has a value, else 0; null where every row has one. */
export type Valid = Uint8Array | null;

/** A column as writers of columnar formats take it: memory and no objects. Values are checked. */
export type FlatColumn = FlatNumbers | FlatStrings | FlatCodes | FlatLists | FlatStructs;

/**
 * Numbers: `bool` as bytes of 0 or 1, `int32`, `float64`, and 64-bit integers for `int64` and `timestamp`, the latter
 * microseconds since 1970.
 */
export interface FlatNumbers {
  readonly kind: "numbers";
  readonly type: PackedType;
  readonly values: Uint8Array | Int32Array | Float64Array | BigInt64Array;
  readonly valid: Valid;
}

/** Strings, `null` or `undefined` where missing. */
export interface FlatStrings {
  readonly kind: "strings";
  readonly values: readonly (string | null | undefined)[];
}

/** Strings of which there are few: places in a list of them, in which one may be missing. */
export interface FlatCodes {
  readonly kind: "codes";
  readonly codes: Codes;
  readonly values: readonly (string | null)[];
}

/** Lists: where each row's items start, and where the last one's end, in a column of items. */
export interface FlatLists {
  readonly kind: "lists";
  readonly type: ColumnType;
  readonly offsets: Uint32Array;
  readonly items: FlatColumn;
  readonly valid: Valid;
}

/** Structures: a column for each field. */
export interface FlatStructs {
  readonly kind: "structs";
  readonly type: ColumnType;
  readonly length: number;
  readonly fields: readonly (readonly [string, FlatColumn])[];
  readonly valid: Valid;
}
