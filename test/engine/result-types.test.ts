import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, test } from "vitest";
import { sql } from "../../src/engine/sql.ts";
import { type ColumnLike, columnTypeOf } from "../../src/tables/column-type-of.ts";
import { DictColumn } from "../../src/tables/dict-column.ts";

/** The column of a query's result: its type and its values. */
async function columnOf(query: string): Promise<[type: string, values: unknown[]]> {
  const result = await sql(query, { tables: {} });
  const column = result.columnAt(0) as ColumnLike;
  expect(column.length).toBe(result.numRows());
  return [columnTypeOf(column, "first"), Array.from(column)];
}

/** A query for a column of values, the last of them missing. */
function valuesQuery(...values: string[]): string {
  return `SELECT x FROM (VALUES ${[...values, "NULL"].map((value, i) => `(${i}, ${value})`).join(", ")}) t(i, x) ORDER BY i`;
}

describe("the result of a query", () => {
  test.each<[string, string[], string, unknown[]]>([
    ["BOOLEAN", ["true", "false"], "bool", [true, false]],
    ["TINYINT", ["(-128)::TINYINT"], "int32", [-128]],
    ["SMALLINT", ["(-32768)::SMALLINT"], "int32", [-32768]],
    ["UTINYINT", ["255::UTINYINT"], "int32", [255]],
    ["USMALLINT", ["65535::USMALLINT"], "int32", [65535]],
    ["INTEGER", ["(-2147483648)::INTEGER", "2147483647"], "int32", [-(2 ** 31), 2 ** 31 - 1]],
    ["UINTEGER", ["4294967295::UINTEGER"], "int64", [2 ** 32 - 1]],
    [
      "BIGINT within 53 bits",
      ["9007199254740991::BIGINT", "(-9007199254740991)::BIGINT", "(-4294967297)::BIGINT"],
      "int64",
      [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, -4294967297],
    ],
    ["BIGINT beyond", ["9007199254740992::BIGINT", "1::BIGINT"], "int64", [9007199254740992n, 1n]],
    ["BIGINT below", ["(-9007199254740992)::BIGINT", "1::BIGINT"], "int64", [-9007199254740992n, 1n]],
    ["UBIGINT", ["5::UBIGINT"], "int64", [5]],
    ["UBIGINT beyond", ["18446744073709551615::UBIGINT", "1"], "int64", [2n ** 64n - 1n, 1n]],
    ["HUGEINT", ["5::HUGEINT", "(-5)::HUGEINT"], "int64", [5, -5]],
    ["HUGEINT of 64 bits", ["(-9223372036854775808)::HUGEINT"], "int64", [-(2n ** 63n)]],
    ["HUGEINT beyond", ["9223372036854775808::HUGEINT", "(-1)"], "int64", [2n ** 63n, -1n]],
    ["UHUGEINT", ["5::UHUGEINT"], "int64", [5]],
    ["UHUGEINT beyond", ["340282366920938463463374607431768211455::UHUGEINT"], "int64", [2n ** 128n - 1n]],
    ["FLOAT", ["1.5::FLOAT", "'NaN'::FLOAT"], "float64", [1.5, Number.NaN]],
    [
      "DOUBLE",
      ["0.1::DOUBLE", "'-0'::DOUBLE", "'Infinity'::DOUBLE", "'NaN'::DOUBLE"],
      "float64",
      [0.1, -0, Number.POSITIVE_INFINITY, Number.NaN],
    ],
    ["DECIMAL of 16 bits", ["12.3::DECIMAL(4, 1)", "(-0.1)"], "float64", [12.3, -0.1]],
    ["DECIMAL of 32 bits", ["1234.5678::DECIMAL(9, 4)"], "float64", [1234.5678]],
    ["DECIMAL of 64 bits", ["12345678901.2345::DECIMAL(18, 6)"], "float64", [12345678901.2345]],
    ["DECIMAL of 128 bits", ["(-0.1)::DECIMAL(38, 30)", "1.5"], "float64", [-0.1, 1.5]],
    ["VARCHAR", ["'a'", "''", "'é😀\ufeffa longer text'"], "string", ["a", "", "é😀\ufeffa longer text"]],
    ["ENUM", ["'b'::ENUM('a', 'b')", "'a'"], "string", ["b", "a"]],
    ["DATE", ["DATE '2024-02-29'", "DATE '0001-01-01'"], "string", ["2024-02-29", "0001-01-01"]],
    ["DATE without end", ["'infinity'::DATE", "'-infinity'"], "string", ["infinity", "-infinity"]],
    [
      "TIMESTAMP",
      ["TIMESTAMP '2024-01-01 00:00:00.5'", "TIMESTAMP '1969-12-31 23:59:59.999'", "TIMESTAMP '9999-12-31'"],
      "timestamp",
      ["2024-01-01T00:00:00.500Z", "1969-12-31T23:59:59.999Z", "9999-12-31T00:00:00Z"].map(
        (t) => new Date(t),
      ),
    ],
    [
      "TIMESTAMPTZ",
      ["TIMESTAMPTZ '2024-01-01 00:00:00+02'"],
      "timestamp",
      [new Date("2023-12-31T22:00:00Z")],
    ],
    ["TIMESTAMP_S", ["'1960-01-01'::TIMESTAMP_S"], "timestamp", [new Date("1960-01-01")]],
    [
      "TIMESTAMP_MS",
      ["'2024-01-01 00:00:00.001'::TIMESTAMP_MS"],
      "timestamp",
      [new Date("2024-01-01T00:00:00.001Z")],
    ],
    [
      "TIMESTAMP_NS",
      ["'1960-01-01 00:00:00.001'::TIMESTAMP_NS"],
      "timestamp",
      [new Date("1960-01-01T00:00:00.001Z")],
    ],
    [
      "TIMESTAMP with microseconds",
      ["TIMESTAMP '1960-01-01 00:00:00.000001'", "TIMESTAMP '2024-01-01'"],
      "string",
      ["1960-01-01T00:00:00.000001Z", "2024-01-01T00:00:00.000Z"],
    ],
    [
      "TIMESTAMP_NS with nanoseconds",
      ["'2024-01-01 00:00:00.000000001'::TIMESTAMP_NS"],
      "string",
      ["2024-01-01T00:00:00.000000001Z"],
    ],
    ["TIMESTAMP without end", ["'-infinity'::TIMESTAMP"], "string", ["-infinity"]],
    ["TIME", ["TIME '12:34:56.5'"], "string", ["12:34:56.5"]],
    ["INTERVAL", ["INTERVAL '1 year 2 days'"], "string", ["1 year 2 days"]],
    [
      "UUID",
      ["'12345678-1234-1234-1234-123456789012'::UUID"],
      "string",
      ["12345678-1234-1234-1234-123456789012"],
    ],
    ["BLOB", ["'\\x00\\xFF'::BLOB"], "string", ["00ff"]],
    ["BIT", ["'0101'::BIT"], "string", ["0101"]],
    ["JSON", ["'{\"a\": 1}'::JSON"], "string", ['{"a": 1}']],
    ["MAP", ["MAP {'a': 1, '__proto__': 2}", "MAP {}"], "string", ['{"a":1,"__proto__":2}', "{}"]],
    ["LIST", ["[1, NULL]", "[]"], "int32[]", [[1, null], []]],
    ["LIST of texts", ["['a', 'a text that is longer']"], "string[]", [["a", "a text that is longer"]]],
    ["LIST of safe integers", ["[9007199254740991]"], "int64[]", [[Number.MAX_SAFE_INTEGER]]],
    ["LIST of LISTs", ["[[1.5::DOUBLE], NULL, []]"], "float64[][]", [[[1.5], null, []]]],
    ["LIST of LISTs of LISTs", ["[[[1], NULL]]"], "string", ["[[[1],null]]"]],
    ["ARRAY", ["[1.5, 2]::DOUBLE[2]"], "float64[]", [[1.5, 2]]],
    [
      "STRUCT",
      ["{'x': 1.5::DOUBLE, 'a b': ['t'], 'z': NULL::DATE}"],
      'struct<x:float64,"a b":string[],z:string>',
      [{ x: 1.5, "a b": ["t"], z: null }],
    ],
    ["STRUCT without names", ["row(1, 'b')"], 'struct<"1":int32,"2":string>', [{ 1: 1, 2: "b" }]],
    [
      "LIST of STRUCTs",
      ["[{'t': TIMESTAMP '2024-01-01'}, NULL]"],
      "struct<t:timestamp>[]",
      [[{ t: new Date("2024-01-01") }, null]],
    ],
  ])("has %s", async (_, values, type, expected) => {
    const [foundType, found] = await columnOf(valuesQuery(...values));
    expect(foundType).toBe(type);
    expect(found).toStrictEqual([...expected, null]);
    // Without a missing value, and without a row, the type is the same.
    const whole = await columnOf(`${valuesQuery(...values)} LIMIT ${values.length}`);
    expect(whole).toStrictEqual([type, expected]);
    const [emptyType, none] = await columnOf(`SELECT * FROM (${valuesQuery(...values)}) LIMIT 0`);
    expect(none).toEqual([]);
    if (!/beyond|below|of 64 bits|seconds|without end/.test(_)) expect(emptyType).toBe(type);
  });

  test("has fields of any name", async () => {
    const [type, [value]] = await columnOf("SELECT {'__proto__': 1, 'a:b>': 2} AS s");
    expect(type).toBe('struct<__proto__:int32,"a:b>":int32>');
    expect(Object.entries(value as object)).toEqual([
      ["__proto__", 1],
      ["a:b>", 2],
    ]);
  });

  test("has few texts as a dictionary, many as they are, of any length, missing ones among them", async () => {
    const texts = (count: number) =>
      `SELECT CASE WHEN range % 7 > 0 THEN ['n', 'é', 'a text of ', 'a text that is longer '][range % 4 + 1] || (range * 7919) % ${count} END AS t FROM range(200000)`;
    for (const [count, isDictionary] of [
      [100, true],
      [200_000, false],
    ] as const) {
      const { columns } = await rowsOf(texts(count));
      const result = await sql(texts(count), { tables: {} });
      expect(Array.from(result.array("t"))).toEqual(columns[0]);
      expect(result.column("t") instanceof DictColumn).toBe(isDictionary);
    }
  });

  test("is what DuckDB's own package gives, over many pieces and after filters, orders and slices", async () => {
    const query = `
      SELECT range AS i, range % 3 = 0 AS b, CASE WHEN range % 5 > 0 THEN range / 7 END AS f,
        CASE WHEN range % 4 > 0 THEN 'text number ' || range % 1000 END AS t,
        CASE WHEN range % 6 > 0 THEN list_transform(range(range % 4), x -> 'item ' || x || ' of a list') END AS l,
        {'a': range % 2, 'b': [range]} AS s
      FROM range(30000) WHERE range % 11 <> 3 ORDER BY hash(range)`;
    const { names, columns } = await rowsOf(query);
    const result = await sql(query, { tables: {} });
    expect(result.columnNames()).toEqual(names);
    for (const [index, values] of columns.entries()) {
      expect(Array.from(result.columnAt(index) as ColumnLike)).toEqual(values);
    }
  });
});

/** What DuckDB's own package makes of a result, with safe integers as numbers. */
async function rowsOf(query: string) {
  const database = await DuckDBInstance.create(":memory:");
  const connection = await database.connect();
  const result = await connection.run(query);
  const columns = await result.getColumnsJS();
  return { names: result.columnNames(), columns: columns.map((column) => column.map(numbers)) };
}

function numbers(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(numbers);
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, numbers(field)]));
}
