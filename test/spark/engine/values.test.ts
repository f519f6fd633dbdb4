import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SparkEngine } from "../../../src/engine/spark/spark-engine.ts";
import type { SqlValue } from "../../../src/engine/sql-params.ts";
import { type ColumnLike, columnTypeOf } from "../../../src/tables/column-type-of.ts";
import { DictColumn } from "../../../src/tables/dict-column.ts";
import { sparkAddress } from "../shared-cluster.ts";

let engine: SparkEngine;

beforeAll(async () => {
  engine = await SparkEngine.open(sparkAddress());
});

afterAll(() => engine.close());

/** Of each type: an expression, the type of the result's column, and its value. */
const VALUES: readonly (readonly [expression: string, type: string, value: unknown])[] = [
  ["true", "bool", true],
  ["CAST(-128 AS TINYINT)", "int32", -128],
  ["CAST(-32768 AS SMALLINT)", "int32", -32768],
  ["CAST('-2147483648' AS INT)", "int32", -(2 ** 31)],
  ["9007199254740991L", "int64", Number.MAX_SAFE_INTEGER],
  ["-9007199254740992L", "int64", -9007199254740992n],
  ["9223372036854775807L", "int64", 2n ** 63n - 1n],
  ["1.5F", "float64", 1.5],
  ["0.1D", "float64", 0.1],
  ["CAST('NaN' AS DOUBLE)", "float64", Number.NaN],
  ["CAST('-0' AS DOUBLE)", "float64", -0],
  ["CAST(12.3 AS DECIMAL(4, 1))", "float64", 12.3],
  ["CAST(-1234.5678 AS DECIMAL(9, 4))", "float64", -1234.5678],
  ["CAST(12345678901.2345 AS DECIMAL(18, 6))", "float64", 12345678901.2345],
  ["CAST(-0.1 AS DECIMAL(38, 30))", "float64", -0.1],
  [
    "CAST('12345678901234567890123456789012345678' AS DECIMAL(38, 0))",
    "float64",
    Number("12345678901234567890123456789012345678"),
  ],
  ["'é😀\ufeffa longer text'", "string", "é😀\ufeffa longer text"],
  ["''", "string", ""],
  ["X'00FF'", "string", "00ff"],
  ["DATE '2024-02-29'", "string", "2024-02-29"],
  ["DATE '0001-01-01'", "string", "0001-01-01"],
  ["TIMESTAMP '2024-01-01 00:00:00.5+02:00'", "timestamp", new Date("2023-12-31T22:00:00.500Z")],
  ["TIMESTAMP '1969-12-31 23:59:59.999'", "timestamp", new Date("1969-12-31T23:59:59.999Z")],
  ["TIMESTAMP '1960-01-01 00:00:00.000001'", "string", "1960-01-01T00:00:00.000001Z"],
  ["TIMESTAMP_NTZ '2024-01-01 12:00:00'", "timestamp", new Date("2024-01-01T12:00:00Z")],
  ["INTERVAL '1-2' YEAR TO MONTH", "string", "1 year 2 months"],
  ["INTERVAL '1 02:03:04.5' DAY TO SECOND", "string", "1 day 02:03:04.5"],
  ["INTERVAL '-0 00:00:01' DAY TO SECOND", "string", "-00:00:01"],
  ["make_interval(1, 2, 3, 4, 5, 6, 7.5)", "string", "1 year 2 months 25 days 05:06:07.5"],
  ["map('a', 1, '__proto__', 2)", "string", '{"a":1,"__proto__":2}'],
  ["map(1, TIMESTAMP '2024-01-01', 2, NULL)", "string", '{"1":"2024-01-01T00:00:00.000Z","2":null}'],
  ["array(1, NULL)", "int32[]", [1, null]],
  ["array('a', 'a text that is longer')", "string[]", ["a", "a text that is longer"]],
  ["array(array(1.5D), NULL, array())", "float64[][]", [[1.5], null, []]],
  ["array(array(array(1), NULL))", "string", "[[[1],null]]"],
  [
    "named_struct('x', 1.5D, 'a b', array('t'), 'z', CAST(NULL AS DATE), 'b', X'ff')",
    'struct<x:float64,"a b":string[],z:string,b:string>',
    { x: 1.5, "a b": ["t"], z: null, b: "ff" },
  ],
  [
    "array(named_struct('t', TIMESTAMP '2024-01-01', 'm', map('k', CAST(1.5 AS DECIMAL(3, 1)))), NULL)",
    "struct<t:timestamp,m:string>[]",
    [{ t: new Date("2024-01-01"), m: '{"k":1.5}' }, null],
  ],
];

