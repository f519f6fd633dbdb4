import { table } from "arquero";
import { describe, expect, it } from "vitest";
import { empirical } from "../../../src/design/distributions/empirical.ts";
import type { ColumnLike } from "../../../src/tables/column-type-of.ts";
import { makeColumn } from "../../../src/tables/make-column.ts";

const LARGEST_U = 1 - 2 ** -53;

describe("empirical()", () => {
  it("draws each value equally often, sorted, without interpolation", () => {
    const { quantile } = empirical([30, 4, 100, 4]);
    expect([0, 0.2499, 0.25, 0.4999, 0.5, 0.75, LARGEST_U].map(quantile)).toEqual([4, 4, 4, 4, 30, 100, 100]);
  });

  it("does not depend on the order of the values", () => {
    const values = ["b", null, "é", "a", "B", "b"];
    expect(empirical(values).args).toEqual(empirical(values.toReversed()).args);
    expect(empirical(values).args).toEqual([[null, "B", "a", "b", "b", "é"]]);
    expect(empirical([true, 2, "x", false, 10]).args).toEqual([[false, true, 2, 10, "x"]]);
  });

  it("takes arrays, typed arrays and columns of tables, and leaves them as they are", () => {
    const frozen = Object.freeze([3, 1, 2]);
    const columns: ColumnLike[] = [
      frozen,
      new Float32Array(frozen),
      new BigInt64Array([3n, 1n, 2n]),
      table({ x: [3, 1, 2] }).column("x") as ColumnLike,
      makeColumn("int64", [3, 1, 2]),
    ];
    for (const column of columns) expect(empirical(column).args).toEqual([[1, 2, 3]]);
    expect(frozen).toEqual([3, 1, 2]);
  });

  it("draws missing values as not specified, with their share", () => {
    const { quantile } = empirical(makeColumn("float64", [0.5, null, 1.5, undefined]));
    expect([0, 0.25, 0.5, 0.75].map(quantile)).toEqual([0.5, 1.5, null, null]);
  });

  it("refuses no values, and values that are no parameters", () => {
    expect(() => empirical([])).toThrow("There must be at least one value to draw from");
    expect(() => empirical([1, Number.NaN])).toThrow("got NaN");
    expect(() => empirical([new Date(0)] as ColumnLike)).toThrow(RangeError);
    expect(() => empirical([2n ** 60n] as ColumnLike)).toThrow("got 1152921504606846976");
  });
});
