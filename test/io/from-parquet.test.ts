import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { table } from "arquero";
import { expect, test } from "vitest";
import { fromParquet } from "../../src/io/from-parquet.ts";
import { readParquet } from "../../src/io/read-parquet.ts";
import { writeTable } from "../../src/io/write-table.ts";
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

test("fromParquet() rejects bytes that are not a Parquet file", async () => {
  await expect(fromParquet(new Uint8Array(100))).rejects.toThrow(/parquet/);
  await expect(readParquet("/nonexistent/a.parquet")).rejects.toThrow(/ENOENT/);
});
