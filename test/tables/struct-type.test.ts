import fc from "fast-check";
import { expect, test } from "vitest";
import type { ColumnType } from "../../src/tables/column-type.ts";
import { inferColumnType } from "../../src/tables/infer-column-type.ts";
import { structFields, structType } from "../../src/tables/struct-type.ts";

const scalar = fc.constantFrom<ColumnType>("bool", "int32", "float64[]", "string[][]", "timestamp");
const type: fc.Arbitrary<ColumnType> = fc.letrec<{ type: ColumnType }>((tie) => ({
  type: fc.oneof(
    { maxDepth: 3 },
    scalar,
    fc.array(fc.tuple(fc.string({ unit: "binary" }), tie("type")), { minLength: 1 }).map(structType),
    fc
      .array(fc.tuple(fc.constantFrom("x", 'a"b', "a>b,c:", "é\\"), tie("type")), { minLength: 1 })
      .map(structType),
  ),
})).type;

test("structFields() gives back the fields of structType(), whatever their names", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ unit: "binary" }), type)), (fields) => {
      expect(structFields(structType(fields))).toEqual(fields);
    }),
  );
});

test("structType() writes plain names plainly", () => {
  expect(
    structType([
      ["x", "float64"],
      ["a b", "struct<n:string[]>"],
    ]),
  ).toBe('struct<x:float64,"a b":struct<n:string[]>>');
});

test("structFields() is null for other types, also for lists of structures", () => {
  expect(structFields("float64")).toBeNull();
  expect(structFields("struct<x:float64>[]")).toBeNull();
});

test("inferColumnType() joins the fields of plain objects where structures are wanted", () => {
  const rows = [{ x: 1, tags: [] }, null, { y: { on: true }, tags: ["a"] }];
  expect(inferColumnType(rows, { structs: true })).toBe("struct<x:float64,tags:string[],y:struct<on:bool>>");
  expect(inferColumnType(rows)).toBeNull();
  expect(inferColumnType([[{ x: 1 }], []], { structs: true })).toBe("struct<x:float64>[]");
  expect(inferColumnType([{ x: 1 }, { x: "a" }], { structs: true })).toBeNull();
  expect(inferColumnType([{ x: 1 }, 1], { structs: true })).toBeNull();
});

test("inferColumnType() knows moments", () => {
  expect(inferColumnType([new Date(0), null])).toBe("timestamp");
  expect(inferColumnType([new Date(Number.NaN)])).toBeNull();
});
