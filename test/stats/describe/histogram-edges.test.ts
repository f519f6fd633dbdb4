import { describe, expect, test } from "vitest";
import { binCounts } from "../../../src/stats/describe/bin-counts.ts";
import { histogramEdges } from "../../../src/stats/describe/histogram-edges.ts";

/** 60 values of a gamma distribution, rounded: numpy's default_rng(5).gamma(2, 3, 60). */
const GAMMA = [
  2.49, 4.1, 10.82, 3.15, 6.13, 2.13, 5.83, 4.68, 2.94, 2.71, 4.76, 6.76, 0.95, 2.08, 1.48, 4.85, 1.94, 1.85,
  5.92, 11.04, 0.57, 1.83, 5.17, 4.15, 9.73, 8.44, 3.82, 12.97, 21.57, 9.04, 3.0, 12.27, 5.77, 7.75, 4.43,
  5.41, 9.33, 1.64, 9.76, 2.1, 6.81, 1.51, 1.65, 4.97, 4.79, 3.25, 0.73, 3.76, 3.41, 2.69, 5.65, 5.4, 7.09,
  15.17, 2.17, 5.07, 2.93, 5.19, 3.84, 16.35,
];

describe("histogramEdges()", () => {
  test("spans numbers whose distance is beyond all numbers", () => {
    const edges = histogramEdges([-1.7e308, 0, 1.7e308]);
    expect([edges[0], edges.at(-1), edges.length]).toEqual([-1.7e308, 1.7e308, 4]);
    expect([...binCounts([-1.7e308, 0, 1.7e308], edges)]).toEqual([1, 1, 1]);
  });

  test("chooses and counts bins as numpy 2.4.6 does with bins='auto'", () => {
    const edges = histogramEdges(GAMMA);
    const expected = [0.57, 2.67, 4.77, 6.87, 8.97, 11.07, 13.17, 15.27, 17.37, 19.47, 21.57];
    expect(edges).toHaveLength(11);
    for (const [i, edge] of edges.entries()) expect(edge).toBeCloseTo(expected[i] as number, 12);
    expect([...binCounts(GAMMA, edges)]).toEqual([15, 16, 15, 3, 6, 2, 1, 1, 0, 1]);
  });

  test("chooses and counts bins as numpy does with bins=7, range=(1, 9)", () => {
    const edges = histogramEdges(GAMMA, { bins: 7, range: [1, 9] });
    expect(edges[1]).toBeCloseTo(2.142857142857143, 14);
    expect(edges[7]).toBe(9);
    expect([...binCounts(GAMMA, edges)]).toEqual([10, 9, 6, 11, 5, 4, 1]);
  });

  test("chooses the default number by the values within the range", () => {
    const within = GAMMA.filter((value) => value >= 1 && value <= 9);
    const edges = histogramEdges(GAMMA, { range: [1, 9] });
    expect(edges).toHaveLength(histogramEdges(within, { range: [1, 9] }).length);
    expect([edges[0], edges.at(-1)]).toEqual([1, 9]);
  });

  test("makes at most 50 bins", () => {
    const values = [...Array.from({ length: 1000 }, (_, i) => Math.sin(i) / 1000), -50.5, 60];
    expect(histogramEdges(values)).toHaveLength(51);
  });

  test("gives whole numbers that are close a bin each", () => {
    expect([...histogramEdges([3, 5, 3])]).toEqual([2.5, 3.5, 4.5, 5.5]);
    expect(histogramEdges([0, 49])).toHaveLength(51);
    expect([...histogramEdges([0, 50])]).toEqual([0, 25, 50]);
    expect([...histogramEdges([0, 1.5])]).toEqual([0, 0.75, 1.5]);
    expect([...histogramEdges([3, 5, 3], { bins: 2 })]).toEqual([3, 4, 5]);
  });

  test("has bins with a width where all values are one", () => {
    expect([...histogramEdges([0.25, 0.25])]).toEqual([-0.25, 0.75]);
    expect([...histogramEdges([0.25], { bins: 2 })]).toEqual([-0.25, 0.25, 0.75]);
    const [low, high] = histogramEdges([1e300]) as unknown as [number, number];
    expect(low < 1e300 && 1e300 < high).toBe(true);
    expect([...binCounts([1e300], [low, high])]).toEqual([1]);
  });

  test("ascends where hardly any numbers lie between", () => {
    const values = [1, 1 + Number.EPSILON, 1 + 2 * Number.EPSILON];
    const edges = histogramEdges(values, { bins: 10 });
    expect([...edges]).toEqual([...new Set(edges)].sort((a, b) => a - b));
    expect(binCounts(values, edges).reduce((sum, count) => sum + count)).toBe(3);
    expect([...histogramEdges([-1.7e308, 1.7e308], { bins: 2 })]).toEqual([-1.7e308, 0, 1.7e308]);
  });

  test("leaves out what is not finite, and has no edges where nothing is", () => {
    expect([...histogramEdges([Number.NaN, 1, Number.POSITIVE_INFINITY])]).toEqual([0.5, 1.5]);
    expect(histogramEdges([Number.NaN])).toHaveLength(0);
    expect([...histogramEdges([], { range: [0, 2] })]).toEqual([0, 2]);
  });

  test("with weights is that of values repeated so often", () => {
    const weights = GAMMA.map((_, i) => i % 4);
    const repeated = GAMMA.flatMap((value, i) => new Array<number>(i % 4).fill(value));
    const edges = histogramEdges(GAMMA, { weights });
    expect(edges).toEqual(histogramEdges(repeated));
    expect(binCounts(GAMMA, edges, { weights })).toEqual(binCounts(repeated, edges));
  });

  test("refuses bins that are none", () => {
    expect(() => histogramEdges([1], { bins: 0 })).toThrow("bins must be a whole number, 1 or more");
    expect(() => histogramEdges([1], { bins: 1e9 })).toThrow("1 or more and at most 1000000");
    expect(() => histogramEdges([1], { bins: [1] })).toThrow("bins must have at least two edges, ascending");
    expect(() => histogramEdges([1], { bins: [1, 1] })).toThrow(RangeError);
    expect(() => histogramEdges([1], { range: [2, 1] })).toThrow(
      "range must be two finite numbers, ascending",
    );
    expect(() => histogramEdges([1], { bins: [1, 2], range: [1, 2] })).toThrow(TypeError);
  });
});

describe("binCounts()", () => {
  test("closes only the last bin", () => {
    expect([...binCounts([0, 1, 1, 2, 3, 3, 3.5, -1], [0, 1, 2, 3])]).toEqual([1, 2, 3]);
  });
});
