import { table } from "arquero";
import { describe, expect, test } from "vitest";
import { choice } from "../../../src/design/distributions/choice.ts";
import { integers } from "../../../src/design/distributions/integers.ts";
import { normal } from "../../../src/design/distributions/normal.ts";
import { uniform } from "../../../src/design/distributions/uniform.ts";
import { sample } from "../../../src/design/sample.ts";
import { associations } from "../../../src/stats/association/associations.ts";
import { pearson } from "../../../src/stats/association/pearson.ts";
import { spearman } from "../../../src/stats/association/spearman.ts";
import { numbersOf } from "../../../src/stats/columns/numbers-of.ts";
import { makeColumn } from "../../../src/tables/make-column.ts";
import { repeatedStrings } from "../../../src/tables/repeated-strings.ts";

const jobs = table({
  job_id: ["a", "b", "c", "d", "e", "f"],
  height: [1, 2, 3, 4, 5, 6],
  distance: [2, 1, 4, Number.NaN, 6, 5],
  lit: [false, false, true, true, true, true],
  scene: repeatedStrings(["gym", "gym", "attic", "attic", "gym", null]),
  weather: ["sun", "sun", "rain", "rain", "sun", "rain"],
  speed: [7, 7, 7, 7, 7, 7],
  betas: makeColumn("float64[]", [[1], [2], [3], [4], [5], [6]]),
});

function found(a: string, b: string, measure: string, of = associations(jobs)) {
  return of.objects().find((row) => {
    const { column_a, column_b, measure: by } = row as Record<string, unknown>;
    return column_a === a && column_b === b && by === measure;
  });
}

describe("associations()", () => {
  test("has each pair of columns once, with the measures that fit their kinds", () => {
    const rows = associations(jobs, { columns: ["height", "lit", "scene", "weather"] }).objects() as Record<
      string,
      string
    >[];
    expect(rows.map((row) => `${row.column_a} ${row.column_b} ${row.measure}`)).toEqual([
      "height lit pearson",
      "height lit spearman",
      "height scene correlation_ratio",
      "height weather correlation_ratio",
      "lit scene cramers_v",
      "lit weather cramers_v",
      "scene weather cramers_v",
    ]);
  });

  test("takes the rows in which both are there", () => {
    // scipy 1.17.1: pearsonr and spearmanr of (1 2 3 5 6), (2 1 4 6 5).
    expect(found("height", "distance", "pearson")).toMatchObject({
      value: expect.closeTo(0.86046511627907, 12),
      p_value: expect.closeTo(0.06124247752978241, 12),
      count: 5,
    });
    expect(found("height", "distance", "spearman")).toMatchObject({
      value: expect.closeTo(0.8, 12),
      p_value: expect.closeTo(0.10408803866182788, 12),
      count: 5,
    });
    // By hand: groups 3.5 (of 3, 4) and 8/3 (of 1, 2, 5) about a mean of 3; squares 5/6 of 10.
    expect(found("height", "scene", "correlation_ratio")).toMatchObject({
      value: expect.closeTo(Math.sqrt(5 / 6 / 10), 12),
      count: 5,
    });
    expect(found("scene", "weather", "cramers_v")).toMatchObject({ value: 1, count: 5 });
  });

  test("gives the same for whole columns as for pairs", () => {
    const columns = { a: normal(5, 2), b: uniform(0, 1), c: integers(1, 4), d: choice([true, false]) };
    const drawn = sample(columns, 200, { seed: 8 });
    const rows = associations(drawn).objects() as Record<string, string | number>[];
    expect(rows.length).toBe(12);
    for (const { column_a, column_b, measure, value, p_value, count } of rows) {
      const [x, y] = [numbersOf(drawn, String(column_a)), numbersOf(drawn, String(column_b))];
      const one = (measure === "pearson" ? pearson : spearman)(x, y);
      expect(value).toBeCloseTo(one.value as number, 12);
      expect(p_value).toBeCloseTo(one.pValue as number, 10);
      expect(count).toBe(200);
    }
  });

  test("is null for a column that does not vary, and passes over ids and lists", () => {
    expect(found("height", "speed", "pearson")).toMatchObject({ value: null, p_value: null, count: 6 });
    const names = new Set(associations(jobs).array("column_a"));
    expect([...names]).toEqual(["height", "distance", "lit", "scene", "weather"]);
    expect(found("height", "job_id", "correlation_ratio")).toBeUndefined();
    expect(found("height", "betas", "pearson")).toBeUndefined();
    const few = associations(jobs, { maxLevels: 2 });
    expect(few.numRows()).toBe(associations(jobs).numRows());
  });

  test("does not depend on the unit of a column", () => {
    const a = [3, 1, 4, 1, 5, 9, 2, 6];
    const columns = {
      a,
      large: a.map((x) => x * 1e300),
      small: a.map((x) => x * 1e-300),
      gap: [null, ...a.slice(1)],
    };
    const found = associations(table(columns));
    expect(found.array("value")).toEqual(
      Array.from({ length: found.numRows() }, () => expect.closeTo(1, 12)),
    );
  });

  test("takes the rows that the table shows, and changes nothing", () => {
    const shown = jobs.filter((row: { height: number }) => row.height < 5);
    expect(found("height", "lit", "pearson", associations(shown))).toMatchObject({ count: 4 });
    expect(jobs.numRows()).toBe(6);
    expect(associations(table({})).numRows()).toBe(0);
  });

  test("has typed columns, also where there are no pairs", () => {
    const none = associations(table({ x: [1, 2] }));
    expect(none.columnNames()).toEqual(["column_a", "column_b", "measure", "value", "p_value", "count"]);
    expect(none.numRows()).toBe(0);
  });

  test("says which named column does not fit", () => {
    expect(() => associations(jobs, { columns: ["betas", "height"] })).toThrow(
      'Cannot associate column "betas": it must have numbers, truth values, moments or texts',
    );
    expect(() => associations(jobs, { columns: ["job_id", "height"], maxLevels: 5 })).toThrow(
      'Cannot associate column "job_id": it has 6 different texts, expected at most 5 (maxLevels)',
    );
    expect(() => associations(jobs, { columns: ["hight"] })).toThrow(
      'There is no column "hight" in the table',
    );
    expect(() => associations(jobs, { colums: ["x"] } as object)).toThrow('There is no option "colums"');
    expect(() => associations(jobs, { maxLevels: 1 })).toThrow("maxLevels must be a number from 2, got 1");
  });
});
