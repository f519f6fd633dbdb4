import { DuckDBInstance, type DuckDBValue } from "@duckdb/node-api";
import { type ColumnTable, desc, table } from "arquero";
import fc from "fast-check";
import { expect, test } from "vitest";
import { feedTable } from "../../../src/io/duckdb/feed-table.ts";
import { DictColumn } from "../../../src/tables/dict-column.ts";
import { ListColumn } from "../../../src/tables/list-column.ts";
import { makeTable } from "../../../src/tables/make-table.ts";
import { PackedColumn } from "../../../src/tables/packed-column.ts";
import { TypedColumn } from "../../../src/tables/typed-column.ts";
import { plainDuckDbValue } from "../../util/plain-duckdb-value.ts";
import { type PlainRow, plainRows } from "../../util/plain-rows.ts";
import { allTypes } from "../all-types.ts";
import { randomTable } from "../random-table.ts";

let feeds = 0;
const connection = await (await DuckDBInstance.create()).connect();

type Query = (sql: string) => Promise<DuckDBValue[][]>;

async function feed(source: ColumnTable): Promise<Query> {
  const name = `feed_${feeds++}`;
  await feedTable(connection, name, source);
  return async (sql) => (await connection.runAndReadAll(sql.replaceAll("feed()", `${name}()`))).getRows();
}

async function rowsOf(source: ColumnTable): Promise<PlainRow[]> {
  const query = await feed(source);
  const names = source.columnNames();
  return (await query("FROM feed()")).map((row) =>
    Object.fromEntries(row.map((value, i) => [names[i], plainDuckDbValue(value)])),
  );
}

/** Without the columns whose names DuckDB does not have. */
function feedable(source: ColumnTable): ColumnTable {
  const seen = new Set([""]);
  const names = source.columnNames().filter((name) => {
    const key = name.toLowerCase();
    return !name.includes("\0") && !seen.has(key) && seen.add(key);
  });
  return makeTable(names.map((name) => [name, source.column(name) as never]));
}

test("DuckDB gets every type, value for value", async () => {
  const source = feedable(allTypes());
  expect(await rowsOf(source)).toEqual(plainRows(source));
  expect(await rowsOf(feedable(allTypes({ rows: 0 })))).toEqual([]);
});

test("DuckDB sees the declared types", async () => {
  const query = await feed(feedable(allTypes()));
  const types = new Map((await query("DESCRIBE FROM feed()")).map((row) => [row[0], row[1]]));
  expect(Object.fromEntries(types)).toMatchObject({
    bool: "BOOLEAN",
    int32: "INTEGER",
    int64: "BIGINT",
    float64: "DOUBLE",
    string: "VARCHAR",
    timestamp: "TIMESTAMP WITH TIME ZONE",
    "float64[][]": "DOUBLE[][]",
    struct: 'STRUCT(x DOUBLE, "names" VARCHAR[])',
    "struct[]": "STRUCT(x INTEGER, s VARCHAR)[]",
  });
});

test("DuckDB gets any table as it is", async () => {
  await fc.assert(
    fc.asyncProperty(randomTable, async (random) => {
      const source = feedable(random);
      fc.pre(source.numCols() > 0);
      expect(await rowsOf(source)).toEqual(plainRows(source));
    }),
    { numRuns: 100 },
  );
});

