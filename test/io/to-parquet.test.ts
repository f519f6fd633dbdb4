import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { type ColumnTable, desc, table } from "arquero";
import { parquetMetadata } from "hyparquet";
import { expect, test } from "vitest";
import { fromParquet } from "../../src/io/from-parquet.ts";
import { toParquet } from "../../src/io/to-parquet.ts";
import { TypedColumn } from "../../src/tables/typed-column.ts";
import { LIBRARY_VERSION } from "../../src/util/library-version.ts";
import { plainRows } from "../util/plain-rows.ts";
import { readParquetEverywhere } from "../util/read-parquet-everywhere.ts";
import { temporaryFolder } from "../util/temporary-folder.ts";
import { ALL_TYPES, allTypes } from "./all-types.ts";
import { typesOf } from "./types-of.ts";

async function expectSameEverywhere(written: ColumnTable): Promise<void> {
  const path = join(await temporaryFolder(), "table.parquet");
  await writeFile(path, toParquet(written));
  const { hyparquet, duckdb, parquetjs } = await readParquetEverywhere(path);
  const expected = plainRows(written);
  expect(hyparquet).toEqual(expected);
  expect(duckdb).toEqual(expected);
  expect(parquetjs).toEqual(expected);
}

test("every reader sees the same values of every type", async () => {
  await expectSameEverywhere(allTypes());
});

test("a table without rows keeps its columns", async () => {
  await expectSameEverywhere(allTypes({ rows: 0 }));
});

test("untyped columns of plain and typed arrays are written", async () => {
  await expectSameEverywhere(
    table({
      numbers: [1, 2.5, Number.NaN],
      strings: ["a", null, undefined],
      floats: Float32Array.of(0.5, 1, 2),
      bytes: Uint8Array.of(0, 127, 255),
      unsigned: Uint32Array.of(0, 1, 2 ** 32 - 1),
      bigints: BigInt64Array.of(-1n, 0n, 1n),
      lists: [Float64Array.of(1, 2), [3], null],
    }),
  );
});

test("the filter and the order apply, a grouping does not", async () => {
  const source = table({ id: [1, 2, 3, 4], kind: ["a", "b", "a", "b"] });
  const shown = source
    .filter((row: { id: number }) => row.id !== 3)
    .orderby(desc("id"))
    .groupby("kind");
  await expectSameEverywhere(shown);
  expect(plainRows(await fromParquet(toParquet(shown))).map((row) => row.id)).toEqual([4, 2, 1]);
});

test("100,000 rows go through", async () => {
  const rows = 100_000;
  await expectSameEverywhere(
    table({
      i: Int32Array.from({ length: rows }, (_, i) => i),
      x: Float64Array.from({ length: rows }, (_, i) => Math.sin(i)),
      name: Array.from({ length: rows }, (_, i) => (i % 11 === 0 ? null : `job-${i % 500}`)),
      even: Array.from({ length: rows }, (_, i) => i % 2 === 0),
      box: new TypedColumn(
        "float64[]",
        Array.from({ length: rows }, (_, i) => (i % 3 === 0 ? null : [i, i / 2])),
      ),
    }),
  );
});

test("several row groups and pages go through", async () => {
  const rows = 300_000;
  const pairs = Array.from({ length: rows }, (_, i) => [i, -i]);
  const written = table({ pairs: new TypedColumn("float64[]", pairs) });
  const bytes = toParquet(written);
  expect(parquetMetadata(bytes.buffer as ArrayBuffer).row_groups.length).toBeGreaterThan(1);
  expect(Array.from((await fromParquet(bytes)).array("pairs") as number[][])).toEqual(pairs);
});

test("types survive the way to Parquet and back, with and without rows", async () => {
  for (const rows of [0, 3] as const) {
    const written = allTypes({ rows });
    const read = await fromParquet(toParquet(written));
    expect(typesOf(read)).toEqual(ALL_TYPES);
    expect(plainRows(read)).toEqual(plainRows(written));
  }
});

test("DuckDB sees the declared types", async () => {
  const path = join(await temporaryFolder(), "table.parquet");
  await writeFile(path, toParquet(allTypes({ rows: 0 })));
  const connection = await (await DuckDBInstance.create()).connect();
  const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM '${path}'`);
  const names: Record<string, string> = { bool: "BOOLEAN", int32: "INTEGER", int64: "BIGINT" };
  Object.assign(names, { float64: "DOUBLE", string: "VARCHAR", timestamp: "TIMESTAMP WITH TIME ZONE" });
  Object.assign(names, {
    "struct<x:float64,names:string[]>": 'STRUCT(x DOUBLE, "names" VARCHAR[])',
    'struct<"a b":struct<n:int64,at:timestamp>,flags:bool[][]>':
      'STRUCT("a b" STRUCT(n BIGINT, "at" TIMESTAMP WITH TIME ZONE), flags BOOLEAN[][])',
    "struct<x:int32,s:string>": "STRUCT(x INTEGER, s VARCHAR)",
    "struct<x:int32>": "STRUCT(x INTEGER)",
  });
  const expected = ALL_TYPES.map(([, type]) => {
    const item = type.replace(/(\[\])*$/, "");
    return names[item] + type.slice(item.length);
  });
  expect(described.getRows().map((row) => row[1])).toEqual(expected);
});

test("metadata, the writer's name and the format version are in the footer", () => {
  const bytes = toParquet(table({ a: [1] }), { metadata: { batch: "b-1", ключ: "значение" } });
  const footer = parquetMetadata(bytes.buffer as ArrayBuffer);
  expect(footer.version).toBe(1);
  expect(footer.created_by).toBe(`infinity-frames version ${LIBRARY_VERSION}`);
  expect(footer.key_value_metadata).toEqual([
    { key: "batch", value: "b-1" },
    { key: "ключ", value: "значение" },
  ]);
});

test("every column is nullable, so that files of one kind have one schema", () => {
  const bytes = toParquet(table({ full: [1, 2], holes: [1, null] }));
  const { schema } = parquetMetadata(bytes.buffer as ArrayBuffer);
  expect(schema.slice(1).map((column) => column.repetition_type)).toEqual(["OPTIONAL", "OPTIONAL"]);
});

test("toParquet() rejects what it cannot write, and says where", () => {
  expect(() => toParquet(table({}))).toThrow(/no columns/);
  expect(() => toParquet(table({ a: [1, "x"] }))).toThrow(/Cannot type column "a"/);
  expect(() => toParquet(table({ a: new TypedColumn("int32", [1, 1.5]) }))).toThrow(/"a": row 1 holds 1.5/);
  expect(() => toParquet(table({ a: new TypedColumn("int64", [2n ** 63n]) }))).toThrow(
    /"a": row 0 holds 9223/,
  );
  expect(() => toParquet(table({ a: new TypedColumn("bool[]", [{}]) }))).toThrow(
    /row 0 holds \[object Object\]/,
  );
});
