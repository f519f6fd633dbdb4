import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { table } from "arquero";
import { expect, test } from "vitest";
import { fromParquet } from "../../src/io/from-parquet.ts";
import { parquetMetadata } from "../../src/io/parquet-metadata.ts";
import { readParquet } from "../../src/io/read-parquet.ts";
import { toParquet } from "../../src/io/to-parquet.ts";
import { writeTable } from "../../src/io/write-table.ts";
import { PackedColumn } from "../../src/tables/packed-column.ts";
import { plainRows } from "../util/plain-rows.ts";
import { readParquetEverywhere } from "../util/read-parquet-everywhere.ts";
import { temporaryFolder } from "../util/temporary-folder.ts";
import { typesOf } from "./types-of.ts";

async function writeWithDuckdb(query: string, options = ""): Promise<string> {
  const path = join(await temporaryFolder(), "duckdb.parquet");
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(`COPY (${query}) TO '${path}' (FORMAT parquet${options})`);
  return path;
}

test("a file of DuckDB's is read with days as text, maps as JSON and structures as objects", async () => {
  const path = await writeWithDuckdb(`SELECT
    1::UTINYINT AS small, 4294967295::UINTEGER AS wide, 1.25::DECIMAL(9, 2) AS price, 0.5::FLOAT AS single,
    DATE '2026-02-03' AS day, TIMESTAMP '1969-12-31 23:59:59.000001' AS at,
    {'a': 1::BIGINT, 'b': [true, NULL]} AS pair, MAP {'k': 1} AS map, '{"x": 1}'::JSON AS json,
    [[1], NULL]::INTEGER[][] AS matrix, [[[1]]]::INTEGER[][][] AS deep, NULL::DATE AS none`);
  const read = await readParquet(path);
  expect(Object.fromEntries(typesOf(read))).toEqual({
    small: "int32",
    wide: "int64",
    price: "float64",
    single: "float64",
    day: "string",
    at: "string",
    pair: "struct<a:int64,b:bool[]>",
    map: "string",
    json: "string",
    matrix: "int32[][]",
    deep: "string",
    none: "string",
  });
  expect(plainRows(read)).toEqual([
    {
      small: 1,
      wide: 4294967295,
      price: 1.25,
      single: 0.5,
      day: "2026-02-03",
      at: "1969-12-31T23:59:59.000001Z",
      pair: { a: 1, b: [true, null] },
      map: '{"k":1}',
      json: '{"x": 1}',
      matrix: [[1], null],
      deep: "[[[1]]]",
      none: null,
    },
  ]);
});

test("the three readers agree on files with dictionaries and without", async () => {
  const query = `SELECT (i % 3)::INTEGER AS a, 'x' || i % 4 AS b, i % 2 AS c, i / 2 AS d FROM range(3000) t(i)`;
  for (const options of ["", ", DICTIONARY_SIZE_LIMIT 0"]) {
    const { hyparquet, duckdb, parquetjs } = await readParquetEverywhere(
      await writeWithDuckdb(query, options),
    );
    expect(hyparquet[5]).toEqual({ a: 2, b: "x1", c: 1, d: 2.5 });
    expect(duckdb).toEqual(hyparquet);
    expect(parquetjs).toEqual(hyparquet);
  }
});

test("64-bit integers are numbers where all of a column's are safe", async () => {
  const path = await writeWithDuckdb("SELECT 7::BIGINT AS near, 9007199254740993::BIGINT AS far");
  expect((await readParquet(path)).object()).toEqual({ near: 7, far: 9007199254740993n });
});

test("bytes inside a larger buffer are read", async () => {
  const path = join(await temporaryFolder(), "table.parquet");
  await writeTable(table({ a: ["x"] }), path, { format: "parquet" });
  const file = await readFile(path);
  const larger = new Uint8Array(file.byteLength + 20);
  larger.set(file, 10);
  expect((await fromParquet(larger.subarray(10, -10))).objects()).toEqual([{ a: "x" }]);
});

test("bytes of a small Node Buffer, which lies in a pool, are read", async () => {
  const file = toParquet(table({ n: [1, 2] }), { metadata: { recipe: "r" } });
  Buffer.from("before");
  const pooled = Buffer.from(await file);
  expect(pooled.buffer.byteLength).toBeGreaterThan(pooled.byteLength);
  expect((await fromParquet(pooled)).objects()).toEqual([{ n: 1 }, { n: 2 }]);
  expect(parquetMetadata(pooled).recipe).toBe("r");
});

test("fromParquet() rejects bytes that are not a Parquet file", async () => {
  await expect(fromParquet(new Uint8Array(100))).rejects.toThrow(/parquet/);
  await expect(readParquet("/nonexistent/a.parquet")).rejects.toThrow(
    'Cannot read "/nonexistent/a.parquet": there is no such file',
  );
});

