import { Table, type Vector } from "apache-arrow";
import { expect, test } from "vitest";
import type { Dialect } from "../../../src/engine/dialect/dialect.ts";
import type { SqlParams } from "../../../src/engine/sql-params.ts";
import { type ColumnLike, columnTypeOf } from "../../../src/tables/column-type-of.ts";
import { makeTable } from "../../../src/tables/make-table.ts";
import type { SuiteParts } from "./engine-suite.ts";

const DAY = new Date("2024-02-29T12:00:00.500Z");

/** Values: how they are written, the type of a table's column, that of Arrow, and what a table has. */
const TYPES: readonly (readonly [string, (d: Dialect) => string[], string, string, unknown[]])[] = [
  ["INT", () => ["2147483647", "-5"], "int32", "Int32", [2147483647, -5]],
  [
    "BIGINT",
    (d) => [d.literal(9007199254740991), d.literal(-4294967297)],
    "int64",
    "Int64",
    [9007199254740991, -4294967297],
  ],
  [
    "BIGINT beyond 53 bits",
    (d) => [d.literal(9007199254740993n), "CAST(1 AS BIGINT)"],
    "int64",
    "Int64",
    [9007199254740993n, 1n],
  ],
  [
    "DOUBLE",
    (d) => [0.1, -0, Number.NaN, Number.NEGATIVE_INFINITY].map((x) => d.literal(x)),
    "float64",
    "Float64",
    [0.1, -0, Number.NaN, Number.NEGATIVE_INFINITY],
  ],
  ["FLOAT", () => ["CAST('1.5' AS FLOAT)"], "float64", "Float32", [1.5]],
  ["DECIMAL", () => ["CAST('-12.34' AS DECIMAL(9, 2))"], "float64", "Decimal[9e+2]", [-12.34]],
  [
    "wide DECIMAL",
    () => ["CAST('-0.1' AS DECIMAL(38, 10))", "CAST('12345678.5' AS DECIMAL(38, 10))"],
    "float64",
    "Decimal[38e+10]",
    [-0.1, 12345678.5],
  ],
  ["BOOLEAN", () => ["true", "false"], "bool", "Bool", [true, false]],
  [
    "text",
    (d) => ["a", "", "é😀 it's \\ a text that is longer\n"].map(d.text),
    "string",
    "Utf8",
    ["a", "", "é😀 it's \\ a text that is longer\n"],
  ],
  ["DATE", () => ["CAST('2024-02-29' AS DATE)"], "string", "Date32<DAY>", ["2024-02-29"]],
  ["TIMESTAMP", (d) => [d.literal(DAY)], "timestamp", "Timestamp<MICROSECOND, UTC>", [DAY]],
  [
    "TIMESTAMP with microseconds",
    (d) => [`CAST('2024-01-01T00:00:00.000001Z' AS ${d.type("timestamp")})`],
    "string",
    "Timestamp<MICROSECOND, UTC>",
    ["2024-01-01T00:00:00.000001Z"],
  ],
  ["list", (d) => [d.list(["1", "NULL"]), d.list(["2"])], "int32[]", "List<Int32>", [[1, null], [2]]],
  [
    "empty list",
    (d) => [`CAST(${d.list([])} AS ${d.type("string[]")})`, d.list(["'a text that is longer'"])],
    "string[]",
    "List<Utf8>",
    [[], ["a text that is longer"]],
  ],
  [
    "list of lists",
    (d) => [d.list([d.literal([1.5, 2.5]), "NULL"])],
    "float64[][]",
    "List<List<Float64>>",
    [[[1.5, 2.5], null]],
  ],
  [
    "structure",
    (d) => [
      d.struct([
        ["x", "1"],
        ["a b", d.list(["'t'"])],
      ]),
      d.struct([
        ["x", "CAST(NULL AS INT)"],
        ["a b", d.list(["'u'"])],
      ]),
    ],
    'struct<x:int32,"a b":string[]>',
    "Struct<{x:Int32, a b:List<Utf8>}>",
    [
      { x: 1, "a b": ["t"] },
      { x: null, "a b": ["u"] },
    ],
  ],
  [
    "map",
    (d) => [
      `map_from_entries(${d.list([
        d.struct([
          ["key", "'k'"],
          ["value", "1"],
        ]),
      ])})`,
    ],
    "string",
    "Map<{key:Utf8, value:Int32}>",
    ['{"k":1}'],
  ],
];

/** A query for values in their order, the last of them missing. */
function valuesQuery(values: readonly string[]): string {
  const rows = [...values, "NULL"].map((value, i) => `SELECT ${i} AS i, ${value} AS x`);
  return `SELECT x FROM (${rows.join(" UNION ALL ")}) AS t`;
}

