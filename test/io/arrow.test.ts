import {
  columnFromArray,
  dateDay,
  dictionary,
  field,
  fixedSizeList,
  float32,
  float64,
  struct,
  tableFromColumns,
  tableFromIPC,
  tableToIPC,
  timestamp,
  uint32,
  utf8,
} from "@uwdata/flechette";
import { tableFromIPC as apacheTableFromIPC, type Vector } from "apache-arrow";
import { type ColumnTable, desc, table } from "arquero";
import { expect, test } from "vitest";
import { fromArrowIpc } from "../../src/io/from-arrow-ipc.ts";
import { toArrow } from "../../src/io/to-arrow.ts";
import { toArrowIpc } from "../../src/io/to-arrow-ipc.ts";
import { TableBuilder } from "../../src/tables/table-builder.ts";
import { TypedColumn } from "../../src/tables/typed-column.ts";
import { type PlainRow, plainRows, plainValue } from "../util/plain-rows.ts";
import { ALL_TYPES, allTypes } from "./all-types.ts";
import { typesOf } from "./types-of.ts";

function plainApacheValue(value: unknown): unknown {
  const isVector = typeof value === "object" && value !== null && "toArray" in value;
  return isVector ? Array.from(value as Vector, plainApacheValue) : plainValue(value);
}

function apacheRows(bytes: Uint8Array): PlainRow[] {
  const read = apacheTableFromIPC(bytes);
  return Array.from({ length: read.numRows }, (_, row) => {
    const cells = read.schema.fields.map(({ name }, i) => [
      name,
      plainApacheValue(read.getChildAt(i)?.get(row)),
    ]);
    return Object.fromEntries(cells);
  });
}

function flechetteRows(bytes: Uint8Array): PlainRow[] {
  const { names, children, numRows } = tableFromIPC(bytes, { useBigInt: true });
  return Array.from({ length: numRows }, (_, row) => {
    return Object.fromEntries(names.map((name, i) => [name, plainValue(children[i]!.at(row))]));
  });
}

function expectSameEverywhere(written: ColumnTable): void {
  const expected = plainRows(written);
  for (const stream of [false, true]) {
    const bytes = toArrowIpc(written, { stream });
    expect(apacheRows(bytes)).toEqual(expected);
    expect(flechetteRows(bytes)).toEqual(expected);
    expect(plainRows(fromArrowIpc(bytes))).toEqual(expected);
    expect(typesOf(fromArrowIpc(bytes))).toEqual(typesOf(written));
  }
}

test("apache-arrow and flechette see the same values of every type, with and without rows", () => {
  expectSameEverywhere(allTypes());
  expectSameEverywhere(allTypes({ rows: 0 }));
  expect(typesOf(fromArrowIpc(toArrowIpc(allTypes())))).toEqual(ALL_TYPES);
});

test("the filter and the order apply, a grouping does not", () => {
  const source = table({ id: Int32Array.of(1, 2, 3, 4), kind: ["a", "b", "a", "b"] });
  const shown = source
    .filter((row: { id: number }) => row.id !== 3)
    .orderby(desc("id"))
    .groupby("kind");
  expectSameEverywhere(shown);
  expect(Array.from(fromArrowIpc(toArrowIpc(shown)).array("id"))).toEqual([4, 2, 1]);
});

test("100,000 rows go through", () => {
  const rows = 100_000;
  expectSameEverywhere(
    table({
      x: Float64Array.from({ length: rows }, (_, i) => i / 3),
      s: new TypedColumn(
        "string",
        Array.from({ length: rows }, (_, i) => (i % 5 === 0 ? null : `s${i}`)),
      ),
    }),
  );
});

test("the file format is the default, and metadata is kept in the schema", () => {
  const bytes = toArrowIpc(table({ a: [1] }), { metadata: { batch: "b-1" } });
  expect(new TextDecoder().decode(bytes.subarray(0, 6))).toBe("ARROW1");
  expect(apacheTableFromIPC(bytes).schema.metadata.get("batch")).toBe("b-1");
});

test("toArrow() returns a table of apache-arrow", async () => {
  const arrow = await toArrow(allTypes());
  expect(arrow.numRows).toBe(3);
  expect(arrow.schema.fields.map(({ name, type }) => `${name}: ${type}`)).toContain(
    "float64[]: List<Float64>",
  );
  expect(arrow.getChild("int64")?.get(1)).toBe(2n ** 63n - 1n);
});

test("types that tables do not have become the nearest, or text", () => {
  const columns = {
    kind: columnFromArray(["a", "b", null], dictionary(utf8())),
    day: columnFromArray([new Date("2026-02-03"), null, new Date(0)], dateDay()),
    at: columnFromArray([1.25, -0.25, null], timestamp(2)),
    wide: columnFromArray([2 ** 32 - 1, 0, null], uint32()),
    pair: columnFromArray(
      [{ x: 1, y: 0.5 }, null, { x: 2, y: 1 }],
      struct([field("x", float64()), field("y", float64())]),
    ),
    point: columnFromArray([[1, 2], null, [3, 4]], fixedSizeList(float32(), 2)),
  };
  const read = fromArrowIpc(tableToIPC(tableFromColumns(columns), {})!);
  expect(Object.fromEntries(typesOf(read))).toEqual({
    kind: "string",
    day: "string",
    at: "string",
    wide: "int64",
    pair: "string",
    point: "float64[]",
  });
  expect(plainRows(read)).toEqual([
    {
      kind: "a",
      day: "2026-02-03",
      at: "1970-01-01T00:00:00.001250Z",
      wide: 4294967295,
      pair: '{"x":1,"y":0.5}',
      point: [1, 2],
    },
    { kind: "b", day: null, at: "1969-12-31T23:59:59.999750Z", wide: 0, pair: null, point: null },
    { kind: null, day: "1970-01-01", at: null, wide: null, pair: '{"x":2,"y":1}', point: [3, 4] },
  ]);
});

test("a table without rows keeps one batch of none, without which some readers refuse the file", () => {
  const empty = new TableBuilder({
    a: "int32",
    b: "float64",
    s: "string",
    l: "float64[][]",
    t: "bool",
  }).toTable();
  for (const stream of [false, true]) {
    const read = apacheTableFromIPC(toArrowIpc(empty, { stream }));
    expect([read.numRows, read.batches.length]).toEqual([0, 1]);
    expect(read.schema.fields.map(({ name }) => name)).toEqual(["a", "b", "s", "l", "t"]);
  }
});
