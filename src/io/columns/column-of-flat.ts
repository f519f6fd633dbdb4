import type { ColumnLike } from "../../tables/column-type-of.ts";
import { DictColumn } from "../../tables/dict-column.ts";
import { ListColumn } from "../../tables/list-column.ts";
import { makeColumn } from "../../tables/make-column.ts";
import { PackedColumn } from "../../tables/packed-column.ts";
import { TypedColumn } from "../../tables/typed-column.ts";
import type { FlatColumn, FlatNumbers, FlatStructs } from "./flat-column.ts";
import { safeIntegers } from "./safe-integers.ts";

/**
 * A flat column as a table's column, which shares its memory where it can. 64-bit integers are numbers where all of the
 * column's are safe integers, else bigints. Moments are whole milliseconds.
 */
export function columnOfFlat(column: FlatColumn): ColumnLike {
  switch (column.kind) {
    case "numbers":
      return numberColumn(column);
    case "strings":
      return makeColumn("string", column.values);
    case "codes":
      return new DictColumn(column.codes, column.values);
    case "lists":
      return new ListColumn(column.type, column.offsets, columnOfFlat(column.items), column.valid);
    case "structs":
      return structColumn(column);
  }
}

function numberColumn({ type, values, valid }: FlatNumbers): ColumnLike {
  if (values instanceof BigInt64Array) {
    if (type === "timestamp") return new PackedColumn(type, toMilliseconds(values), valid);
    return new PackedColumn(type, safeIntegers(values, valid) ?? values, valid);
  }
  const showsType = type === "float64" || type === "int32";
  return showsType && valid === null
    ? (values as ColumnLike & Float64Array)
    : new PackedColumn(type, values, valid);
}

function toMilliseconds(microseconds: BigInt64Array): Float64Array {
  const milliseconds = new Float64Array(microseconds.length);
  for (let i = 0; i < milliseconds.length; i++) {
    const value = microseconds[i] as bigint;
    const number = Number(value);
    milliseconds[i] = Number.isSafeInteger(number) ? number / 1000 : Number(value / 1000n);
  }
  return milliseconds;
}

function structColumn({ type, length, fields, valid }: FlatStructs): ColumnLike {
  const columns = fields.map(([name, field]) => [name, columnOfFlat(field)] as const);
  const values = Array.from({ length }, (_, row) => {
    if (valid !== null && valid[row] === 0) return null;
    return Object.fromEntries(columns.map(([name, column]) => [name, column.at(row)]));
  });
  return new TypedColumn(type, values);
}
