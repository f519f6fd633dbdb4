import { beforeAll, expect, test } from "vitest";
import type { Dialect } from "../../../src/engine/dialect/dialect.ts";
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
