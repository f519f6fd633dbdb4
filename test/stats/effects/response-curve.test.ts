import { table } from "arquero";
import { describe, expect, test } from "vitest";
import { type ResponseCurveOptions, responseCurve } from "../../../src/stats/effects/response-curve.ts";
import { expectNear } from "../tests/expect-near.ts";

const JOBS = table({
  height: [1, 1, 1, 2, 2, 3, null],
  scene: ["gym", "attic", "gym", "gym", null, "gym", "gym"],
  score: [2, 4, 9, 1, 5, 7, 8],
});

describe("responseCurve()", () => {
  test("has a row a level with the interval of its mean", () => {
    const rows = responseCurve(JOBS, { outcome: "score", factor: "height", confidence: 0.9 }).objects();
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatchObject({ level: "1", x: 1, x_min: 1, x_max: 1, count: 3, mean: 5, median: 4 });
    // scipy 1.17.1: stats.t.interval(0.9, 2, 5, stats.sem([2, 4, 9])), and of [1, 5].
    expectNear((rows[0] as Record<string, number>).low as number, -1.0784347015537357);
    expectNear((rows[1] as Record<string, number>).high as number, 15.627503029350073);
    expect(rows[2]).toMatchObject({
      level: "3",
      count: 1,
      mean: 7,
      sd: null,
      low: null,
      high: null,
      median: 7,
    });
  });

  test("has a curve a group, missing ones last", () => {
    const curve = responseCurve(JOBS, { outcome: "score", factor: "height", by: "scene" });
    expect(curve.columnNames().slice(0, 3)).toEqual(["scene", "level", "x"]);
    expect(curve.select("scene", "level", "count").objects()).toEqual([
      { scene: "attic", level: "1", count: 1 },
      { scene: "gym", level: "1", count: 2 },
      { scene: "gym", level: "2", count: 1 },
      { scene: "gym", level: "3", count: 1 },
      { scene: null, level: "2", count: 1 },
    ]);
  });

  test("has the same bins in all groups, by ranks", () => {
    const jobs = table({
      x: Array.from({ length: 40 }, (_, i) => i * i),
      g: Array.from({ length: 40 }, (_, i) => i % 2),
      y: Array.from({ length: 40 }, (_, i) => i),
    });
    const curve = responseCurve(jobs, { outcome: "y", factor: "x", by: ["g"], bins: 4 });
    expect(curve.select("g", "level", "x_min", "x_max", "count").objects().slice(0, 2)).toEqual([
      { g: 0, level: "0 to 81", x_min: 0, x_max: 64, count: 5 },
      { g: 0, level: "100 to 361", x_min: 100, x_max: 324, count: 5 },
    ]);
    expect(responseCurve(jobs, { outcome: "y", factor: "x" }).numRows()).toBe(10);
  });

  test("follows texts, which have no x", () => {
    const curve = responseCurve(JOBS, { outcome: "score", factor: "scene" });
    expect(curve.select("level", "x", "x_min", "count").objects()).toEqual([
      { level: "attic", x: null, x_min: null, count: 1 },
      { level: "gym", x: null, x_min: null, count: 5 },
    ]);
  });

  test("names what is wrong", () => {
    const bad = (options: object) => () => responseCurve(JOBS, options as ResponseCurveOptions);
    expect(bad({ outcome: "score", factor: "score" })).toThrow('The outcome "score" cannot be the factor');
    expect(bad({ outcome: "score" })).toThrow('needs the names of an "outcome" and a "factor" column');
    expect(bad({ outcome: "score", factor: "hight" })).toThrow(
      'no factor "hight" in the table (did you mean "height"?)',
    );
    expect(bad({ outcome: "score", factor: "height", by: "sceen" })).toThrow('no group column "sceen"');
    const named = JOBS.rename({ scene: "level" });
    expect(() => responseCurve(named, { outcome: "score", factor: "height", by: "level" })).toThrow(
      'Cannot group by "level"',
    );
  });
});
