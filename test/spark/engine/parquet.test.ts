import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ingest } from "../../../src/dataset/ingest/ingest.ts";
import { sql } from "../../../src/engine/sql.ts";
import { readParquet } from "../../../src/io/read-parquet.ts";
import { writeParquet } from "../../../src/io/write-parquet.ts";
import { makeTable } from "../../../src/tables/make-table.ts";
import { allTypes } from "../../io/all-types.ts";
import { typesOf } from "../../io/types-of.ts";
import { plainRows } from "../../util/plain-rows.ts";
import { temporaryFolder } from "../../util/temporary-folder.ts";
import { openSpark } from "./opened.ts";

describe("our Parquet files, in Spark", () => {
  test.each([
    ["native", "zstd"],
    ["native", "snappy"],
    ["js", "snappy"],
    ["js", "none"],
  ] as const)("have the same values as written by the %s engine with %s", async (engine, compression) => {
    const spark = await openSpark();
    const folder = await temporaryFolder();
    // Spark has no column without a name.
    const source = allTypes();
    const names = source.columnNames().filter((name) => name !== "");
    const table = makeTable(names.map((name) => [name, source.column(name) as never]));
    for (const [name, rows] of [
      ["full", table],
      ["empty", table.slice(0, 0)],
    ] as const) {
      const path = join(folder, `${name}.parquet`);
      await writeParquet(rows, path, { engine, compression });
      await spark.registerDataset({ written: path });
      const read = await spark.query("SELECT * FROM written").toTable();
      expect(read.columnNames()).toEqual(names);
      expect(plainRows(read)).toEqual(plainRows(rows));
    }
  });

  test("that an ingest writes are the tables of the dataset", async () => {
    const spark = await openSpark();
    const out = join(await temporaryFolder(), "parquet");
    const report = await ingest("fixtures/visionfit/batch", out);
    for (const { table, rows } of report.tables) {
      if (rows === 0) continue;
      const folder = join(out, table);
      await spark.registerDataset({ ingested: folder });
      const read = await spark.query("SELECT * FROM ingested").toTable();
      const own = await sql("SELECT * FROM ingested", { tables: { ingested: folder } });
      expect(read.columnNames()).toEqual(own.columnNames());
      const sorted = (rows: object[]) =>
        rows.map((row) => JSON.stringify(row, (_, v) => (typeof v === "bigint" ? String(v) : v))).sort();
      expect([table, sorted(plainRows(read))]).toEqual([table, sorted(plainRows(own))]);
    }
  });
});

/** Of each type that Spark writes: an expression, and what our readers make of it. */
const WRITTEN: readonly (readonly [expression: string, type: string, value: unknown])[] = [
  ["true", "bool", true],
  ["CAST(-128 AS TINYINT)", "int32", -128],
  ["CAST(-32768 AS SMALLINT)", "int32", -32768],
  ["CAST('-2147483648' AS INT)", "int32", -(2 ** 31)],
  ["-9223372036854775807L", "int64", -(2n ** 63n) + 1n],
  ["1.5F", "float64", 1.5],
  ["0.1D", "float64", 0.1],
  ["CAST(12.3 AS DECIMAL(4, 1))", "float64", 12.3],
  ["CAST(-12345678901.2345 AS DECIMAL(18, 4))", "float64", -12345678901.2345],
  ["CAST(-0.5 AS DECIMAL(38, 30))", "float64", -0.5],
  ["'é😀'", "string", "é😀"],
  ["DATE '1600-02-29'", "string", "1600-02-29"],
  ["TIMESTAMP '2024-01-01 00:00:00.5'", "timestamp", new Date("2024-01-01T00:00:00.500Z")],
  ["TIMESTAMP '1899-12-31 23:59:59.999'", "timestamp", new Date("1899-12-31T23:59:59.999Z")],
  ["TIMESTAMP_NTZ '2024-01-01 12:00:00'", "timestamp", new Date("2024-01-01T12:00:00Z")],
  ["array(1, NULL)", "int32[]", [1, null]],
  ["array(array('a'), NULL)", "string[][]", [["a"], null]],
  ["named_struct('x', 1.5D, 'y', array(1L))", "struct<x:float64,y:int64[]>", { x: 1.5, y: [1] }],
  ["array(named_struct('k', 'v'))", "struct<k:string>[]", [{ k: "v" }]],
];

describe("Spark's Parquet files", () => {
  test.each(["zstd", "snappy", "gzip"])(
    "of %s have the same values and types in both of our readers",
    async (codec) => {
      const spark = await openSpark();
      const folder = join(await temporaryFolder(), "out");
      await spark.exec(`SET spark.sql.parquet.compression.codec = ${codec}`);
      const columns = WRITTEN.map(([expression], i) => `IF(i = 1, ${expression}, NULL) AS c${i}`).join(", ");
      await spark.writeTable(`SELECT i, ${columns} FROM VALUES (1), (2) AS t(i) ORDER BY i`, {
        path: folder,
      });
      const [file] = (await readdir(folder)).filter((name) => name.endsWith(".parquet"));
      const path = join(folder, file as string);
      const readers = {
        "in JavaScript": await readParquet(path),
        DuckDB: await sql("SELECT * FROM written", { tables: { written: path } }),
      };
      for (const [engine, table] of Object.entries(readers)) {
        for (const [i, [expression, type, value]] of WRITTEN.entries()) {
          expect([engine, expression, Array.from(table.array(`c${i}`))]).toEqual([
            engine,
            expression,
            [value, null],
          ]);
          expect([engine, expression, typesOf(table)[i + 1]?.[1]]).toEqual([engine, expression, type]);
        }
      }
    },
  );
});