describe("results", () => {
  test("have every type of Spark's, values and missing values, also without a row", async () => {
    const columns = VALUES.map(([expression], i) => `${expression} AS c${i}`).join(", ");
    const rows = `SELECT i, ${VALUES.map(([expression], i) => `IF(i = 1, ${expression}, NULL) AS c${i}`).join(", ")} FROM VALUES (1), (2) AS t(i)`;
    const whole = await engine.query(`SELECT ${columns}`).toTable();
    const gaps = await engine.query(`${rows} ORDER BY i`).toTable();
    const none = await engine.query(`SELECT * FROM (${rows}) WHERE i > 2`).toTable();
    for (const [i, [expression, type, value]] of VALUES.entries()) {
      const name = `c${i}`;
      for (const [table, values] of [
        [whole, [value]],
        [gaps, [value, null]],
      ] as const) {
        const column = table.column(name) as ColumnLike;
        expect([expression, columnTypeOf(column, name)]).toEqual([expression, type]);
        expect([expression, Array.from(column)]).toStrictEqual([expression, values]);
      }
      expect(none.array(name)).toEqual([]);
      const isMoment = expression.startsWith("TIMESTAMP");
      if (!isMoment)
        expect([expression, columnTypeOf(none.column(name) as ColumnLike, name)]).toEqual([expression, type]);
    }
  });

  test("come in batches as they are asked for, once", async () => {
    const result = engine.query("SELECT id FROM range(0, 100000, 1, 4)");
    let rows = 0;
    for await (const batch of result) {
      expect(batch.schema.fields.map(({ name }) => name)).toEqual(["id"]);
      expect(batch.getChild("id")?.get(0)).toBe(BigInt(rows));
      rows += batch.numRows;
    }
    expect(rows).toBe(100_000);
    await expect(result.toTable()).rejects.toThrow("Cannot read the result of the query again");
  });

  test("have few texts as a dictionary, many as they are, of all batches one after the other", async () => {
    const texts =
      "SELECT id, IF(id % 7 > 0, concat(element_at(array('n', 'é'), CAST(id % 2 AS INT) + 1), id % COUNT), NULL) AS t FROM range(0, 50000, 1, 3) ORDER BY id";
    for (const [count, isDictionary] of [
      [100, true],
      [50_000, false],
    ] as const) {
      const result = await engine.query(texts.replace("COUNT", String(count))).toTable();
      const expected = Array.from({ length: 50_000 }, (_, id) =>
        id % 7 > 0 ? `${["n", "é"][id % 2]}${id % count}` : null,
      );
      expect(Array.from(result.array("t"))).toEqual(expected);
      expect(result.column("t") instanceof DictColumn).toBe(isDictionary);
    }
  });

  test("with two columns of one name are refused as those of sql are", async () => {
    await expect(engine.query("SELECT 1 AS a, 2 AS a").toTable()).rejects.toThrow(
      new TypeError(
        'Cannot give the result of the query as a table: two of its columns are called "a"; name them apart with AS, or join with USING (…)',
      ),
    );
  });
});

