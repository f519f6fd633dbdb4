import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ColumnTable, not, table } from "arquero";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { writeParquet } from "../../../src/io/write-parquet.ts";
import { describe as describeTable } from "../../../src/stats/describe/describe.ts";
import type { DescribeOptions } from "../../../src/stats/describe/describe-options.ts";
import { describeFiles } from "../../../src/stats/describe/files/describe-files.ts";
import type { ColumnType } from "../../../src/tables/column-type.ts";
import { makeTable } from "../../../src/tables/make-table.ts";
import { TypedColumn } from "../../../src/tables/typed-column.ts";
import { allTypes } from "../../io/all-types.ts";
import { typesOf } from "../../io/types-of.ts";

const folder = mkdtempSync(join(tmpdir(), "infinity-frames-describe-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Numbers in text with nine digits, so that those that differ by rounding are the same. */
function rounded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== "number") return value;
  // What remains of numbers that cancel out is rounding.
  return Math.abs(value) < 1e-12 ? 0 : Number(value.toPrecision(9));
}

function rowsOf(described: ColumnTable): Record<string, unknown>[] {
  return described.objects({ limit: Infinity }).map((row) => {
    return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, rounded(value)]));
  });
}

async function expectSame(
  data: ColumnTable,
  source: ColumnTable | string,
  options: DescribeOptions = {},
): Promise<void> {
  const ours = describeTable(data, options);
  const found = await describeFiles(source, options);
  expect(rowsOf(found)).toEqual(rowsOf(ours));
  expect(typesOf(found)).toEqual(typesOf(ours));
}

const option = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(values, { freq: 5 });
const number = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(0.5, -0, 0.1, 1e9 + 0.25, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
);
const COLUMNS: Record<string, [ColumnType, fc.Arbitrary<unknown>]> = {
  float: ["float64", option(number)],
  whole: ["float64", option(fc.integer({ min: 0, max: 60 }))],
  int: ["int32", option(fc.integer({ min: -5, max: 5 }))],
  big: ["int64", option(fc.bigInt({ min: 2n ** 53n, max: 2n ** 53n + 3n }))],
  bool: ["bool", option(fc.boolean())],
  text: ["string", option(fc.constantFrom("", "a", "b", "\u{1F600}", "\uFFFD", "é"))],
  time: ["timestamp", option(fc.integer({ min: 0, max: 5 }).map((day) => new Date(day * 86_400_000 + 7)))],
  floats: ["float64[]", option(fc.array(option(number), { maxLength: 4 }))],
  texts: ["string[]", option(fc.array(option(fc.constantFrom("x", "y")), { maxLength: 3 }))],
  nested: [
    "float64[][]",
    option(fc.array(option(fc.array(option(number), { maxLength: 3 })), { maxLength: 3 })),
  ],
  group: ["string", option(fc.constantFrom("u", "v", "\u{1F600}", "\uFFFD"))],
  level: ["float64", fc.constantFrom(0, -0, 1.5, Number.NaN, null)],
  weight: ["float64", option(fc.constantFrom(0, 1, 2, 0.25, Number.NaN))],
};

const KEYS = ["group", "level", "weight"];

/** Tables with a few of these columns, and those to group and weight by. */
const randomTable = fc
  .tuple(
    fc.subarray(
      Object.keys(COLUMNS).filter((name) => !KEYS.includes(name)),
      { minLength: 3, maxLength: 3 },
    ),
    fc.nat(40),
  )
  .chain(([names, rows]) => fc.tuple(...[...names, ...KEYS].map((name) => columnOf(name, rows))))
  .map((columns) => makeTable(columns));

function columnOf(name: string, rows: number): fc.Arbitrary<[string, TypedColumn]> {
  const [type, value] = COLUMNS[name] as [ColumnType, fc.Arbitrary<unknown>];
  return fc
    .array(value, { minLength: rows, maxLength: rows })
    .map((values) => [name, new TypedColumn(type, values)]);
}

describe("describeFiles()", () => {
  test("gives what describe() gives, for columns of every type", async () => {
    for (const rows of [3, 0] as const) {
      const path = join(folder, `all-${rows}.parquet`);
      // DuckDB gives a column without a name one.
      const data = allTypes({ rows }).select(not(""));
      await writeParquet(data, path);
      await expectSame(data, path);
    }
  });

  test("gives what describe() gives of random tables, grouped and weighted", async () => {
    await fc.assert(
      fc.asyncProperty(
        randomTable,
        fc.constantFrom<DescribeOptions>(
          {},
          { by: "group" },
          { weight: "weight" },
          { by: ["level", "group"], weight: "weight", quantiles: [0.333, 1, 0], top: 2 },
          { by: "group", bins: 3, top: 0 },
        ),
        (data, options) => expectSame(data, data, options),
      ),
      { numRuns: 6 },
    );
  }, 60_000);

  test("gives what describe() gives of many rows", async () => {
    const rows = 20_000;
    const data = table({
      float: Float64Array.from({ length: rows }, (_, i) => 1e6 + Math.sin(i) ** 3),
      int: Int32Array.from({ length: rows }, (_, i) => (i * 7919) % 1000),
      text: Array.from({ length: rows }, (_, i) => `t${(i * 7919) % 313}`),
      weight: Float64Array.from({ length: rows }, (_, i) => (i % 7) / 4),
    });
    const path = join(folder, "many.parquet");
    await writeParquet(data, path);
    await expectSame(data, path);
    await expectSame(data, path, { weight: "weight", bins: 12, top: 9 });
  });

  test("takes several files as one table", async () => {
    const [one, two] = [table({ x: [1, 2] }), table({ x: [3] })];
    await writeParquet(one, join(folder, "one.parquet"));
    await writeParquet(two, join(folder, "two.parquet"));
    const found = await describeFiles([join(folder, "one.parquet"), join(folder, "two.parquet")]);
    expect(rowsOf(found)).toEqual(rowsOf(describeTable(one.concat(two))));
  });

  test("refuses what describe() refuses", async () => {
    const data = table({ x: [1, 2], w: [1, -2], list: [[1], [2]], text: ["a", "b"] });
    await expect(describeFiles(data, { columns: ["y"] })).rejects.toThrow(
      'There is no column "y" in the table',
    );
    await expect(describeFiles(data, { weight: "w" })).rejects.toThrow('got -2 in column "w"');
    await expect(describeFiles(data, { weight: "text" })).rejects.toThrow(
      'The weight "text" must have numbers',
    );
    await expect(describeFiles(data, { by: "list" })).rejects.toThrow(
      'group column "list" must have single values',
    );
    await expect(describeFiles(data, { groups: "x" } as object)).rejects.toThrow(
      'There is no option "groups"',
    );
    await expect(describeFiles(data, { threads: 0 })).rejects.toThrow(RangeError);
  });

  test("stops when its signal aborts", async () => {
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(describeFiles(table({ x: [1] }), { signal })).rejects.toThrow("enough");
  });
});
