import { beforeAll, expect, test } from "vitest";
import type { Dialect } from "../../../src/engine/dialect/dialect.ts";
import { QueryError } from "../../../src/engine/query-error.ts";
import type { SqlValue } from "../../../src/engine/sql-params.ts";
import { makeTable } from "../../../src/tables/make-table.ts";
import { TypedColumn } from "../../../src/tables/typed-column.ts";
import type { SuiteParts } from "./engine-suite.ts";

const LISTS = [[3, 1, 2], [], null, [null, 5]];
const ROWS = makeTable([
  ["id", new TypedColumn("int32", [0, 1, 2, 3])],
  ["l", new TypedColumn("int32[]", LISTS)],
  ["t", new TypedColumn("string", ["a", "it's", null, "é"])],
  ["moment", new TypedColumn("timestamp", [new Date(0), new Date(1_700_000_000_123), null, new Date(-1)])],
]);

/** Expressions over the rows, and what they are for each. */
const EXPRESSIONS: readonly (readonly [string, (d: Dialect) => string, unknown[]])[] = [
  ["length", (d) => d.length("l"), [3, 0, null, 2]],
  ["item, the first", (d) => d.item("l", "1"), [3, null, null, null]],
  ["item, beyond some", (d) => d.item("l", "2"), [1, null, null, 5]],
  ["item, at a place that is worked out", (d) => d.item("l", "id + 1"), [3, null, null, null]],
  ["map", (d) => d.map("l", "each", "each * 2"), [[6, 2, 4], [], null, [null, 10]]],
  ["map, with a column", (d) => d.map("l", "each", "each + id"), [[3, 1, 2], [], null, [null, 8]]],
  ["filter", (d) => d.filter("l", "each", "each > 1"), [[3, 2], [], null, [5]]],
  ["any", (d) => d.any("l", "each", "each > 2"), [true, false, false, true]],
  ["find", (d) => d.find("l", "2"), [3, 0, 0, 0]],
  [
    "distinct, of the items that are there",
    (d) => d.length(d.distinct(d.concat(["l", d.list(["1", "7"])]))),
    [4, 2, null, 3],
  ],
  [
    "listSum",
    (d) => d.listSum(d.map(d.filter("l", "each", "each IS NOT NULL"), "each", "CAST(each AS DOUBLE)")),
    [6, 0, null, 5],
  ],
  ["flatten", (d) => d.flatten(d.list(["l", d.list(["id"])])), [[3, 1, 2, 0], [1], [2], [null, 5, 3]]],
  ["matches", (d) => d.matches("t", "^it'|\\d|é$"), [false, true, null, true]],
  ["split", (d) => d.split("t", d.text("'")), [["a"], ["it", "s"], null, ["é"]]],
  [
    "split, at what a pattern has",
    (d) => d.split(d.text("a.b.c"), d.text(".")),
    LISTS.map(() => ["a", "b", "c"]),
  ],
  [
    "fromJson",
    (d) => d.fromJson(`CASE id WHEN 0 THEN '{"x": [1, null]}' WHEN 1 THEN '{}' END`, "struct<x:float64[]>"),
    [{ x: [1, null] }, { x: null }, null, null],
  ],
  [
    "valueOf",
    (d) =>
      d.valueOf(
        `map_from_entries(${d.list([
          d.struct([
            ["key", "'k'"],
            ["value", "id"],
          ]),
        ])})`,
        "CASE WHEN id < 3 THEN 'k' ELSE 'none' END",
      ),
    [0, 1, 2, null],
  ],
  ["identifier", (d) => d.identifier("id"), [0, 1, 2, 3]],
  ["concat", (d) => d.concat(["l", d.list(["id"])]), [[3, 1, 2, 0], [1], null, [null, 5, 3]]],
  [
    "concat of three",
    (d) => d.concat([d.list(["id"]), d.list(["7"]), "l"]),
    [[0, 7, 3, 1, 2], [1, 7], null, [3, 7, null, 5]],
  ],
  [
    "list",
    (d) => d.list(["id", "NULL"]),
    [
      [0, null],
      [1, null],
      [2, null],
      [3, null],
    ],
  ],
  [
    "struct",
    (d) =>
      d.struct([
        ["a b", "id"],
        ["it's", "t"],
      ]),
    ["a", "it's", null, "é"].map((t, id) => ({ "a b": id, "it's": t })),
  ],
  [
    "flatten",
    (d) => d.flatten(d.list(["l", "NULL", d.list(["id"])])),
    [[3, 1, 2, 0], [1], [2], [null, 5, 3]],
  ],
  ["text", (d) => `t = ${d.text("it's")}`, [false, true, null, false]],
  ["hex", (d) => d.hex("t"), ["61", "69742773", null, "c3a9"]],
  ["epochMicros", (d) => d.epochMicros("moment"), [0, 1_700_000_000_123_000, null, -1000]],
  ["type", (d) => `CAST(id AS ${d.type("float64")}) / 2`, [0, 0.5, 1, 1.5]],
  [
    "entries",
    (d) =>
      d.entries(
        `map_from_entries(${d.list([
          d.struct([
            ["key", "'k'"],
            ["value", "id"],
          ]),
        ])})`,
      ),
    [0, 1, 2, 3].map((value) => [{ key: "k", value }]),
  ],
];

/** Aggregates over the rows. */
const AGGREGATES: readonly (readonly [string, (d: Dialect) => string, unknown])[] = [
  ["first", (d) => d.first("t", "id"), "a"],
  ["first, of a row without a value", (d) => d.first("t", "-id + CASE WHEN id = 3 THEN 9 ELSE 0 END"), null],
  ["total", (d) => d.total("id"), 6],
  ["total of nothing", (d) => d.total("CAST(NULL AS DOUBLE)"), null],
  ["quantiles", (d) => d.quantiles("CAST(id AS DOUBLE)", [0, 0.5, 0.9, 1]), [0, 1.5, 2.7, 3]],
  ["quantiles of nothing", (d) => d.quantiles("CAST(NULL AS DOUBLE)", [0.5]), null],
];

