import { describe, expect, test } from "vitest";
import { fitWithin } from "../../../src/stats/least-squares/fit-within.ts";
import { pivotedCholesky } from "../../../src/stats/least-squares/pivoted-cholesky.ts";
import { expectNear } from "../tests/expect-near.ts";

describe("pivotedCholesky()", () => {
  test("solves a system of independent columns", () => {
    const { rank, solve } = pivotedCholesky(Float64Array.of(4, 2, 0, 2, 5, 3, 0, 3, 6), 3);
    expect(rank).toBe(3);
    [...solve(Float64Array.of(8, 21, 24))].forEach((x, i) => {
      expectNear(x, i + 1);
    });
  });

  test("gives dependent columns 0", () => {
    const { rank, solve } = pivotedCholesky(Float64Array.of(1, -1, -1, 1), 2);
    expect(rank).toBe(1);
    expect([...solve(Float64Array.of(3, -3))]).toEqual([3, 0]);
    expect(pivotedCholesky(new Float64Array(4), 2).rank).toBe(0);
  });
});

describe("fitWithin()", () => {
  test("has no contrast between levels that no block joins", () => {
    const outcome = Float64Array.of(1, 2, 3, 4, 6, 8);
    const blocks = { codes: [0, 0, 0, 1, 1, 1], count: 2 };
    const levels = { codes: [0, 1, 1, 2, 3, 3], count: 4 };
    const { contrast, effect, error } = fitWithin(outcome, blocks, [levels]);
    expect({ effect: effect.df, error: error.df }).toEqual({ effect: 2, error: 2 });
    expectNear(contrast(Float64Array.of(-1, 1, 0, 0))?.value ?? null, 1.5);
    expectNear(contrast(Float64Array.of(-1, 1, 0, 0))?.variance ?? null, 1.5);
    expect(contrast(Float64Array.of(-1, 0, 1, 0))).toBeNull();
  });
});
