import type { ColumnTable } from "arquero";
import type { ColumnType } from "../../src/tables/column-type.ts";
import { makeTable } from "../../src/tables/make-table.ts";
import { TypedColumn } from "../../src/tables/typed-column.ts";

/** Columns of every type, under names that tend to be mishandled, with missing values in every place. */
const COLUMNS: readonly [string, ColumnType, readonly unknown[]][] = [
  ["bool", "bool", [true, false, null]],
  ["int32", "int32", [-(2 ** 31), 2 ** 31 - 1, null]],
  ["int64", "int64", [-(2n ** 63n), 2n ** 63n - 1n, null]],
  ["safe int64", "int64", [Number.MIN_SAFE_INTEGER, 0, null]],
  ["float64", "float64", [Number.NaN, 5e-324, null]],
  ["infinite", "float64", [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0]],
  ["string", "string", ["", "two\nlines", null]],
  ["unicode", "string", ["e\u0301 \u{1F600} \uFFFF", "\0", "日本語"]],
  ["bool[]", "bool[]", [[true, null], [], null]],
  ["int32[]", "int32[]", [[1, -2, null], null, []]],
  ["int64[]", "int64[]", [[2n ** 60n], [null], [3n]]],
  ["float64[]", "float64[]", [[1.5, Number.NaN, null], [], [0, 1]]],
  ["string[]", "string[]", [["a", null, ""], [], null]],
  ["float64[][]", "float64[][]", [[[1, 2], [], null], [], null]],
  ["string[][]", "string[][]", [[["x"], [null]], null, [[]]]],
  [
    "timestamp",
    "timestamp",
    [new Date("2022-07-28T12:00:00.500Z"), new Date("1969-12-31T23:59:59.999Z"), null],
  ],
  ["far timestamp", "timestamp", [new Date(8.64e15), new Date(-6.2e13), new Date(0)]],
  ["timestamp[]", "timestamp[]", [[new Date(1), null], [], null]],
  [
    "struct",
    "struct<x:float64,names:string[]>",
    [{ x: 0.5, names: ["a", null] }, { x: null, names: null }, null],
  ],
  [
    "deep struct",
    'struct<"a b":struct<n:int64,at:timestamp>,flags:bool[][]>',
    [
      { "a b": { n: 2n ** 60n, at: new Date(5) }, flags: [[true, null], null] },
      { "a b": null, flags: [] },
      { "a b": { n: 1n, at: null }, flags: null },
    ],
  ],
  ["struct[]", "struct<x:int32,s:string>[]", [[{ x: 1, s: "a" }, null, { x: null, s: null }], [], null]],
  ["all missing", "float64", [null, null, null]],
  ["all missing lists", "string[]", [null, null, null]],
  ["all missing structs", "struct<x:int32>", [null, null, null]],
  ["all missing strings", "string", [null, null, null]],
  ["é 😀", "int32", [1, 2, 3]],
  ["bbox.x", "float64", [0.5, 1.5, 2.5]],
  ["a.b.list", "float64[]", [[1], [2], [3]]],
  ['"quoted" `name`', "string", ["a", "b", "c"]],
  ["list", "int32", [1, null, 3]],
  ["element", "int32[]", [[1], null, []]],
  ["", "bool", [true, true, false]],
  ["constructor", "string", ["p", "q", "r"]],
  ["7", "int32", [7, 8, 9]],
];

/** A table with columns of every type, three rows or none. */
export function allTypes({ rows = 3 }: { rows?: 0 | 3 } = {}): ColumnTable {
  return makeTable(
    COLUMNS.map(([name, type, values]) => [name, new TypedColumn(type, values.slice(0, rows))]),
  );
}

/** The types of {@link allTypes}, by column name in order. */
export const ALL_TYPES: readonly (readonly [string, ColumnType])[] = COLUMNS.map(([name, type]) => [
  name,
  type,
]);
