import { mkdir, readdir, writeFile } from "node:fs/promises";
import { DuckDBArrayValue, DuckDBInstance, DuckDBListValue, DuckDBStructValue } from "@duckdb/node-api";
import { Table, Vector } from "apache-arrow";
import { describe, expect, onTestFinished, test } from "vitest";
import { DuckDbEngine } from "../../src/engine/duckdb/duckdb-engine.ts";
import type { DuckDbOptions } from "../../src/engine/duckdb/duckdb-options.ts";
import { temporaryFolder } from "../util/temporary-folder.ts";
import { writeParquet } from "./write-parquet.ts";

async function openEngine(options?: DuckDbOptions): Promise<DuckDbEngine> {
  const engine = await DuckDbEngine.open(options);
  onTestFinished(() => engine.close());
  return engine;
}

async function batchesOf(engine: DuckDbEngine, sql: string): Promise<Table> {
  const batches = [];
  for await (const batch of engine.query(sql)) batches.push(batch);
  return new Table(batches);
}

/** A value of Arrow or of DuckDB as JavaScript has it. */
function plain(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  if (value instanceof DuckDBListValue || value instanceof DuckDBArrayValue) return value.items.map(plain);
  if (value instanceof DuckDBStructValue) return plain(value.entries);
  if (value instanceof Vector) return Array.from(value, plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, plain(field)]));
}

describe("batches of DuckDB", () => {
  test("hold what DuckDB's own package gives, after filters and orders, and in nested lists", async () => {
    const query = `
      SELECT range AS i, range % 3 = 0 AS b, CASE WHEN range % 5 > 0 THEN range / 7 END AS f,
        CASE WHEN range % 4 > 0 THEN 'text number ' || range % 1000 END AS t,
        CASE WHEN range % 6 > 0 THEN list_transform(range(range % 4), x -> 'item ' || x || ' of a list') END AS l,
        CASE WHEN range % 7 > 0 THEN [[range::INT, NULL], [], NULL] END AS ll,
        CASE WHEN range % 8 > 0 THEN {'a': range % 2, 'b': [{'c': range::DOUBLE}]} END AS s,
        [range::INT, 1]::INT[2] AS fixed
      FROM range(100000) WHERE range % 11 <> 3 ORDER BY hash(range)`;
    const database = await DuckDBInstance.create(":memory:");
    const result = await (await database.connect()).run(query);
    const expected = await result.getColumns();
    const table = await batchesOf(await openEngine(), query);
    expect(table.schema.fields.map(({ name }) => name)).toEqual(result.columnNames());
    expect(table.numRows).toBe(result.rowCount);
    expect(table.batches.length).toBe(2);
    for (const [index, values] of expected.entries()) {
      const column = table.getChildAt(index);
      expect(column?.nullCount).toBe(values.filter((value) => value === null).length);
      for (let row = 0; row < values.length; row += 17) {
        expect(plain(column?.get(row))).toEqual(plain(values[row]));
      }
    }
  });

  test.each([
    ["TINYINT", "Int8", "(-5)::TINYINT", -5],
    ["USMALLINT", "Uint16", "65535::USMALLINT", 65535],
    ["UBIGINT", "Uint64", "18446744073709551615::UBIGINT", 18446744073709551615n],
    [
      "BLOB",
      "Binary",
      "'\\x00\\xFF and more than twelve'::BLOB",
      new Uint8Array([0, 255, ...Buffer.from(" and more than twelve")]),
    ],
    ["UUID", "Utf8", "'12345678-1234-1234-1234-123456789012'::UUID", "12345678-1234-1234-1234-123456789012"],
    ["TIME", "Utf8", "TIME '12:34:56.5'", "12:34:56.5"],
    ["INTERVAL", "Utf8", "INTERVAL '1 year 2 days'", "1 year 2 days"],
    ["ENUM", "Utf8", "'b'::ENUM('a', 'b')", "b"],
    ["JSON", "Utf8", `'{"a": 1}'::JSON`, '{"a": 1}'],
    ["HUGEINT", "Decimal[38e0]", "(-(2::HUGEINT ** 70::INT))::HUGEINT", null],
    ["TIMESTAMP", "Timestamp<MICROSECOND>", "TIMESTAMP '1970-01-01 00:00:01'", 1000],
    ["TIMESTAMP_NS", "Timestamp<NANOSECOND>", "'1970-01-01 00:00:01'::TIMESTAMP_NS", 1000],
  ])("have %s", async (_, type, sql, value) => {
    const table = await batchesOf(await openEngine(), `SELECT ${sql} AS x UNION ALL SELECT NULL`);
    const column = table.getChildAt(0);
    expect(String(column?.type)).toBe(type);
    if (value !== null) expect(column?.get(0)).toEqual(value);
    expect(column?.get(1)).toBe(null);
  });

  test("come before the query is at its end, and no more than are asked for", async () => {
    const engine = await openEngine({ memoryLimit: 200e6 });
    let rows = 0;
    for await (const batch of engine.query("SELECT a.range FROM range(10000000) a, range(10000000) b")) {
      rows += batch.numRows;
      if (rows > 1e6) break;
    }
    expect(rows).toBeLessThan(1.2e6);
    await engine.close();
  });
});

