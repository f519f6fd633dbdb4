import type { ColumnType } from "./column-type.ts";
import type { ColumnLike } from "./column-type-of.ts";
import { DictColumn } from "./dict-column.ts";
import { ListColumn } from "./list-column.ts";
import { makeCodes } from "./make-codes.ts";
import { PackedColumn, type PackedType, type PackedValues } from "./packed-column.ts";
import { pickerOf } from "./take-rows.ts";
import { TypedColumn } from "./typed-column.ts";

const PACKED: readonly string[] = ["bool", "int32", "int64", "float64", "timestamp"];

/**
 * The rows of columns of one type, one column after the other, as one column. Numbers move from typed array to typed
 * array. 64-bit integers are bigints where those of one column are.
 */
export function joinColumns(type: ColumnType, columns: readonly ColumnLike[]): ColumnLike {
  const [only] = columns;
  if (columns.length === 1 && only !== undefined) return only;
  const packed = PACKED.includes(type)
    ? columns.map((column) => asPacked(type as PackedType, column))
    : [null];
  if (packed.every((column) => column !== null)) return joinPacked(type as PackedType, packed);
  if (columns.every((column) => column instanceof DictColumn)) return joinDicts(columns);
  if (columns.every((column) => column instanceof ListColumn)) return joinLists(type, columns);
  const values: unknown[] = [];
  for (const column of columns) for (const value of column) values.push(value ?? null);
  const isBig = type === "int64" && values.some((value) => typeof value === "bigint");
  return new TypedColumn(type, isBig ? values.map(toBig) : values);
}

function toBig(value: unknown): unknown {
  return typeof value === "number" ? BigInt(value) : value;
}

/** Numbers as they lie in memory; null where they do not. */
function asPacked(type: PackedType, column: ColumnLike): PackedColumn | null {
  if (column instanceof PackedColumn) return column.type === type ? column : null;
  const isNumbers =
    (column instanceof Float64Array && type === "float64") ||
    (column instanceof Int32Array && type === "int32") ||
    (column instanceof BigInt64Array && type === "int64");
  return isNumbers ? new PackedColumn(type, column as PackedValues) : null;
}

function joinPacked(type: PackedType, columns: readonly PackedColumn[]): ColumnLike {
  const length = columns.reduce((all, column) => all + column.length, 0);
  const isBig = columns.some(({ values }) => values instanceof BigInt64Array);
  const values = isBig ? new BigInt64Array(length) : arrayFor(type, length);
  let start = 0;
  for (const { values: some } of columns) {
    if (values instanceof BigInt64Array) {
      values.set(some instanceof BigInt64Array ? some : BigInt64Array.from(some, BigInt), start);
    } else values.set(some as Exclude<PackedValues, BigInt64Array>, start);
    start += some.length;
  }
  const valid = joinValid(columns);
  const isPlain = valid === null && (type === "int32" || type === "float64");
  return isPlain ? (values as Int32Array | Float64Array) : new PackedColumn(type, values, valid);
}

function arrayFor(type: PackedType, length: number): Uint8Array | Int32Array | Float64Array {
  if (type === "bool") return new Uint8Array(length);
  return type === "int32" ? new Int32Array(length) : new Float64Array(length);
}

function joinValid(columns: readonly { length: number; valid: Uint8Array | null }[]): Uint8Array | null {
  if (columns.every(({ valid }) => valid === null)) return null;
  const joined = new Uint8Array(columns.reduce((all, { length }) => all + length, 0)).fill(1);
  let start = 0;
  for (const { valid, length } of columns) {
    if (valid !== null) joined.set(valid, start);
    start += length;
  }
  return joined;
}

function joinDicts(columns: readonly DictColumn[]): DictColumn {
  const places = new Map<string | null, number>();
  const length = columns.reduce((all, column) => all + column.length, 0);
  const moved = columns.map(({ values }) => {
    return values.map((value) => {
      const place = places.get(value) ?? places.size;
      places.set(value, place);
      return place;
    });
  });
  const codes = makeCodes(length, places.size);
  let row = 0;
  for (const [i, column] of columns.entries()) {
    const codesTo = moved[i] as number[];
    for (let from = 0; from < column.length; from++)
      codes[row++] = codesTo[column.codes[from] as number] as number;
  }
  return new DictColumn(codes, [...places.keys()]);
}

function joinLists(type: ColumnType, columns: readonly ListColumn[]): ListColumn {
  const offsets = new Uint32Array(columns.reduce((all, column) => all + column.length, 0) + 1);
  let row = 0;
  let end = 0;
  for (const { offsets: own, length } of columns) {
    const shift = end - (own[0] as number);
    for (let i = 1; i <= length; i++) offsets[++row] = (own[i] as number) + shift;
    end = offsets[row] as number;
  }
  const items = columns.map(({ offsets: own, items: all }) =>
    sliced(all, own[0] as number, own.at(-1) as number),
  );
  return new ListColumn(
    type,
    offsets,
    joinColumns(type.slice(0, -"[]".length) as ColumnType, items),
    joinValid(columns),
  );
}

function sliced(column: ColumnLike, start: number, end: number): ColumnLike {
  if (start === 0 && end === column.length) return column;
  return pickerOf(column)(Uint32Array.from({ length: end - start }, (_, i) => start + i));
}