describe("parameters", () => {
  const PARAMS: readonly (readonly [value: SqlValue, type: string, expected: unknown])[] = [
    [null, "void", null],
    [true, "boolean", true],
    [5, "int", 5],
    [-(2 ** 31), "int", -(2 ** 31)],
    [2 ** 31, "bigint", 2 ** 31],
    [Number.MAX_SAFE_INTEGER, "bigint", Number.MAX_SAFE_INTEGER],
    [0.1, "double", 0.1],
    [-0, "double", -0],
    [Number.NaN, "double", Number.NaN],
    [1e300, "double", 1e300],
    [1n, "bigint", 1],
    [-(2n ** 63n), "bigint", -(2n ** 63n)],
    ['it\'s \\ "é😀" -- :a ?\n', "string", 'it\'s \\ "é😀" -- :a ?\n'],
    [new Date("2024-01-01T00:00:00.001Z"), "timestamp", new Date("2024-01-01T00:00:00.001Z")],
    [new Date(-1), "timestamp", new Date(-1)],
    [[1, null, 2 ** 40], "array<bigint>", [1, null, 2 ** 40]],
    [[1, 0.5], "array<double>", [1, 0.5]],
    [["a", null], "array<string>", ["a", null]],
    [[[1], null, []], "array<array<int>>", [[1], null, []]],
    [[2n ** 64n, 1], "array<decimal(20,0)>", [2 ** 64, 1]],
    [Float64Array.of(0.5, 1), "array<double>", [0.5, 1]],
    [BigInt64Array.of(1n, 2n ** 62n), "array<bigint>", [1n, 2n ** 62n]],
    [[], "array<void>", []],
    [[new Date(0)], "array<timestamp>", [new Date(0)]],
  ];

  test("have the types that DuckDB gives them, by name and by place", async () => {
    const named = Object.fromEntries(PARAMS.map(([value], i) => [`p${i}`, value]));
    const columns = PARAMS.map((_, i) => `:p${i} AS v${i}, typeof(:p${i}) AS t${i}`);
    const table = await engine.query(`SELECT ${columns.join(", ")}`, named).toTable();
    const places = PARAMS.map((_, i) => `? AS v${i}`).join(", ");
    const placed = await engine
      .query(
        `SELECT ${places}`,
        PARAMS.map(([value]) => value),
      )
      .toTable();
    for (const [i, [, type, expected]] of PARAMS.entries()) {
      expect([i, table.get(`t${i}`, 0)]).toEqual([i, type]);
      expect([i, table.get(`v${i}`, 0)]).toStrictEqual([i, expected]);
      expect([i, placed.get(`v${i}`, 0)]).toStrictEqual([i, expected]);
    }
    const wide = await engine
      .query("SELECT :n = 18446744073709551616 AS same, :n AS n", { n: 2n ** 64n })
      .toTable();
    expect(wide.object(0)).toEqual({ same: true, n: 2 ** 64 });
  });

  test.each<[string, string, unknown, string]>([
    ["missing by name", "SELECT :a", undefined, "Cannot bind the parameters: "],
    ["missing by place", "SELECT ?, ?", [1], "Cannot bind the parameters: "],
    [
      "not the query's",
      "SELECT :height",
      { heigth: 1 },
      'Cannot bind parameter "heigth" (did you mean "height"?): the query has :height',
    ],
    ["too many", "SELECT ?", [1, 2], 'Cannot bind parameter "2": the query has 1'],
    ["of no type", "SELECT :a", { a: {} }, 'Cannot bind parameter "a": it is [object Object], expected null'],
    [
      "no valid date",
      "SELECT :a",
      { a: new Date(Number.NaN) },
      'Cannot bind parameter "a": it is [object Date]',
    ],
    ["of several types", "SELECT :a", { a: [1, "a"] }, 'Cannot bind parameter "a": it is [object Array]'],
    ["too large", "SELECT :a", { a: 10n ** 38n }, `Cannot bind parameter "a": it is ${10n ** 38n}`],
    ["undefined", "SELECT :a", { a: undefined }, 'Cannot bind parameter "a": it is undefined'],
  ])("that are %s are a TypeError", async (_, query, params, message) => {
    const asked = (async () => engine.query(query, params as never).toTable())();
    await expect(asked).rejects.toThrow(TypeError);
    await expect(asked).rejects.toThrow(message);
  });
});
