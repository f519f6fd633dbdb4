import { describe, expect, test } from "vitest";
import { sql } from "../../src/engine/sql.ts";
import type { SqlParams } from "../../src/engine/sql-params.ts";

const ask = (query: string, params?: SqlParams) => sql(query, { tables: {}, params });

describe("parameters of a query", () => {
  test("stand for ?, $1 and $name", async () => {
    expect((await ask("SELECT ? - ? AS x", [5, 3])).get("x")).toBe(2);
    expect((await ask("SELECT $2 - $1 - $1 AS x", [5, 30])).get("x")).toBe(20);
    expect((await ask("SELECT $b - $a AS x", { a: 5, b: 3 })).get("x")).toBe(-2);
    expect((await ask("SELECT $1 + 1 AS x", { 1: 5 })).get("x")).toBe(6);
  });

  test.each([
    ["a number", 0.5, "DOUBLE", 0.5],
    ["a whole number", 5, "INTEGER", 5],
    ["a large whole number", 2 ** 40, "BIGINT", 2 ** 40],
    ["a number beyond safe integers", 1e300, "DOUBLE", 1e300],
    ["no number", Number.NaN, "DOUBLE", Number.NaN],
    ["-0", -0, "DOUBLE", -0],
    ["a bigint", 2n ** 62n, "BIGINT", 2n ** 62n],
    ["a bigint of 128 bits", -(2n ** 100n), "HUGEINT", -(2n ** 100n)],
    ["a string", "it's; --\0é$1", "VARCHAR", "it's; --\0é$1"],
    ["a boolean", false, "BOOLEAN", false],
    [
      "a moment",
      new Date("2024-01-01T00:00:00.123Z"),
      "TIMESTAMP WITH TIME ZONE",
      new Date("2024-01-01T00:00:00.123Z"),
    ],
    ["whole numbers", [1, null, 2 ** 40], "BIGINT[]", [1, null, 2 ** 40]],
    ["numbers", [1, 0.5, 2n], "DOUBLE[]", [1, 0.5, 2]],
    ["strings", ["a", "b"], "VARCHAR[]", ["a", "b"]],
    ["lists", [[1], [], null, [0.5]], "DOUBLE[][]", [[1], [], null, [0.5]]],
    ["a typed array", Float32Array.of(0.5, 1), "DOUBLE[]", [0.5, 1]],
  ])("are %s", async (_, value, type, expected) => {
    const result = await ask("SELECT typeof($x) AS type, $x AS x", { x: value });
    expect(result.get("type")).toBe(type);
    expect(result.get("x")).toStrictEqual(expected);
  });

  test("are null and empty lists", async () => {
    expect((await ask("SELECT $x IS NULL AS x", { x: null })).get("x")).toBe(true);
    expect((await ask("SELECT len($x) AS x", { x: [] })).get("x")).toBe(0);
    expect((await ask("SELECT range FROM range(9) WHERE range IN $x", { x: [3, 5] })).array("range")).toEqual(
      [3, 5],
    );
  });

  test("are lists of any length", async () => {
    const x = Float64Array.from({ length: 300_000 }, (_, i) => i / 2);
    expect((await ask("SELECT len($x) AS x", { x })).get("x")).toBe(300_000);
  });

  test("are values, never a part of the query", async () => {
    const text = "x' OR 1 = 1; DROP TABLE jobs; --";
    expect((await ask("SELECT 1 AS x WHERE 'x' = $text", { text })).numRows()).toBe(0);
  });

  test.each<[string, string, SqlParams | undefined, string]>([
    ["missing", "SELECT $a + $b", { a: 1 }, 'Cannot bind parameter "b": it is missing, the query has $a, $b'],
    [
      "missing by place",
      "SELECT ? + ?",
      [1],
      'Cannot bind parameter "2": it is missing, the query has $1, $2',
    ],
    ["all missing", "SELECT $a", undefined, 'Cannot bind parameter "a": it is missing, the query has $a'],
    [
      "undefined",
      "SELECT $a",
      { a: undefined as never },
      'Cannot bind parameter "a": it is missing, the query has $a',
    ],
    [
      "misspelt",
      "SELECT $area",
      { arae: 1 },
      'Cannot bind parameter "arae" (did you mean "area"?): the query has $area',
    ],
    ["too many", "SELECT 1", [1], 'Cannot bind parameter "1": the query has none'],
    [
      "not counted from 1",
      "SELECT $2",
      [1, 2],
      "those of the query are not numbered from $1 on, $1 is missing",
    ],
    [
      "objects",
      "SELECT $a",
      { a: {} as never },
      'Cannot bind parameter "a": it is [object Object], expected null, a boolean',
    ],
    [
      "functions",
      "SELECT $a",
      { a: (() => 1) as never },
      'Cannot bind parameter "a": it is () => 1, expected',
    ],
    [
      "no dates",
      "SELECT $a",
      { a: new Date(Number.NaN) },
      'Cannot bind parameter "a": it is [object Date], expected',
    ],
    ["beyond 128 bits", "SELECT $a", { a: 2n ** 127n }, 'Cannot bind parameter "a": it is 17014'],
    [
      "mixed lists",
      "SELECT $a",
      { a: [1, "b"] },
      'Cannot bind parameter "a": it is [object Array], expected',
    ],
  ])("may not be %s", async (_, query, params, message) => {
    await expect(ask(query, params)).rejects.toMatchObject({
      name: "TypeError",
      message: expect.stringContaining(message),
    });
  });
});