const LITERALS: readonly SqlValue[] = [
  null,
  true,
  false,
  0,
  -5,
  2 ** 31,
  -(2 ** 53 - 1),
  2n ** 63n - 1n,
  -(2n ** 63n),
  0.1,
  -0,
  1e300,
  5e-324,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  "",
  "it's",
  "a\\n\nb\t\\",
  "ünï 😀 {x} :x $x ?",
  new Date(0),
  new Date("1969-12-31T23:59:59.999Z"),
  new Date("9999-12-31T23:59:59.999Z"),
  ["a", "it's"],
  [1.5, -0],
];

export function dialectSuite({ engine }: SuiteParts): void {
  const column = async (sql: string): Promise<unknown[]> =>
    Array.from((await engine().query(sql).toTable()).array("x"));

  beforeAll(() => engine().registerDataset({ dialect_rows: ROWS }));

  test.each(EXPRESSIONS)("has %s", async (_, write, expected) => {
    const sql = `SELECT ${write(engine().dialect)} AS x FROM dialect_rows ORDER BY id`;
    expect(await column(sql)).toEqual(expected);
  });

  test.each(AGGREGATES)("has %s, of groups", async (_, write, expected) => {
    expect(await column(`SELECT ${write(engine().dialect)} AS x FROM dialect_rows`)).toEqual([expected]);
  });

  test.each(LITERALS.map((value) => [String(value), value] as const))(
    "has literals: %s",
    async (_, value) => {
      const { literal } = engine().dialect;
      expect(await column(`SELECT ${literal(value)} AS x`)).toStrictEqual([value]);
    },
  );

  test("has no literals of what no query takes", () => {
    const { literal } = engine().dialect;
    for (const wrong of [2n ** 63n, new Date(Number.NaN), {} as never, new DataView(new ArrayBuffer(1))]) {
      expect(() => literal(wrong)).toThrow(TypeError);
    }
  });

  test("has rows of a list's items, with their places, and none for those without items", async () => {
    const { unnest } = engine().dialect;
    const items = await engine()
      .query(`SELECT id, one FROM dialect_rows${unnest("l", { item: "one" })} ORDER BY id, one NULLS FIRST`)
      .toTable();
    expect(items.objects()).toEqual([
      ...[1, 2, 3].map((one) => ({ id: 0, one })),
      ...[null, 5].map((one) => ({ id: 3, one })),
    ]);
    const places = await engine()
      .query(
        `SELECT id, CAST(spot AS INT) AS spot, one FROM dialect_rows${unnest("l", { item: "one", place: "spot" })} ORDER BY id, spot`,
      )
      .toTable();
    expect(places.objects()).toEqual([
      ...[3, 1, 2].map((one, spot) => ({ id: 0, spot, one })),
      ...[null, 5].map((one, spot) => ({ id: 3, spot, one })),
    ]);
  });

  test("keeps the rows of a query, whatever its table and columns are called", async () => {
    const { keep, drop, identifier } = engine().dialect;
    const [table, name] = ["kept rows", 'a "b" `c`'].map(identifier) as [string, string];
    await engine().exec(keep("kept rows", `SELECT id AS ${name} FROM dialect_rows WHERE id > 1`));
    expect(await column(`SELECT ${name} AS x FROM ${table} ORDER BY x`)).toEqual([2, 3]);
    await engine().exec(drop("kept rows"));
    await expect(column(`SELECT ${name} AS x FROM ${table}`)).rejects.toThrow(QueryError);
  });

  test("has a table of the rows of a list's items", async () => {
    const { rows } = engine().dialect;
    const table = rows("dialect_rows", "l", { item: "one", place: "spot" });
    const items = await engine()
      .query(`SELECT id, t, CAST(spot AS INT) AS spot, one FROM ${table} AS r ORDER BY id, spot`)
      .toTable();
    expect(items.objects()).toEqual([
      ...[3, 1, 2].map((one, spot) => ({ id: 0, t: "a", spot, one })),
      ...[null, 5].map((one, spot) => ({ id: 3, t: "é", spot, one })),
    ]);
    const plain = rows("dialect_rows", "l", { item: "one" });
    expect(await column(`SELECT one AS x FROM ${plain} AS r WHERE id = 0`)).toEqual([3, 1, 2]);
  });

  test("has tables go by other names in a query", async () => {
    const { named } = engine().dialect;
    const tables = [["it's", "dialect_rows"] as const];
    const query = `SELECT id AS x FROM "it's" -- the end`;
    expect(await column(named(tables, query))).toEqual([0, 1, 2, 3]);
    const within = `/* a */ WITH few AS (SELECT * FROM "it's" WHERE id < 2) SELECT id AS x FROM few ORDER BY x DESC`;
    expect(await column(named(tables, within))).toEqual([1, 0]);
    expect(await column(named([], "SELECT 5 AS x"))).toEqual([5]);
  });

  test("has every type", async () => {
    const { type } = engine().dialect;
    const types = [
      "bool",
      "int32",
      "int64",
      "float64",
      "string",
      "timestamp",
      "json",
      "int32[]",
      "float64[][]",
      'struct<x:float64,"a b":string[]>',
      { list: "json" },
      { map: { struct: [["it's", "int32"]] } },
      { struct: [["a`b", { map: "bool" }]] },
    ] as const;
    for (const each of types) {
      expect([each, await column(`SELECT CAST(NULL AS ${type(each)}) AS x`)]).toEqual([each, [null]]);
    }
  });
}