describe("statements", () => {
  test("may be any, one at a time", async () => {
    const folder = await temporaryFolder();
    const engine = await openEngine();
    await engine.exec("CREATE TABLE t AS SELECT range AS n FROM range($most)", { most: 4 });
    await engine.exec("INSERT INTO t VALUES (?)", [9]);
    await engine.exec("SET threads = 1");
    await engine.exec(`COPY t TO '${folder}/t.csv'`);
    const result = await engine.query(`FROM '${folder}/t.csv'`).toTable();
    expect(result.array("n")).toEqual([0, 1, 2, 3, 9]);
    const described = await engine.query("DESCRIBE t").toTable();
    expect(described.get("column_type")).toBe("BIGINT");
    await expect(engine.exec("DROP TABLE t; SELECT 1")).rejects.toThrow(
      "Cannot run the query: it holds 2 statements, expected one",
    );
    expect((await engine.query("SELECT count(*) AS n FROM t").toTable()).get("n")).toBe(5);
  });

  test("reach no files without external access", async () => {
    const engine = await openEngine({ externalAccess: false });
    await expect(engine.exec("COPY (SELECT 1) TO '/tmp/never.csv'")).rejects.toThrow(/disabled/);
  });
});

describe("sources and folders of DuckDB", () => {
  test("read the numbers that Python writes and JSON does not have", async () => {
    const file = `${await temporaryFolder()}/python.json`;
    await writeFile(file, '{"x": [NaN, Infinity, -Infinity, 1]}');
    const engine = await openEngine();
    await engine.registerDataset({ t: { format: "json", files: [file], columns: [["x", "float64[]"]] } });
    const { x, broken } = (await engine.query("FROM t").toTable()).object() as {
      x: number[];
      broken: boolean;
    };
    expect(broken).toBe(false);
    expect(x).toEqual([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1]);
  });

  test("take no folder above the given one for a partition", async () => {
    const scene = `${await temporaryFolder()}/scene=GYM_1`;
    await mkdir(`${scene}/job=7`, { recursive: true });
    await writeParquet("SELECT 5 AS n", `${scene}/job=7/x.parquet`);
    const engine = await openEngine();
    await engine.registerDataset({ jobs: scene, one: `${scene}/job=7`, file: `${scene}/job=7/x.parquet` });
    expect((await engine.query("FROM jobs").toTable()).objects()).toEqual([{ n: 5, job: "7" }]);
    for (const name of ["one", "file"]) {
      expect((await engine.query(`FROM ${name}`).toTable()).objects()).toEqual([{ n: 5 }]);
    }
  });

  test("leave no file of what failed, not even a hidden one", async () => {
    const folder = await temporaryFolder();
    const engine = await openEngine();
    const failing =
      "SELECT CASE WHEN range > 99999 THEN error('late') ELSE 1 END AS x, 'k' AS k FROM range(100001)";
    for (const mode of ["error", "overwrite", "append"] as const) {
      for (const partitionBy of [[], ["k"]]) {
        await expect(
          engine.writeTable(failing, { path: `${folder}/a/b`, mode, partitionBy }),
        ).rejects.toMatchObject({ name: "QueryError" });
      }
    }
    const empty = "SELECT 1 AS x, '' AS k";
    await expect(engine.writeTable(empty, { path: `${folder}/a/b`, partitionBy: ["k"] })).rejects.toThrow(
      RangeError,
    );
    expect(await readdir(`${folder}/a`)).toEqual([]);
  });

  test("say which mode would write where something is", async () => {
    const path = await temporaryFolder();
    const engine = await openEngine();
    await expect(engine.writeTable("SELECT 1 AS x", { path })).rejects.toMatchObject({
      name: "FileExistsError",
      message: `Cannot write "${path}": it exists, choose another path, or another mode: overwrite, append or ignore`,
    });
  });
});
