import { type ColumnTable, table } from "arquero";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Engine } from "../../../src/engine/engine.ts";
import { describe as describeTable } from "../../../src/stats/describe/describe.ts";
import type { DescribeOptions } from "../../../src/stats/describe/describe-options.ts";
import { describeQuery } from "../../../src/stats/describe/files/describe-query.ts";
import type { ColumnType } from "../../../src/tables/column-type.ts";
import { makeTable } from "../../../src/tables/make-table.ts";
import { TypedColumn } from "../../../src/tables/typed-column.ts";
import { typesOf } from "../../io/types-of.ts";

/** The statistics that rounding may change; all others are exact. */
const ROUNDED = ["mean", "sd", "skewness", "kurtosis", "mean_length"];
/** Sums of weights, which are added up in another order; so are the places of quantiles between two values. */
const WEIGHED = ["rows", "count", "missing", "missing_share", "items", "infinite", "zeros", "mode_count"];
const WEIGHED_LISTS = ["bin_counts", "top_counts"];

/** Compares what an engine tells of a table that it is given with what is told of it in memory. */
async function expectSame(engine: Engine, data: ColumnTable, options: DescribeOptions = {}): Promise<void> {
  await engine.registerDataset({ described: data });
  expectAlike(await describeQuery(engine, "SELECT * FROM described", options), data, options);
}

function expectAlike(found: ColumnTable, data: ColumnTable, options: DescribeOptions = {}): void {
  const expected = describeTable(data, options);
  expect(typesOf(found)).toEqual(typesOf(expected));
  const isWeighed = options.weight !== undefined;
  const isQuantile = (name: string): boolean => /^q\d/.test(name);
  const weighed = [...WEIGHED, ...WEIGHED_LISTS, ...found.columnNames().filter(isQuantile)];
  const rounded = [...ROUNDED, ...(isWeighed ? weighed : [])];
  const rows = (some: ColumnTable): Record<string, unknown>[] => some.objects({ limit: Infinity }) as never;
  expect(rows(found).length).toBe(rows(expected).length);
  for (const [i, row] of rows(expected).entries()) {
    const own = rows(found)[i] ?? {};
    for (const [name, value] of Object.entries(row)) {
      const place = `${name} of ${row.column} (row ${i})`;
      if (rounded.includes(name)) expectClose(own[name], value, { place, scale: scaleOf(row, name) });
      else expect(own[name], place).toEqual(value);
    }
  }
}

/** How large what cancels out is: a mean, a deviation or a quantile may be no more than the rounding of the numbers. */
function scaleOf(row: Record<string, unknown>, name: string): number {
  if (name !== "mean" && name !== "sd" && !/^q\d/.test(name)) return 1e-9;
  return 1e-15 * Math.max(Math.abs(Number(row.min)), Math.abs(Number(row.max)));
}

function expectClose(
  found: unknown,
  value: unknown,
  { place, scale }: { place: string; scale: number },
): void {
  if (Array.isArray(value) && Array.isArray(found)) {
    expect(found.length, place).toBe(value.length);
    for (const [i, each] of value.entries()) expectClose(found[i], each, { place, scale: 1e-9 });
  } else if (typeof value !== "number" || typeof found !== "number") {
    expect(found, place).toEqual(value);
  } else {
    expect(Math.abs(found - value), `${place}: ${found}, ${value}`).toBeLessThanOrEqual(
      1e-9 * Math.abs(value) + scale,
    );
  }
}

const column = (type: ColumnType, values: readonly unknown[]): TypedColumn => new TypedColumn(type, values);
const day = (n: number): Date => new Date(n * 86_400_000 + 7);

