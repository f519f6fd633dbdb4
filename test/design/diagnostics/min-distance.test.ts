import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minDistance } from "../../../src/design/diagnostics/min-distance.ts";
import { drawPoints } from "../../../src/design/methods/draw-points.ts";
import { random } from "../../../src/design/methods/random.ts";
import { rowsOf, uniformRequest } from "../methods/uniform-request.ts";

describe("minDistance()", () => {
  it("has the published value of Fang 2006 A", () => {
    const design = [Float64Array.of(1, 3, 5, 7, 9, 11), Float64Array.of(5, 11, 3, 9, 1, 7)];
    expect(minDistance(design.map((column) => column.map((x) => x / 12)))).toBeCloseTo(
      0.3726779962499649,
      15,
    );
  });

  it("is the smallest distance of all pairs", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), fc.integer({ min: 1, max: 5 }), fc.nat(), (n, d, seed) => {
        const points = drawPoints(random(), uniformRequest(n, d, { seed }));
        const rows = rowsOf(points);
        const distances = rows.flatMap((a, i) => {
          return rows.slice(i + 1).map((b) => Math.hypot(...a.map((x, k) => x - b[k]!)));
        });
        expect(minDistance(points)).toBeCloseTo(Math.min(...distances), 14);
      }),
    );
  });

  it("is 0 for points that repeat and Infinity for fewer than two", () => {
    expect(minDistance([Float64Array.of(0.5, 0.1, 0.5), Float64Array.of(0.2, 0.9, 0.2)])).toBe(0);
    expect(minDistance([Float64Array.of(0.5)])).toBe(Number.POSITIVE_INFINITY);
    expect(minDistance([])).toBe(Number.POSITIVE_INFINITY);
  });

  it("refuses columns of different lengths", () => {
    expect(() => minDistance([Float64Array.of(1), Float64Array.of(1, 2)])).toThrow(
      "Columns must have the same length, got 1 and 2",
    );
  });
});