test("files in any codec are read", async () => {
  for (const codec of ["uncompressed", "snappy", "zstd", "gzip", "brotli", "lz4_raw"]) {
    const path = await writeWithDuckdb(
      "SELECT i, 'text ' || i % 50 AS s FROM range(5000) t(i)",
      `, COMPRESSION ${codec}`,
    );
    const read = await readParquet(path);
    expect([read.numRows(), read.get("i", 4999), read.get("s", 4999)], codec).toEqual([
      5000,
      4999,
      "text 49",
    ]);
  }
});

test("moments are dates where all of a column's are whole milliseconds, else text", async () => {
  const path = await writeWithDuckdb(`SELECT TIMESTAMPTZ '2026-02-03 04:05:06.789+00' AS whole,
    [TIMESTAMP '2026-02-03', NULL] AS list, {'at': TIMESTAMP '1969-12-31 23:59:59.9'} AS pair,
    [TIMESTAMP '2026-02-03', TIMESTAMP '2026-02-03 00:00:00.000001'] AS fine,
    'infinity'::TIMESTAMP AS never, TIMESTAMP_NS '2026-02-03 00:00:00.000000001' AS ns,
    {'at': TIMESTAMP '2026-02-03 00:00:00.5', 'to': TIMESTAMP '2026-02-03 00:00:00.000001'} AS span`);
  const read = await readParquet(path);
  expect(read.object()).toEqual({
    whole: new Date("2026-02-03T04:05:06.789Z"),
    list: [new Date("2026-02-03"), null],
    pair: { at: new Date("1969-12-31T23:59:59.900Z") },
    fine: ["2026-02-03T00:00:00.000Z", "2026-02-03T00:00:00.000001Z"],
    never: "9223372036854775807000 ns",
    ns: "2026-02-03T00:00:00.000000001Z",
    span: { at: "2026-02-03T00:00:00.500Z", to: "2026-02-03T00:00:00.000001Z" },
  });
  expect(Object.fromEntries(typesOf(read))).toMatchObject({
    list: "timestamp[]",
    fine: "string[]",
    ns: "string",
  });
});

test("numbers come in typed memory, and texts that repeat as dictionaries", async () => {
  const path =
    await writeWithDuckdb(`SELECT i::DOUBLE AS f, i::INTEGER AS n, CASE WHEN i % 3 > 0 THEN i END AS gaps,
    'x' || i % 3 AS few, CASE WHEN i % 2 = 0 THEN 'even' END AS holes, 'id-' || i AS many FROM range(3000) t(i)`);
  const read = await readParquet(path);
  expect(read.column("f")).toBeInstanceOf(Float64Array);
  expect(read.column("n")).toBeInstanceOf(Int32Array);
  expect(read.column("gaps")).toBeInstanceOf(PackedColumn);
  expect(read.column("few")).toMatchObject({ values: ["x0", "x1", "x2"], codes: expect.any(Uint8Array) });
  expect(read.column("holes")).toMatchObject({ values: [null, "even"] });
  expect(read.column("many")).toBeInstanceOf(Array);
  const row = Object.fromEntries(read.columnNames().map((name) => [name, read.get(name, 2999)]));
  expect(row).toEqual({ f: 2999, n: 2999, gaps: 2999, few: "x2", holes: null, many: "id-2999" });
  expect([0, 3, 6].map((i) => read.get("gaps", i))).toEqual([null, null, null]);
});

test("columns that are asked for are read, in that order", async () => {
  const path = await writeWithDuckdb("SELECT 1 AS a, 'x' AS b, [2] AS c");
  expect((await readParquet(path, { columns: ["c", "a"] })).columnNames()).toEqual(["c", "a"]);
  await expect(readParquet(path, { columns: ["z"] })).rejects.toThrow(
    /Cannot read column "z": the file has a, b, c/,
  );
});

test("integers beyond 64 bits with a sign are refused", async () => {
  const path = await writeWithDuckdb("SELECT 18446744073709551615::UBIGINT AS huge");
  await expect(readParquet(path)).rejects.toThrow(/18446744073709551615.*64 bits/);
});

test("decimals are the nearest numbers", async () => {
  const values = ["12.3", "-0.07", "-12345678901.2345", "4503599627370.4955"];
  const path = await writeWithDuckdb(
    `SELECT unnest([${values.map((value) => `${value}::DECIMAL(18, 4)`).join(", ")}, NULL]) AS a, unnest([${values.map((value) => `${value}::DECIMAL(38, 10)`).join(", ")}, NULL]) AS b`,
  );
  const read = await readParquet(path);
  for (const name of ["a", "b"]) expect(Array.from(read.array(name))).toEqual([...values.map(Number), null]);
});
