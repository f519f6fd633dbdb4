import { type ColumnTable, table } from "arquero";
import { describe, expect, test } from "vitest";
import { choice } from "../../../src/design/distributions/choice.ts";
import { normal } from "../../../src/design/distributions/normal.ts";
import { uniform } from "../../../src/design/distributions/uniform.ts";
import { sample } from "../../../src/design/sample.ts";
import { compareDistributions } from "../../../src/stats/drift/compare-distributions.ts";
import type { DriftRow } from "../../../src/stats/drift/drift-row.ts";
import { makeColumn } from "../../../src/tables/make-column.ts";

const a = [1, 2, 2, 3, 5, 8, 13, 21, 34, 55];
const b = [2, 3, 3, 5, 8, 8, 20, 30, 40, 80, 90];

function rowsOf(columns: ColumnTable): Map<string, DriftRow> {
  return new Map((columns.objects() as DriftRow[]).map((row) => [row.column, row]));
}

/** How two lists of values compare as a column. */
function compared(reference: unknown[], current: unknown[], options = {}): DriftRow {
  const { columns } = compareDistributions(table({ x: reference }), table({ x: current }), options);
  return rowsOf(columns).get("x") as DriftRow;
}

function draw(seed: number, n: number): ColumnTable {
  const columns = { height: normal(1.7, 0.1), yaw: uniform(0, 360), scene: choice(["gym", "attic", "yard"]) };
  return sample(columns, n, { seed });
}

describe("compareDistributions() of jobs", () => {
  const jobs = (batch: string) =>
    table({
      ...{ job_id: a.map((_, i) => `${batch}-${i}`), batch_id: a.map(() => batch) },
      ...{ batch_name: a.map(() => `batch ${batch}`), design_row: a.map((_, i) => i), x: a },
    });

  test("leaves out what names rows and batches, unless it is named", () => {
    const names = (options = {}) =>
      Array.from(compareDistributions(jobs("b1"), jobs("b2"), options).columns.array("column"));
    expect(names()).toEqual(["x"]);
    expect(names({ columns: ["x", "batch_id"] })).toEqual(["x", "batch_id"]);
    expect(names({ keys: ["x", "job_id"] })).toEqual(["batch_id", "batch_name", "design_row"]);
    expect(compareDistributions(jobs("b1"), jobs("b2")).drifted).toBe(false);
  });
});

