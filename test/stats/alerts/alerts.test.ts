import { type ColumnTable, table } from "arquero";
import { describe, expect, test } from "vitest";
import { normal } from "../../../src/design/distributions/normal.ts";
import { uniform } from "../../../src/design/distributions/uniform.ts";
import { sobol } from "../../../src/design/methods/sobol.ts";
import { randomStream } from "../../../src/design/random/random-stream.ts";
import { sample } from "../../../src/design/sample.ts";
import type { Alert } from "../../../src/stats/alerts/alert-table.ts";
import { alerts } from "../../../src/stats/alerts/alerts.ts";
import { associations } from "../../../src/stats/association/associations.ts";
import { makeColumn } from "../../../src/tables/make-column.ts";

/** Alerts as `ALERT column: message`. */
function told(of: ColumnTable): string[] {
  return (of.objects() as Alert[]).map(({ alert, message }) => `${alert}: ${message}`);
}

/** The only alert about a column, or none. */
function about(values: unknown, options = {}): Partial<Alert> | undefined {
  const found = alerts(table({ x: values as unknown[] }), options).objects() as Alert[];
  return found.find(({ alert }) => alert !== "DUPLICATES");
}

const times = (count: number, value: unknown) => Array<unknown>(count).fill(value);
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);

describe("alerts() about a column", () => {
  test("CONSTANT, of any kind, and nothing else", () => {
    expect(about(times(20, 0))).toEqual({
      ...{ alert: "CONSTANT", severity: "info", column: "x", other_column: null, label: null },
      ...{ value: 1, threshold: 1, message: '"x" is 0 in all 20 rows' },
    });
    expect(about(times(3, "gym"))?.message).toBe('"x" is "gym" in all 3 rows');
    expect(about(times(3, true))?.message).toBe('"x" is true in all 3 rows');
    expect(about(times(3, new Date(0)))?.message).toBe('"x" is 1970-01-01T00:00:00.000Z in all 3 rows');
    expect(told(alerts(table({ x: [1.5, 1.5, null] })))[1]).toBe('MISSING: "x" is missing in 33 % of 3 rows');
    expect(told(alerts(table({ x: [1.5, 1.5, null] })))[2]).toBe(
      'CONSTANT: "x" is 1.5 in every row that has a value',
    );
  });

  test("ZEROS, MISSING and INFINITE, with their shares", () => {
    expect(about([...times(49, 0), 3], { thresholds: { farFromMean: 7 } })).toMatchObject({
      value: 0.98,
      threshold: 0.01,
      message: '"x" is 0 in 98 % of 50 rows',
    });
    expect(about([...times(49, 1.5), 3])?.alert).not.toBe("ZEROS");
    expect(about([null, Number.NaN, 2, 3.5])).toMatchObject({
      alert: "MISSING",
      value: 0.5,
      message: '"x" is missing in 50 % of 4 rows',
    });
    expect(about([1, 2.5, Number.POSITIVE_INFINITY])).toMatchObject({
      alert: "INFINITE",
      severity: "error",
      message: '"x" is infinite in 1 of 3 rows',
    });
    expect(about([...times(199, 1.5), null], { thresholds: { missing: 0.1 } })?.alert).toBe("CONSTANT");
    expect(about([null, null])).toMatchObject({
      alert: "MISSING",
      message: '"x" is missing in 100 % of 2 rows',
    });
    expect(about(makeColumn("float64[]", [[1], null]))).toMatchObject({ alert: "MISSING" });
  });

  test("IMBALANCE of texts and truth values", () => {
    const scene = [...times(95, "gym"), ...times(5, "attic")];
    expect(about(scene)).toMatchObject({
      alert: "IMBALANCE",
      value: expect.closeTo(1 + 0.95 * Math.log2(0.95) + 0.05 * Math.log2(0.05), 12),
      message: '"x" is "gym" in 95 % of 100 rows, among 2 different values (imbalance 0.714)',
    });
    expect(about(scene.map((each) => each === "gym"))?.message).toMatch('"x" is true in 95 % of 100 rows');
    expect(about(scene, { thresholds: { imbalance: 0.8 } })).toBeUndefined();
    expect(about([...times(60, "gym"), ...times(40, "attic")])).toBeUndefined();
  });

  test("UNIQUE and HIGH_CARDINALITY", () => {
    expect(about(["a", "b", "c"])).toMatchObject({ alert: "UNIQUE", severity: "info" });
    expect(about(makeColumn("int32", [5, 7, 8]))?.alert).toBe("UNIQUE");
    expect(about([5, 7, 8.5])).toBeUndefined();
    const names = [...upTo(60), ...upTo(40), ...upTo(7)].map((i) => `name ${i}`);
    expect(about(names)).toMatchObject({
      alert: "HIGH_CARDINALITY",
      value: 60,
      message: '"x" has 60 different texts in 107 rows',
    });
    expect(about(names, { thresholds: { cardinality: 60 } })?.alert).not.toBe("HIGH_CARDINALITY");
  });

  test("SKEWED and FAR_FROM_MEAN", () => {
    const values = [...upTo(999).map((i) => 1 + i / 999), 1000];
    const found = alerts(table({ x: values })).objects() as Alert[];
    expect(found).toMatchObject([
      {
        alert: "SKEWED",
        value: expect.closeTo(31.6, 0),
        message: '"x" is skewed: few values lie far above all others (skewness 31.6)',
      },
      {
        alert: "FAR_FROM_MEAN",
        message:
          '"x" lies more than 5 standard deviations from its mean 2.5 in 1 of 1,000 rows (farthest: 1,000)',
      },
    ]);
    expect(about(values.map((x) => -x))?.message).toContain("far below all others");
    expect(told(alerts(table({ x: values }), { thresholds: { skewness: 40, farFromMean: 40 } }))).toEqual([]);
  });

  test("FAR_FROM_MEAN, of numbers of any size", () => {
    for (const unit of [1e-300, 1, 1e300]) {
      expect(told(alerts(table({ x: [3, 1, 2, 5, 4, 9].map((x) => x * unit) })))).toEqual([]);
      const far = [...upTo(99).map((i) => 1 + i / 99), 50].map((x) => x * unit);
      expect(alerts(table({ x: far })).objects()).toMatchObject([
        { alert: "FAR_FROM_MEAN", value: expect.closeTo(9.88, 2) },
      ]);
    }
  });

  test("UNIFORM, not of values so rare that those that are absent do not show", () => {
    const random = randomStream(4, "levels");
    const drawn = Array.from({ length: 400 }, (_, row) => `level ${Math.floor(random(row) * 300)}`);
    const names = { thresholds: { cardinality: 1000 } };
    expect(about(drawn, names)).toBeUndefined();
    expect(about([1, 2, 3, 4, 5, 6, 7, 8, 9, 9])?.alert).not.toBe("UNIFORM");
  });

  test("UNIFORM, of a design and not of chance", () => {
    const levels = times(12, ["a", "b", "c"]).flat();
    expect(about(levels)).toMatchObject({
      alert: "UNIFORM",
      message: '"x" is spread evenly over 3 values, more so than by chance',
    });
    const designed = sample({ x: uniform(0, 1) }, 256, { seed: 1, method: sobol() });
    expect(told(alerts(designed))).toEqual([
      'UNIFORM: "x" is spread evenly over its range, more so than by chance',
    ]);
    expect(told(alerts(sample({ x: uniform(0, 1) }, 256, { seed: 1 })))).toEqual([]);
  });

  test("UNSUPPORTED, of mixed types", () => {
    expect(about([1, "two", true])?.alert).toBe("UNSUPPORTED");
  });
});

