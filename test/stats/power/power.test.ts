import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EffectSize } from "../../../src/stats/power/effect-size.ts";
import { jobsForEffect } from "../../../src/stats/power/jobs-for-effect.ts";
import { type PowerOfDesignOptions, powerOfDesign } from "../../../src/stats/power/power-of-design.ts";
import { expectNear } from "../tests/expect-near.ts";

const d = (value: number): EffectSize => ({ kind: "d", value });
const f = (value: number): EffectSize => ({ kind: "f", value });
const r = (value: number): EffectSize => ({ kind: "r", value });

describe("powerOfDesign()", () => {
  test("ends, however large the effect", () => {
    for (const value of [100, 1e4, 1e10, 1e150])
      expect(powerOfDesign({ effect: d(value), jobs: 50 })).toBe(1);
    expect(jobsForEffect({ effect: d(1e10) })).toEqual({ jobs: 4, repeats: 2, power: 1 });
  });

  // statsmodels 0.15.0: `TTestIndPower`, `TTestPower`, `FTestAnovaPower`, `FTestPowerF2`; the last one scipy 1.17.1 `ncf`.
  const cases: [string, PowerOfDesignOptions, number][] = [
    ["two levels", { effect: d(0.5), jobs: 128 }, 0.8014595579222542],
    ["a small effect", { effect: d(-0.2), jobs: 786 }, 0.7995942411619142],
    ["a level of 1 %", { effect: d(0.3), jobs: 20, alpha: 0.01 }, 0.02548809132956267],
    ["one side", { effect: d(0.5), jobs: 128, sides: 1 }, 0.8786641914041017],
    ["an odd number of jobs", { effect: d(0.5), jobs: 31 }, 0.2698739526704714],
    ["pairs", { effect: d(0.4), jobs: 60, paired: true }, 0.5628136071410565],
    ["pairs, one side", { effect: d(0.25), jobs: 101, paired: true, sides: 1 }, 0.5392054459212425],
    ["four levels", { effect: f(0.25), jobs: 180, levels: 4 }, 0.8039869128651758],
    ["three levels", { effect: f(0.1), jobs: 60, levels: 3 }, 0.09539045782553168],
    ["four tests", { effect: f(0.4), jobs: 40, levels: 5, tests: 4 }, 0.23212364206012848],
    ["a slope", { effect: r(0.3), jobs: 84 }, 0.8128463234533849],
    ["few jobs", { effect: r(-0.5), jobs: 20 }, 0.6852899404622235],
    ["many jobs", { effect: r(0.1), jobs: 500 }, 0.6114375758738272],
    ["bases", { effect: f(0.4), jobs: 30, levels: 3, paired: true }, 0.4209735193199527],
  ];
  test.each(cases)("of %s is that of statsmodels", (_name, options, expected) => {
    expectNear(powerOfDesign(options), expected, 1e-7);
  });

  test("takes the share of variation for f", () => {
    const eta = { kind: "etaSquared", value: 0.0625 / 1.0625 } as const;
    expectNear(powerOfDesign({ effect: eta, jobs: 180, levels: 4 }), 0.8039869128651758);
  });

  test("is alpha without an effect", () => {
    expectNear(powerOfDesign({ effect: f(0), jobs: 30, levels: 3, alpha: 0.1 }), 0.1);
    expectNear(powerOfDesign({ effect: d(0), jobs: 30, sides: 1 }), 0.05, 1e-7);
  });

  test("rejects what makes no sense", () => {
    const power = (options: object) => () => powerOfDesign(options as PowerOfDesignOptions);
    expect(power({ jobs: 3 })).toThrow("An effect is needed");
    expect(power({ effect: { kind: "g", value: 1 }, jobs: 3 })).toThrow("effect.kind must be one of d, f");
    expect(power({ effect: r(1), jobs: 9 })).toThrow('kind "r" must be above -1 and below 1, got 1');
    expect(power({ effect: f(-1), jobs: 9 })).toThrow('kind "f" must be 0 or more, got -1');
    expect(power({ effect: d(Number.NaN), jobs: 9 })).toThrow('kind "d" must be finite, got NaN');
    expect(power({ effect: d(1), jobs: 9, levels: 3 })).toThrow('use kind "f"');
    expect(power({ effect: f(1), jobs: 9, sides: 1 })).toThrow("has no direction");
    expect(power({ effect: d(1), jobs: 2 })).toThrow("2 jobs are too few");
    expect(power({ effect: d(1), jobs: 2.5 })).toThrow("jobs must be a whole number");
    expect(power({ effect: d(1), job: 20 })).toThrow('There is no option "job"');
  });
});

describe("jobsForEffect()", () => {
  // Cohen (1992), "A power primer", table 2, power of 0.8 at 0.05; its 393 and 21 are 394 and 22 by statsmodels 0.15.0.
  test.each([
    [d(0.8), 2, 26],
    [d(0.5), 2, 64],
    [d(0.2), 2, 394],
    [f(0.4), 3, 22],
    [f(0.25), 4, 45],
    [f(0.1), 5, 240],
  ])("for %o at %d levels is %d a level", (effect, levels, expected) => {
    expect(jobsForEffect({ effect, levels })).toMatchObject({ repeats: expected, jobs: expected * levels });
  });

  test("finds the fewest jobs with the power wanted", () => {
    const size = fc.double({ min: 0.1, max: 1.5, noNaN: true });
    const wanted = fc.double({ min: 0.2, max: 0.99, noNaN: true });
    const levels = fc.integer({ min: 2, max: 6 });
    fc.assert(
      fc.property(size, wanted, levels, fc.boolean(), (value, power, count, paired) => {
        const design = { effect: f(value), levels: count, paired };
        const { jobs, power: reached } = jobsForEffect({ ...design, power });
        expect(reached).toBeGreaterThanOrEqual(power);
        expect(powerOfDesign({ ...design, jobs })).toBe(reached);
        const fewer = jobs - count;
        if (fewer >= 2 * count) expect(powerOfDesign({ ...design, jobs: fewer })).toBeLessThan(power);
      }),
      { numRuns: 30 },
    );
  });

  test("rejects an effect of nothing", () => {
    expect(() => jobsForEffect({ effect: d(0) })).toThrow("An effect of d 0 needs more than 100000000 jobs");
    expect(() => jobsForEffect({ effect: d(1), power: 80 })).toThrow("power must be between 0 and 1, got 80");
  });
});