describe("compareDistributions() of one column", () => {
  test("tests few numbers by Kolmogorov-Smirnov and tells all distances", () => {
    expect(compared(a, b)).toMatchObject({
      kind: "numeric",
      ...{ count_reference: 10, count_current: 11, missing_share_reference: 0, missing_share_current: 0 },
      ...{ test: "ks", statistic: expect.closeTo(0.20909090909090908, 12), threshold: 0.05, drifted: false },
      ...{ p_value: expect.closeTo(0.934065934065934, 12), ks: expect.closeTo(0.20909090909090908, 12) },
      // scipy 1.17.1, and Evidently's division by the reference's standard deviation (n).
      wasserstein: expect.closeTo(11.872727272727273, 12),
      wasserstein_normed: expect.closeTo(0.706459696439101, 12),
      ...{ chi_squared: null, effect: "cohens_d" },
      ...{ mean_reference: 14.4, mean_current: expect.closeTo(289 / 11, 12), note: null },
    });
  });

  test("tests texts, truth values and five different numbers by chi-squared of both tables", () => {
    // scipy 1.17.1: chi2_contingency([[12, 5, 9], [3, 14, 8]], correction=False).
    const levels = (counts: number[], values: unknown[]) =>
      counts.flatMap((count, i) => Array<unknown>(count).fill(values[i]));
    for (const values of [
      ["u", "v", "w"],
      [1, 2.5, 7],
    ]) {
      const row = compared(levels([12, 5, 9], values), levels([3, 14, 8], values));
      expect(row).toMatchObject({
        ...{ test: "chi_squared", statistic: expect.closeTo(9.706105263157893, 12), drifted: true },
        p_value: expect.closeTo(0.007804516834222103, 12),
        // numpy: sum((q - p) log(q / p)).
        psi: expect.closeTo(0.855136462278571, 12),
      });
    }
    const lit = compared(levels([30, 10], [true, false]), levels([10, 30], [true, false]));
    expect(lit).toMatchObject({
      effect: "cramers_v",
      effect_size: expect.closeTo(0.5, 12),
      mean_reference: 0.75,
    });
  });

  test("measures distances from 1,001 reference values on", () => {
    const many = Array.from({ length: 1001 }, (_, i) => i / 1001);
    expect(
      compared(
        many,
        many.map((x) => x + 0.1),
      ),
    ).toMatchObject({ test: "wasserstein", drifted: true, threshold: 0.1 });
    expect(compared(many.slice(1), many).test).toBe("ks");
    expect(
      compared(
        many,
        many.map((x) => x + 0.01),
      ),
    ).toMatchObject({ test: "wasserstein", drifted: false });
    const texts = many.map((x) => (x < 0.5 ? "u" : "v"));
    expect(compared(texts, texts)).toMatchObject({ test: "jensen_shannon", statistic: 0, drifted: false });
    expect(compared(texts, ["u", "u"])).toMatchObject({
      test: "jensen_shannon",
      drifted: true,
      note: expect.stringContaining("may be chance"),
    });
  });

  test("takes the tests and thresholds that are wished", () => {
    expect(compared(a, b, { numericTest: "wasserstein" })).toMatchObject({
      statistic: expect.closeTo(0.7064596, 6),
      drifted: true,
    });
    expect(compared(a, b, { numericTest: "wasserstein", thresholds: { wasserstein: 0.8 } }).drifted).toBe(
      false,
    );
    expect(compared(a, b, { numericTest: "chi_squared" })).toMatchObject({
      test: "chi_squared",
      drifted: false,
    });
    expect(compared(a, b, { thresholds: { ks: 0.95 } }).drifted).toBe(true);
    expect(compared(["u"], ["v"], { categoricalTest: "jensen_shannon" }).statistic).toBeCloseTo(
      Math.sqrt(Math.LN2),
      12,
    );
  });

  test("has working bins where one value is frequent", () => {
    const reference = [...Array<number>(90).fill(0), ...Array(10).keys()];
    const shifted = [...Array<number>(45).fill(0), ...Array<number>(45).fill(0.6), ...Array(10).keys()];
    expect(compared(reference, reference).psi).toBe(0);
    expect(compared(reference, shifted).psi as number).toBeGreaterThan(1);
    expect(compared([5, 5, 5], [6, 6, 6])).toMatchObject({
      drifted: true,
      effect_size: null,
      js_distance: expect.closeTo(0.8326, 3),
    });
  });

  test("has numbers for very large and very small values, in whatever unit they are", () => {
    const reference = Array.from({ length: 40 }, (_, i) => 1000 * (i % 7));
    const current = Array.from({ length: 40 }, (_, i) => 1000 * (i % 9) + 500);
    const { wasserstein, mean_current, ...same } = compared(reference, current);
    for (const unit of [2 ** 1000, 2 ** -1000]) {
      const [was, is] = [reference, current].map((values) => values.map((value) => value * unit));
      const found = compared(was as number[], is as number[]);
      expect(found).toMatchObject({
        ks: same.ks,
        psi: same.psi,
        effect_size: same.effect_size,
        wasserstein: (wasserstein as number) * unit,
        mean_current: (mean_current as number) * unit,
      });
    }
    const huge = compared([1.7e308, -1.7e308, 1e308, 5, 1, 2], [1.7e308, 1.7e308, 1e308, 1]);
    const numbers = Object.values(huge).filter((value) => typeof value === "number");
    expect(numbers.filter((value) => !Number.isFinite(value))).toEqual([]);
  });

  test("says what cannot be compared", () => {
    expect(compared([1, 2], ["u", "v"])).toMatchObject({
      drifted: true,
      test: null,
      note: "numeric in the reference table, categorical in the current one",
    });
    expect(compared([1, 2], [null, null])).toMatchObject({
      drifted: null,
      count_current: 0,
      note: "no value in the current table",
    });
    expect(compared(["u", "v", "w"], ["x", "y", "z"])).toMatchObject({
      drifted: null,
      note: "not compared: every row has another text",
    });
    expect(compared(["u", "v", "w", "w"], ["u", "u"], { maxLevels: 2 })).toMatchObject({
      drifted: null,
      note: "not compared: 3 different texts, more than maxLevels",
    });
    expect(compared([], [])).toMatchObject({ drifted: null, missing_share_current: null });
  });

  test("notes missing and infinite values, which are left out", () => {
    expect(compared([...a, null], [...b, ...Array(9).fill(null), Number.POSITIVE_INFINITY])).toMatchObject({
      ...{ statistic: expect.closeTo(0.20909090909090908, 12), count_current: 11 },
      missing_share_reference: expect.closeTo(1 / 11, 12),
      missing_share_current: expect.closeTo(9 / 21, 12),
      note: "missing in 43 % of the current rows, 9.1 % of the reference rows; 1 infinite value left out",
    });
  });

  test("compares lists by length and moments as milliseconds", () => {
    const lists = (sizes: number[]) =>
      makeColumn(
        "float64[]",
        sizes.map((size) => Array(size).fill(0)),
      );
    const one = table({ x: lists([1, 1, 2]), at: [new Date(0), new Date(1000), new Date(2000)] });
    const row = rowsOf(compareDistributions(one, one).columns);
    expect(row.get("x")).toMatchObject({
      kind: "list",
      mean_current: expect.closeTo(4 / 3, 12),
      note: "compared by the lengths of the lists",
    });
    expect(row.get("at")).toMatchObject({ kind: "time", mean_reference: 1000 });
  });
});