test("columns in memory arrive with their gaps, over many chunks", async () => {
  const n = 10_000;
  const some = Uint8Array.from({ length: n }, (_, i) => (i % 7 === 0 || i > 9000 ? 0 : 1));
  const long = Array.from({ length: 300 }, (_, i) => `a text of more than twelve bytes, é ${i}`);
  const offsets = new Uint32Array(n + 1).fill(5);
  for (let i = 0; i < n; i++) offsets[i + 1] = offsets[i]! + ((i * (i + 1)) % 11);
  const items = offsets[n]! + 3;
  const source = table({
    f: new PackedColumn(
      "float64",
      Float64Array.from({ length: n }, (_, i) => Math.sin(i)),
      some,
    ),
    i: new PackedColumn(
      "int32",
      Int32Array.from({ length: n }, (_, i) => -i),
    ),
    b: new PackedColumn("bool", some, some),
    safe: new PackedColumn(
      "int64",
      Float64Array.from({ length: n }, (_, i) => (i - 5000) * 2 ** 39),
      some,
    ),
    wide: new PackedColumn(
      "int64",
      BigInt64Array.from({ length: n }, (_, i) => BigInt(i) * -(2n ** 49n)),
    ),
    t: new PackedColumn(
      "timestamp",
      Float64Array.from({ length: n }, (_, i) => (i - 5000) * 1e12),
      some,
    ),
    few: new DictColumn(
      Uint8Array.from({ length: n }, (_, i) => i % 4),
      ["x", null, "", "a longer text, of 25 bytes"],
    ),
    more: new DictColumn(
      Uint16Array.from({ length: n }, (_, i) => (i * i) % 300),
      long,
    ),
    lists: new ListColumn(
      "float64[]",
      offsets,
      Float64Array.from({ length: items }, (_, i) => Math.cos(i)),
      some,
    ),
    dicts: new ListColumn(
      "string[]",
      offsets,
      new DictColumn(
        Uint16Array.from({ length: items }, (_, i) => i % 301),
        [...long, null],
      ),
    ),
    gaps: new ListColumn(
      "float64[]",
      Uint32Array.from({ length: n + 1 }, (_, i) => i * 3),
      new PackedColumn(
        "float64",
        new Float64Array(3 * n).fill(1),
        Uint8Array.from({ length: 3 * n }, (_, i) => i % 5 && 1),
      ),
    ),
    texts: Array.from({ length: n }, (_, i) => (i % 3 === 0 ? null : "😀".repeat(i % 9))),
  });
  expect(await rowsOf(source)).toEqual(plainRows(source));
  const shown = source.filter((row: { i: number }) => row.i % 2 === 0).orderby(desc("f"));
  expect(await rowsOf(shown)).toEqual(plainRows(shown));
});

test("strings compare and sort as text, whatever their codes", async () => {
  const query = await feed(table({ s: new DictColumn(Uint8Array.of(0, 1, 2), ["b", "a", "c"]) }));
  expect(await query("SELECT max(s), min(s) FROM feed() WHERE s < 'bb'")).toEqual([["b", "a"]]);
});

test("columns that are not asked for are left out, and a table is read any number of times", async () => {
  const query = await feed(table({ a: [1, 2], b: ["x", "y"], c: [true, null] }));
  expect(await query("SELECT count(*) FROM feed()")).toEqual([[2n]]);
  expect(await query("SELECT c, a FROM feed() WHERE b = 'y'")).toEqual([[null, 2]]);
  expect(await query("SELECT l.b FROM feed() l JOIN feed() r ON l.a > r.a")).toEqual([["y"]]);
});

test("what DuckDB cannot hold is refused, with its name", async () => {
  const refused = (columns: Record<string, unknown>) => expect(feed(table(columns as never))).rejects;
  await refused({ a: [1], A: [2] }).toThrow(/name "A": it differs from "a" in case only/);
  await refused({ "": [1] }).toThrow(/name "": it is empty/);
  await refused({ s: [{ "x\0": 1 }] }).toThrow(/name "x\\u0000": it has a zero character/);
  await refused({ a: [1, "x"] }).toThrow(/Cannot type column "a"/);
  await refused({ a: new TypedColumn("float64[]", [[1], [2, "x"]]) }).toThrow(
    /"a": row 1 holds \[object Array\], expected float64\[\]/,
  );
  await refused({ a: new TypedColumn("struct<x:int32>", [{ x: 1 }, { y: 1 }]) }).toThrow(/"a": row 1 holds/);
});