/** Twelve rows of what numbers, texts and lists are at their edges. */
const EDGES: Readonly<Record<string, TypedColumn>> = {
  group: column("string", ["u", "v", null, "u", "", "😀", "\uFFFD", "v", "u", "it's", '"q"', "\\n"]),
  level: column("float64", [0, -0, NaN, null, 1.5, 1.5, 0, -0, 1.5, 0, NaN, 1]),
  odd: column("float64", [NaN, Infinity, -Infinity, -0, 0, null, 0.1, 0.1, 1e9 + 0.25, -3, NaN, 2]),
  huge: column("float64", [1e308, 1.7e308, -1.7e308, 1e307, 3, null, 1e308, 1e308, 9e307, -1e308, 1, 2]),
  tiny: column("float64", [5e-324, 1e-310, 2e-310, 3e-310, 0, null, 1e-320, 5e-324, 1e-315, 0, -0, 1e-308]),
  near: column(
    "float64",
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, null].map((n) => n && 1 - 2 ** -50 + n * 2 ** -52),
  ),
  narrow: column(
    "float64",
    [0, 1, 2, 3, 4, null, 6, 5, 5, 9, 10, 17].map((n) => n && 1e300 * (1 + n * 1e-4)),
  ),
  large: column(
    "float64",
    [1, 2, 3, 4, 5, 6, 7, 8, 9, null, 11, 12].map((n) => n && 1e15 + n),
  ),
  same: column("float64", Array(12).fill(0.1)),
  none: column("float64", Array(12).fill(null)),
  infinite: column("float64", Array(12).fill(Infinity)),
  int: column("int32", [0, -(2 ** 31), 2 ** 31 - 1, null, 5, 5, 0, 1, 1, 1, 7, 7]),
  big: column("int64", [
    ...[2n ** 53n, 2n ** 53n + 1n, 2n ** 53n + 2n, 2n ** 63n - 1n, -(2n ** 63n), null],
    ...[2n ** 53n + 1n, 0n, 0n, 2n ** 63n - 1n, 1n, -1n],
  ]),
  bool: column("bool", [true, false, null, true, true, false, null, true, false, true, true, true]),
  text: column("string", ["", "a", "b", "é", "😀", "\uFFFD", null, "a", "\\", "'", '"', "B"]),
  time: column(
    "timestamp",
    [0, 1, -40_000, null, 5, 5, 3, 3, 3, 20_000, 0, 1].map((n) => (n === null ? null : day(n))),
  ),
  floats: column("float64[]", [
    [1, NaN],
    [],
    null,
    [Infinity, -0, null],
    [0.5],
    [],
    [1],
    [2],
    [],
    [3],
    [4],
    [5],
  ]),
  ints: column("int32[]", [[1, 2], [], null, [null], [7, 7, 7], [], [1], [2], [], [3], [4], [5]]),
  texts: column("string[]", [["x", "y"], [], null, [null], ["😀"], [], ["x"], [""], [], ["y"], ["x"], []]),
  matrix: column("float64[][]", [
    ...[[[1], [2, NaN]], [], null, [null, [1]], [[]], [[null]], [[1, 2]], [[3]]],
    ...[[], [[4]], [[5]], null],
  ]),
  'a name: "it\'s"': column("int32", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
  weight: column("float64", [0, 1, 2, 0.25, NaN, null, 1, 1, 3, 0.1, 0.2, 1]),
};

/** Structures are only counted, and lists of them their items, too. */
const STRUCTURES = {
  point: [{ x: 1 }, null, { x: 2 }, { x: null }],
  points: [[{ x: 1 }, null], [], null, [{ x: 2 }, { x: 3 }]],
};

const OPTIONS: readonly DescribeOptions[] = [
  {},
  { by: "group", weight: "weight" },
  { by: ["level", "bool"], quantiles: [0.333, 1, 0], top: 2, bins: 7 },
  { weight: "weight", top: 0 },
];

/** Random tables of thousands of rows: bins and quantiles among many different values. */
function manyRows(seed: number): ColumnTable {
  const [random] = fc.sample(fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), {
    numRuns: 1,
    seed,
  });
  const next = (): number => random?.next().value as number;
  const of = <T>(value: (u: number) => T): T[] => Array.from({ length: 3000 }, () => value(next()));
  return makeTable([
    ["skewed", Float64Array.from(of((u) => u ** -3))],
    ["wide", Float64Array.from(of((u) => (2 * u - 1) * 1.7e308))],
    ["offset", Float64Array.from(of((u) => 1e6 + u))],
    ["int", Int32Array.from(of((u) => Math.round(u * 1e6)))],
    ["text", of((u) => `t${Math.round(u * 400)}`)],
    ["group", of((u) => (u < 0.6 ? "a" : "b"))],
  ]);
}

/** Tests that an engine describes rows as `describe` does a table in memory. */
export function describesAsInMemory(open: () => Promise<Engine>): void {
  test("describes values at the edges of their types as in memory", async () => {
    const engine = await open();
    for (const options of OPTIONS) await expectSame(engine, makeTable(Object.entries(EDGES)), options);
  }, 300_000);

  test("describes structures, and no rows at all, as in memory", async () => {
    const engine = await open();
    await expectSame(engine, table(STRUCTURES));
    const none = Object.entries(EDGES).map(([name, { type }]) => [name, column(type, [])] as const);
    await expectSame(engine, makeTable(none));
  }, 300_000);

  test("describes what a query makes as its result in memory", async () => {
    const engine = await open();
    const { list } = engine.dialect;
    const query = `SELECT CAST(n AS DECIMAL(20, 2)) AS price, CAST(n AS SMALLINT) AS small, CAST(n AS FLOAT) AS single,
        CAST(day AS DATE) AS day, CAST(day AS BINARY) AS bytes, ${list(["CAST(day AS BINARY)", "NULL"])} AS blobs,
        CAST(n AS BIGINT) AS long, day AS "a \`day\`"
      FROM (VALUES (1.25, '2024-02-29'), (-7, '1969-12-31'), (NULL, NULL), (1.25, '2024-02-29')) AS some_rows(n, day)`;
    const data = await engine.query(query).toTable();
    expectAlike(await describeQuery(engine, query), data);
    expectAlike(await describeQuery(engine, query, { by: ["day", "bytes"] }), data, { by: ["day", "bytes"] });
  }, 300_000);

  test("describes many different values as in memory", async () => {
    const engine = await open();
    await expectSame(engine, manyRows(5), { quantiles: [0.001, 0.5, 0.77] });
    await expectSame(engine, manyRows(6), { by: "group", bins: 40 });
    // Weights of a tenth do not add up to whole numbers.
    const tenths = table({ x: Array.from({ length: 30 }, (_, i) => i), w: Array(30).fill(0.1) });
    await expectSame(engine, tenths, { weight: "w", quantiles: [0, 0.5, 1] });
  }, 300_000);
}