describe("compareDistributions() of tables", () => {
  const reference = draw(1, 300);

  test("keeps columns of only one table, without a verdict", () => {
    const design = table({ x: [1, 2, 3], only: [1, 2, 3] });
    const { columns, driftedShare, drifted, ...rows } = compareDistributions(
      design,
      table({ x: [1, 2], extra: ["u", "v"] }),
    );
    expect(rowsOf(columns).get("only")).toMatchObject({
      count_reference: 3,
      count_current: null,
      note: "only in the reference table",
    });
    expect(rowsOf(columns).get("extra")).toMatchObject({ kind: "categorical", drifted: null });
    expect({ driftedShare, drifted, ...rows }).toEqual({
      driftedShare: 0,
      drifted: false,
      referenceRows: 3,
      currentRows: 2,
    });
    expect(compareDistributions(table({ a: [1] }), table({ b: [1] }))).toMatchObject({
      driftedShare: null,
      drifted: false,
    });
  });

  test("finds a planted shift and nothing else, and corrects p-values for the number of columns", () => {
    const batch = draw(2, 300).derive({ height: (row: { height: number }) => row.height + 0.05 });
    const { columns, driftedShare, drifted } = compareDistributions(reference, batch);
    expect(columns.objects().filter((row) => (row as DriftRow).drifted)).toMatchObject([
      { column: "height", effect_size: expect.closeTo(0.5, 0) },
    ]);
    expect({ driftedShare, drifted }).toEqual({ driftedShare: 1 / 3, drifted: false });
    const { p_value, p_adjusted } = rowsOf(columns).get("height") as DriftRow;
    expect(p_adjusted).toBeCloseTo((p_value as number) * 3, 14);
    const { drifted: soon } = compareDistributions(reference, batch, { minDriftedShare: 0.3 });
    expect(soon).toBe(true);
  });

  test("finds a difference where there is none about as often as the level says", () => {
    let found = 0;
    for (let seed = 0; seed < 60; seed++) {
      const { columns } = compareDistributions(draw(2 * seed + 10, 80), draw(2 * seed + 11, 60), {
        correction: "none",
      });
      found += (columns.objects() as DriftRow[]).filter((row) => row.drifted === true).length;
    }
    // 180 comparisons at 5 %: 9 expected, and between 2 and 19 with a chance of 99.9 %.
    expect(found).toBeGreaterThanOrEqual(2);
    expect(found).toBeLessThanOrEqual(19);
  });

  test("takes the rows that tables show, some columns, and changes nothing", () => {
    const shown = reference.filter((row: { yaw: number }) => row.yaw < 180);
    const { columns, currentRows } = compareDistributions(reference, shown, { columns: ["yaw"] });
    expect(currentRows).toBe(shown.numRows());
    expect(rowsOf(columns).get("yaw")).toMatchObject({ count_current: shown.numRows(), drifted: true });
    expect(columns.numRows()).toBe(1);
  });

  test("says which option is wrong", () => {
    const compare = (options: object) => () => compareDistributions(reference, reference, options);
    expect(compare({ columns: ["yow"] })).toThrow('Neither table has a column "yow" (did you mean "yaw"?)');
    expect(compare({ numericTest: "t" })).toThrow("numericTest must be one of auto, ks, chi_squared");
    expect(compare({ categoricalTest: "ks" })).toThrow("categoricalTest must be one of auto, chi_squared");
    expect(compare({ thresholds: { ks: 2 } })).toThrow("thresholds.ks must be a number from 0 to 1, got 2");
    expect(compare({ thresholds: { wassertein: 1 } })).toThrow('did you mean "wasserstein"');
    expect(compare({ minDriftedShare: 50 })).toThrow("minDriftedShare must be a number from 0 to 1, got 50");
    expect(compare({ treshold: 1 })).toThrow('There is no option "treshold"');
    expect(compare({ correction: "bonf" })).toThrow("correction must be one of holm");
  });
});
