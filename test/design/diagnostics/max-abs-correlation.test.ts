import fc from "fast-check";
import { sampleCorrelation } from "simple-statistics";
import { describe, expect, it } from "vitest";
import { maxAbsCorrelation } from "../../../src/design/diagnostics/max-abs-correlation.ts";
import { drawPoints } from "../../../src/design/methods/draw-points.ts";
import { random } from "../../../src/design/methods/random.ts";
import { uniformRequest } from "../methods/uniform-request.ts";

describe("maxAbsCorrelation()", () => {
  it("is the largest of the correlations of pairs, without sign", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 30 }), fc.integer({ min: 2, max: 5 }), fc.nat(), (n, d, seed) => {
        const columns = drawPoints(random(), uniformRequest(n, d, { seed }));
        const correlations = columns.flatMap((a, i) => {
          return columns.slice(i + 1).map((b) => Math.abs(sampleCorrelation(Array.from(a), Array.from(b))));
        });
        expect(maxAbsCorrelation(columns)).toBeCloseTo(Math.max(...correlations), 12);
      }),
    );
  });

  it("has the reference value for a small pair of columns", () => {
    const x = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5];
    const y = [2, 7, 1, 8, 2, 8, 1, 8, 2, 8, 4];
    expect(maxAbsCorrelation([x, y])).toBeCloseTo(0.09422924859889797, 14);
  });

  it("is 1 for columns on a line, also far from 0", () => {
    const column = Float64Array.of(1e9, 1e9 + 1, 1e9 + 3);
    expect(maxAbsCorrelation([column, column.map((x) => 5 - 2 * x)])).toBeCloseTo(1, 12);
  });

  it("leaves out columns with one value, and is 0 without a pair", () => {
    const constant = new Float64Array(3).fill(0.1);
    expect(maxAbsCorrelation([constant, Float64Array.of(1, 2, 3), constant])).toBe(0);
    expect(maxAbsCorrelation([Float64Array.of(1, 2)])).toBe(0);
    expect(maxAbsCorrelation([])).toBe(0);
  });

  it("refuses columns of different lengths", () => {
    expect(() => maxAbsCorrelation([[1], [1, 2]])).toThrow("Columns must have the same length, got 1 and 2");
  });
});