describe("alerts() about a table", () => {
  const drawn = sample({ height: normal(1.7, 0.1), other: normal(0, 1) }, 100, { seed: 3 });

  test("HIGH_CORRELATION, once a pair, and not by chance", () => {
    const study = drawn.derive({
      depth: (row: { height: number }) => -(row.height ** 3),
      scene: (row: { height: number }) => (row.height > 1.7 ? "gym" : "attic"),
    });
    expect(told(alerts(study))).toEqual([
      'HIGH_CORRELATION: "height" and "depth" go together: Spearman\'s correlation is -1 over 100 rows',
      expect.stringMatching(
        /^HIGH_CORRELATION: "height" and "scene" go together: correlation ratio is 0\.\d+ over 100/,
      ),
      expect.stringMatching(/^HIGH_CORRELATION: "depth" and "scene" go together/),
    ]);
    expect(alerts(study).get("other_column", 0)).toBe("depth");
    const names = ["a", "b", "c", "d", "e", "f", "g", "h"];
    const noise = sample(Object.fromEntries(names.map((name) => [name, normal(0, 1)])), 12, { seed: 5 });
    const values = Array.from(associations(noise).array("value") as number[]);
    expect(values.some((value) => Math.abs(value) > 0.5)).toBe(true);
    expect(told(alerts(noise))).toEqual([]);
    expect(told(alerts(study, { thresholds: { correlation: 1 } }))).toEqual([]);
    const three = table({ a: [1.5, 2.5, 3], b: [3.5, 4.5, 5] });
    expect(told(alerts(three))).toEqual([]);
    expect(told(alerts(three, { thresholds: { correlationRows: 3 } })).length).toBe(1);
  });

  test("names of batches are keys, too", () => {
    const batches = table({ batch_id: ["b", "b", "b"], batch_name: ["n", "n", "n"], x: [1, 2, 4] });
    expect(alerts(batches).numRows()).toBe(0);
    expect(alerts(batches, { keys: [] }).array("column")).toEqual(["batch_id", "batch_name"]);
  });

  test("DUPLICATES, whatever the keys, and EMPTY", () => {
    const jobs = table({
      job_id: ["a", "b", "c", "d"],
      design_row: [0, 1, 2, 3],
      x: [1.5, 2, 1.5, 2.5],
      y: ["u", "v", "u", "v"],
    });
    expect(told(alerts(jobs))[0]).toBe(
      'DUPLICATES: 1 of 4 rows repeats an earlier row in all columns but "job_id", "design_row"',
    );
    expect(alerts(jobs).get("column", 0)).toBeNull();
    expect(told(alerts(jobs, { keys: [] }))).not.toContainEqual(expect.stringContaining("DUPLICATES"));
    expect(told(alerts(jobs, { thresholds: { duplicates: 0.25 } }))).not.toContainEqual(
      expect.stringContaining("DUPLICATES"),
    );
    expect(told(alerts(table({ x: [] })))).toEqual(["EMPTY: The table has no rows"]);
    expect(alerts(table({ job_id: ["a"] })).numRows()).toBe(0);
  });

  test("puts errors first, takes the rows that the table shows and changes nothing", () => {
    const jobs = table({ x: [1, 1, 1, 9], y: [Number.POSITIVE_INFINITY, 2.5, 3, 4] });
    expect(alerts(jobs, { columns: ["x", "y"] }).array("severity")).toEqual(["error"]);
    expect(
      told(
        alerts(
          jobs.filter((row: { x: number }) => row.x < 9),
          { columns: ["x"] },
        ),
      ),
    ).toEqual(['CONSTANT: "x" is 1 in all 3 rows']);
    expect(alerts(drawn).columnNames()).toEqual([
      "alert",
      "severity",
      "column",
      "other_column",
      "label",
      "value",
      "threshold",
      "message",
    ]);
  });

  test("says which option is wrong", () => {
    expect(() => alerts(drawn, { columns: ["hight"] })).toThrow(
      'There is no column "hight" in the table (did you mean "height"?)',
    );
    expect(() => alerts(drawn, { thresholds: { skew: 1 } as object })).toThrow('There is no option "skew"');
    expect(() => alerts(drawn, { thresholds: { zeros: -1 } })).toThrow(
      "thresholds.zeros must be a number from 0, got -1",
    );
    expect(() => alerts(drawn, { threshold: {} } as object)).toThrow('There is no option "threshold"');
  });
});
