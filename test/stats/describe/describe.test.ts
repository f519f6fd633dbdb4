import { type ColumnTable, table } from "arquero";
import fc from "fast-check";
import { mean, sampleKurtosis, sampleSkewness, sampleStandardDeviation } from "simple-statistics";
import { describe, expect, test } from "vitest";
import { describe as describeTable } from "../../../src/stats/describe/describe.ts";
import { columnTypeOf } from "../../../src/tables/column-type-of.ts";
import { DictColumn } from "../../../src/tables/dict-column.ts";
import { joinColumns } from "../../../src/tables/join-columns.ts";
import { ListColumn } from "../../../src/tables/list-column.ts";
import { makeTable } from "../../../src/tables/make-table.ts";
import { PackedColumn } from "../../../src/tables/packed-column.ts";
import { repeatedStrings } from "../../../src/tables/repeated-strings.ts";
import { takeRows } from "../../../src/tables/take-rows.ts";
import { TypedColumn } from "../../../src/tables/typed-column.ts";
import { allTypes } from "../../io/all-types.ts";

type Row = Record<string, unknown>;

const rowsOf = (described: ColumnTable): Row[] => described.objects({ limit: Infinity }) as Row[];
const describeOne = (data: ColumnTable, options = {}): Row => rowsOf(describeTable(data, options))[0] as Row;

const JOBS = makeTable([
  ["reps", new TypedColumn("int32", [3, 5, null, 5])],
  ["height", [1.5, Number.NaN, Number.POSITIVE_INFINITY, 2]],
  ["scene", ["gym", "attic", "gym", null]],
  ["lit", [true, false, null, true]],
  ["at", [new Date(0), new Date(10), null, new Date(20)]],
  ["sizes", new TypedColumn("float64[]", [[1, 2], [], null, [4, null]])],
  ["tags", new TypedColumn("string[]", [["a", "b"], ["a"], null, []])],
]);