export function querySuite({ engine }: SuiteParts): void {
  const xOf = async (sql: string, params?: SqlParams): Promise<unknown> =>
    (await engine().query(sql, params).toTable()).get("x");

  test.each(TYPES)("gives %s as a table and as batches, with nulls and without rows", async (...row) => {
    const [, write, type, arrowType, expected] = row;
    const values = write(engine().dialect);
    const query = `${valuesQuery(values)} ORDER BY i`;
    const result = await engine().query(query).toTable();
    const column = result.column("x") as ColumnLike;
    expect(columnTypeOf(column, "x")).toBe(type);
    expect(Array.from(column)).toStrictEqual([...expected, null]);

    const none = await engine()
      .query(`${valuesQuery(values)} WHERE i < 0`)
      .toTable();
    expect(none.columnNames()).toEqual(["x"]);
    expect(none.numRows()).toBe(0);

    for (const [sql, rows] of [
      [query, values.length + 1],
      [`${valuesQuery(values)} WHERE i < 0`, 0],
    ] as const) {
      const batches = [];
      for await (const batch of engine().query(sql)) batches.push(batch);
      const table = new Table(batches);
      expect(table.numRows).toBe(rows);
      expect(String(table.schema.fields.map((field) => [field.name, String(field.type)]))).toBe(
        `x,${arrowType}`,
      );
      if (rows > 0) expect(table.getChildAt(0)?.nullCount).toBe(1);
    }
  });

  test("gives batches as they come, with the values of the table", async () => {
    const few = makeTable([
      ["n", Int32Array.from({ length: 400 }, (_, i) => i)],
      ["t", Array.from({ length: 400 }, (_, i) => (i % 7 === 0 ? null : `text number ${i} of many`))],
    ]);
    await engine().registerDataset({ few });
    const sql = "SELECT a.n * 400 + b.n AS n, b.t AS t FROM few a CROSS JOIN few b";
    const numbers: number[] = [];
    const texts = new Map<number, string | null>();
    let batches = 0;
    for await (const batch of engine().query(sql)) {
      batches++;
      expect(batch.numRows).toBeLessThan(100_000);
      numbers.push(...((batch.getChild("n") as Vector).toArray() as Int32Array));
      const column = batch.getChild("t");
      for (let i = 0; i < batch.numRows; i += 97) {
        texts.set(numbers[numbers.length - batch.numRows + i] as number, column?.get(i) as string | null);
      }
    }
    expect(batches).toBeGreaterThan(1);
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 160_000 }, (_, i) => i));
    expect(texts.size).toBeGreaterThan(1000);
    for (const [n, t] of texts) expect(t).toBe((n % 400) % 7 === 0 ? null : `text number ${n % 400} of many`);
  });

  test("stops when the batches are not read on, and goes on with others", async () => {
    const wide = makeTable([["n", Int32Array.from({ length: 3000 }, (_, i) => i)]]);
    await engine().registerDataset({ wide });
    for await (const batch of engine().query("SELECT a.n FROM wide a CROSS JOIN wide b")) {
      expect(batch.numRows).toBeGreaterThan(0);
      break;
    }
    expect(await xOf("SELECT count(*) AS x FROM wide")).toBe(3000);
  });

  test("gives its rows once", async () => {
    const result = engine().query("SELECT 1 AS x");
    await result.toTable();
    await expect(result.toTable()).rejects.toThrow("Cannot read the result of the query again");
  });

  test("refuses a table of two columns of one name", async () => {
    await expect(engine().query("SELECT 1 AS a, 2 AS a").toTable()).rejects.toThrow(
      /^Cannot give the result of the query as a table: two of its columns are called "a"/,
    );
  });

  test.each<[string, unknown, unknown]>([
    ["null", null, null],
    ["a truth value", true, true],
    ["an integer", 5, 5],
    ["a wide integer", 2 ** 40, 2 ** 40],
    ["a bigint", 9007199254740993n, 9007199254740993n],
    ["a number", -1.5, -1.5],
    ["a text", "it's \\ a -- text", "it's \\ a -- text"],
    ["a moment", DAY, DAY],
    ["a list", [1, 2], [1, 2]],
    ["a typed array", new Float64Array([0.5]), [0.5]],
  ])("takes %s as a parameter, by name and by place", async (_, value, expected) => {
    const { param } = engine().dialect;
    expect(await xOf(`SELECT ${param("v")} AS x`, { v: value } as SqlParams)).toStrictEqual(expected);
    expect(await xOf("SELECT ? AS x", [value] as SqlParams)).toStrictEqual(expected);
  });

  test("says that a parameter is missing", async () => {
    await expect(xOf(`SELECT ${engine().dialect.param("v")} AS x`)).rejects.toThrow(TypeError);
    await expect(xOf(`SELECT ${engine().dialect.param("v")} AS x`, { w: 1 })).rejects.toThrow(TypeError);
  });

  test("finds what exec() made, and tells how it would", async () => {
    await engine().exec("CREATE OR REPLACE TEMPORARY VIEW made AS SELECT 7 AS seven");
    expect(await xOf("SELECT seven AS x FROM made")).toBe(7);
    expect(await engine().explain("SELECT seven FROM made WHERE seven > ?", [3])).toMatch(/seven|7/);
  });
}
