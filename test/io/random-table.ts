import { type ColumnTable, table } from "arquero";
import fc from "fast-check";
import type { ColumnType, ScalarType } from "../../src/tables/column-type.ts";
import { structFields } from "../../src/tables/struct-type.ts";
import { TypedColumn } from "../../src/tables/typed-column.ts";

const SCALARS: Record<ScalarType, fc.Arbitrary<unknown>> = {
  bool: fc.boolean(),
  int32: fc.integer(),
  int64: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  float64: fc.double(),
  timestamp: fc.date({ noInvalidDate: true }),
  string: fc.string({ unit: "grapheme" }),
};

const TYPES = (Object.keys(SCALARS) as ScalarType[]).flatMap((type): ColumnType[] => [
  type,
  `${type}[]`,
  `${type}[][]`,
]);

const STRUCTS: ColumnType[] = [
  "struct<x:float64,y:int64>",
  'struct<s:string,"t u":timestamp[],deep:struct<b:bool>>',
  "struct<n:int32>[]",
  "struct<s:string,f:float64>[][]",
];

function valuesOf(type: ColumnType): fc.Arbitrary<unknown> {
  return fc.option(presentOf(type), { freq: 4 });
}

function presentOf(type: ColumnType): fc.Arbitrary<unknown> {
  if (type.endsWith("[]")) return fc.array(valuesOf(type.slice(0, -2) as ColumnType), { maxLength: 4 });
  const fields = structFields(type);
  if (fields === null) return SCALARS[type as ScalarType];
  return fc
    .tuple(...fields.map(([, field]) => valuesOf(field)))
    .map((values) => Object.fromEntries(fields.map(([name], i) => [name, values[i]])));
}

/** One of our readers in tests looks columns up by a path joined with commas. */
const NAME = fc.string({ unit: "grapheme", maxLength: 8 }).filter((s) => !s.includes(",") && !(s in {}));

/** Tables with any columns of any types, any rows and missing values anywhere. */
export const randomTable: fc.Arbitrary<ColumnTable> = fc
  .tuple(
    fc.uniqueArray(fc.record({ name: NAME, type: fc.constantFrom(...TYPES, ...STRUCTS) }), {
      selector: ({ name }) => name,
      minLength: 1,
      maxLength: 6,
    }),
    fc.nat({ max: 40 }),
  )
  .chain(([columns, rows]) =>
    fc.tuple(
      ...columns.map(({ name, type }) =>
        fc
          .array(valuesOf(type), { minLength: rows, maxLength: rows })
          .map((values): [string, TypedColumn] => [name, new TypedColumn(type, values)]),
      ),
    ),
  )
  .map((columns) => table(columns));