describe("describe()", () => {
  test("describes numbers", () => {
    expect(describeOne(JOBS, { columns: ["reps"] })).toEqual({
      column: "reps",
      type: "int32",
      kind: "numeric",
      rows: 4,
      count: 3,
      missing: 1,
      missing_share: 0.25,
      items: null,
      infinite: 0,
      distinct: 2,
      mean: expect.closeTo(13 / 3, 14),
      sd: expect.closeTo(Math.sqrt(4 / 3), 14),
      min: 3,
      q05: expect.closeTo(3.2, 14),
      q25: 4,
      q50: 5,
      q75: 5,
      q95: 5,
      max: 5,
      skewness: expect.closeTo(-1.7320508075688772, 13),
      kurtosis: null,
      zeros: 0,
      mode: "5",
      mode_count: 2,
      min_length: null,
      mean_length: null,
      max_length: null,
      bin_edges: [2.5, 3.5, 4.5, 5.5],
      bin_counts: [1, 0, 2],
      top_values: ["5", "3"],
      top_counts: [2, 1],
    });
  });

  test("counts infinite numbers apart", () => {
    expect(describeOne(JOBS, { columns: ["height"] })).toMatchObject({
      count: 3,
      missing: 1,
      infinite: 1,
      distinct: 3,
      mean: 1.75,
      min: 1.5,
      max: 2,
      top_values: ["1.5", "2", "Infinity"],
    });
    const infinite = table({ x: [1, -Infinity, -Infinity, Infinity, Infinity, Infinity] });
    expect(describeOne(infinite)).toMatchObject({ infinite: 5, mode: "Infinity", top_counts: [3, 2, 1] });
    expect(describeOne(table({ x: [Infinity] }))).toMatchObject({
      count: 1,
      mean: null,
      q50: null,
      bin_edges: [],
    });
  });

  test("describes texts, truth values and moments", () => {
    const [scene, lit, at] = rowsOf(describeTable(JOBS, { columns: ["scene", "lit", "at"] }));
    expect(scene).toMatchObject({
      type: "string",
      kind: "categorical",
      count: 3,
      missing: 1,
      distinct: 2,
      mean: null,
      mode: "gym",
      min_length: 3,
      mean_length: expect.closeTo(11 / 3, 14),
      max_length: 5,
      bin_edges: null,
      top_values: ["gym", "attic"],
      top_counts: [2, 1],
    });
    expect(lit).toMatchObject({
      kind: "boolean",
      infinite: null,
      mean: expect.closeTo(2 / 3, 14),
      zeros: null,
      mode: "true",
      bin_edges: [-0.5, 0.5, 1.5],
      bin_counts: [1, 2],
    });
    expect(at).toMatchObject({ kind: "time", mean: 10, min: 0, max: 20, mode: "1970-01-01T00:00:00.000Z" });
  });

  test("describes the items of lists", () => {
    const [sizes, tags] = rowsOf(describeTable(JOBS, { columns: ["sizes", "tags"] }));
    expect(sizes).toMatchObject({
      kind: "list",
      count: 3,
      missing: 1,
      items: 3,
      mean: expect.closeTo(7 / 3, 14),
    });
    expect(sizes).toMatchObject({
      distinct: 3,
      min_length: 0,
      mean_length: expect.closeTo(4 / 3, 14),
      max_length: 2,
    });
    expect(tags).toMatchObject({ count: 3, items: 3, distinct: 2, mode: "a", mode_count: 2, mean: null });
  });

  test("knows columns of every type", () => {
    const kinds = rowsOf(describeTable(allTypes())).map(({ column, kind, count }) => [column, kind, count]);
    expect(kinds).toContainEqual(["struct", "other", 2]);
    expect(kinds).toContainEqual(["struct[]", "list", 2]);
    expect(kinds).toContainEqual(["float64[][]", "list", 2]);
    expect(kinds).toContainEqual(["all missing", "numeric", 0]);
    expect(describeOne(table({ x: [1, "a", null, Number.NaN] }))).toMatchObject({
      type: null,
      kind: "other",
      count: 2,
      missing: 2,
      distinct: null,
    });
  });

  test("has the same answer for every way in which a column may be stored", () => {
    const numbers = [4, 0, 2, 2, 7];
    const { column: _, type: __, ...expected } = describeOne(table({ x: Float64Array.from(numbers) }));
    const stored = {
      plain: numbers,
      ints: Int32Array.from(numbers),
      bytes: Uint8Array.from(numbers),
      floats: Float32Array.from(numbers),
      bigs: BigInt64Array.from(numbers, BigInt),
      bigints: numbers.map(BigInt),
      typed: new TypedColumn("float64", numbers),
      packed: new PackedColumn("int32", Int32Array.from(numbers)),
      "packed bigs": new PackedColumn("int64", BigInt64Array.from(numbers, BigInt)),
      "packed safe": new PackedColumn("int64", Float64Array.from(numbers)),
    };
    for (const { column, type, ...rest } of rowsOf(describeTable(table(stored)))) {
      expect(rest, `${column}, ${type}`).toEqual(expected);
    }
    const texts = ["b", null, "a", "a"];
    const { column: ___, ...text } = describeOne(table({ x: texts }));
    const dicts = {
      dict: repeatedStrings(texts),
      "of many values": new DictColumn(Uint8Array.of(1, 9, 0, 0), ["a", "b", ..."cdefghi", null]),
      typed: new TypedColumn("string", texts),
    };
    for (const { column, ...rest } of rowsOf(describeTable(table(dicts))))
      expect(rest, String(column)).toEqual(text);
  });

  test("reads lists that share memory with others", () => {
    const lists = (values: number[][], valid: Uint8Array | null = null): ListColumn =>
      new ListColumn(
        "float64[]",
        Uint32Array.from([0, ...values.map((_, i) => values.slice(0, i + 1).flat().length)]),
        Float64Array.from(values.flat()),
        valid,
      );
    const column = joinColumns("float64[]", [lists([[1, 2], [9]], Uint8Array.of(1, 0)), lists([[], [4, 5]])]);
    const packed = describeOne(table({ x: column }));
    expect(packed).toMatchObject({ count: 3, missing: 1, items: 4, mean: 3, max: 5, max_length: 2 });
    const rest = takeRows(table({ x: column }), [3, 0]);
    expect(describeOne(rest)).toMatchObject({ count: 2, items: 4, top_values: ["1", "2", "4", "5"] });
  });

  test("tells apart integers that have the same nearest number", () => {
    const big = 2n ** 60n;
    const row = describeOne(table({ id: [big, big + 1n, big + 1n, null] }));
    expect(row).toMatchObject({ distinct: 2, mode: String(big + 1n), top_counts: [2, 1], mean: 2 ** 60 });
  });

  test("agrees with simple-statistics and a plain count", () => {
    const value = fc.oneof(
      fc.integer({ min: -5, max: 5 }),
      fc.integer({ min: -1000, max: 1000 }).map((n) => n / 1024),
    );
    fc.assert(
      fc.property(fc.array(value, { minLength: 4, maxLength: 400 }), (values) => {
        fc.pre(new Set(values).size > 2);
        const row = describeOne(table({ x: values }));
        expect(row.mean).toBeCloseTo(mean(values), 9);
        expect(row.sd).toBeCloseTo(sampleStandardDeviation(values), 9);
        expect(row.skewness).toBeCloseTo(sampleSkewness(values), 7);
        expect(row.kurtosis).toBeCloseTo(sampleKurtosis(values), 7);
        const counts = new Map<number, number>();
        for (const each of values) counts.set(each + 0, (counts.get(each + 0) ?? 0) + 1);
        const top = [...counts].sort(([a, m], [b, n]) => n - m || a - b).slice(0, 5);
        expect(row).toMatchObject({
          distinct: counts.size,
          zeros: counts.get(0) ?? 0,
          min: Math.min(...values) + 0,
          max: Math.max(...values) + 0,
          top_values: top.map(([each]) => String(each)),
          top_counts: top.map(([, count]) => count),
        });
        expect((row.bin_counts as number[]).reduce((sum, count) => sum + count)).toBe(values.length);
      }),
    );
  });

  test("describes each group as if it were a table of its own", () => {
    const data = makeTable([
      ...JOBS.columnNames().map((name) => [name, JOBS.column(name) as never] as const),
      ["room", ["b", "a", null, "b"]],
      ["floor", [0, 1, 1, 0]],
    ]);
    const grouped = describeTable(data, { by: ["room", "floor"] });
    expect(columnTypeOf(grouped.column("floor") as never, "floor")).toBe("float64");
    const rows = rowsOf(grouped);
    const names = JOBS.columnNames();
    expect(rows.map(({ room }) => room)).toEqual(["a", "b", null].flatMap((room) => names.map(() => room)));
    for (const [i, room] of ["a", "b", null].entries()) {
      const places = [0, 1, 2, 3].filter((place) => data.get("room", place) === room);
      const alone = rowsOf(describeTable(takeRows(data, places), { columns: names }));
      expect(rows.slice(i * names.length, (i + 1) * names.length)).toEqual(
        alone.map((row) => ({ room, floor: data.get("floor", places[0]), ...row })),
      );
    }
  });

  test("describes weighted rows as if they were repeated", () => {
    const weights = [2, 0, 3, 1];
    const weighted = makeTable([
      ...JOBS.columnNames().map((name) => [name, JOBS.column(name) as never] as const),
      ["w", weights],
      ["g", ["u", "x", "v", "u"]],
    ]);
    const repeated = takeRows(
      weighted,
      weights.flatMap((weight, row) => new Array<number>(weight).fill(row)),
    );
    for (const by of [[], ["g"]]) {
      const ours = rowsOf(describeTable(weighted, { by, weight: "w", columns: JOBS.columnNames() }));
      const theirs = rowsOf(describeTable(repeated, { by, columns: JOBS.columnNames() }));
      expect(ours).toHaveLength(theirs.length);
      for (const [i, row] of ours.entries()) {
        for (const [name, value] of Object.entries(row)) {
          const expected = theirs[i]?.[name];
          expect(value, name).toEqual(typeof expected === "number" ? expect.closeTo(expected, 12) : expected);
        }
      }
    }
  });

  test("takes weights that are fractions, and leaves rows without one out", () => {
    const data = table({ x: [1, 2, 4, 8], w: [0.5, 0.25, null, 0.25] });
    expect(describeOne(data, { weight: "w" })).toMatchObject({
      column: "x",
      rows: 1,
      count: 1,
      mean: 3,
      mode: "1",
      top_counts: [0.5, 0.25, 0.25],
    });
  });

  test("takes the rows that a table shows, and changes nothing", () => {
    const x = Float64Array.of(3, 1, 2, 9);
    const shown = table({ x })
      .filter((row: { x: number }) => row.x < 5)
      .orderby("x");
    expect(describeOne(shown)).toMatchObject({ rows: 3, mean: 2, max: 3 });
    expect([...x]).toEqual([3, 1, 2, 9]);
  });

  test("describes tables without rows, without columns and without groups", () => {
    expect(describeOne(table({ x: [] }))).toMatchObject({
      rows: 0,
      count: 0,
      missing_share: null,
      top_values: [],
    });
    expect(describeTable(table({})).numRows()).toBe(0);
    expect(describeTable(table({ x: [], g: [] }), { by: "g" }).numRows()).toBe(0);
  });

  test("has a column for each quantile, and as many bins and top values as asked for", () => {
    const data = table({ x: Array.from({ length: 101 }, (_, i) => i) });
    const described = describeTable(data, { quantiles: [0, 0.001, 0.025, 0.07, 1], bins: 4, top: 2 });
    expect(described.columnNames().filter((name) => name.startsWith("q"))).toEqual([
      "q00",
      "q00_1",
      "q02_5",
      "q07",
      "q100",
    ]);
    expect(rowsOf(described)[0]).toMatchObject({
      q07: expect.closeTo(7, 12),
      bin_edges: [0, 25, 50, 75, 100],
      bin_counts: [25, 25, 25, 26],
      top_values: ["0", "1"],
      mode: "0",
    });
  });

  test("counts in integers, and in fractions where there are weights", () => {
    const types = (options: object): string[] => {
      const described = describeTable(table({ x: [1], w: [1] }), options);
      return ["rows", "distinct", "mean"].map((name) => columnTypeOf(described.column(name) as never, name));
    };
    expect(types({})).toEqual(["int32", "int32", "float64"]);
    expect(types({ weight: "w" })).toEqual(["float64", "int32", "float64"]);
  });

  test("refuses what it cannot do", () => {
    const data = table({ x: [1, 2], w: [1, -2], mean: [1, 1], list: [[1], [2]], text: ["a", "b"] });
    expect(() => describeTable(data, { columns: ["y"] })).toThrow('There is no column "y" in the table');
    expect(() => describeTable(data, { by: "z" })).toThrow('There is no group column "z"');
    expect(() => describeTable(data, { by: "mean" })).toThrow(
      'Cannot group by "mean": the result has a column',
    );
    expect(() => describeTable(data, { by: ["x", "x"] })).toThrow('Cannot group by "x" twice');
    expect(() => describeTable(data, { by: "list" })).toThrow('group column "list" must have single values');
    expect(() => describeTable(data, { weight: "w" })).toThrow('got -2 in row 1 of column "w"');
    expect(() => describeTable(data, { weight: "text" })).toThrow('The weight "text" must have numbers');
    expect(() => describeTable(data, { quantiles: [2] })).toThrow("quantiles must be between 0 and 1, got 2");
    expect(() => describeTable(data, { top: -1 })).toThrow("top must be a whole number");
    expect(() => describeTable(data, { bins: 0 })).toThrow("bins must be a whole number");
    expect(() => describeTable(data, { group: "x" } as object)).toThrow('There is no option "group"');
  });
});
