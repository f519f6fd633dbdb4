import { describe, expect, it } from "vitest";
import { uniform } from "../../../src/design/distributions/uniform.ts";
import { saltelli } from "../../../src/design/sensitivity/saltelli.ts";
import { sobolIndices } from "../../../src/stats/sensitivity/sobol-indices.ts";
import { ISHIGAMI, ishigami, outcomesOf, sobolG } from "./test-functions.ts";

const values = (estimates: readonly { value: number | null }[] | null) =>
  (estimates ?? []).map(({ value }) => value as number);
const margins = (estimates: readonly { margin: number | null }[] | null) =>
  (estimates ?? []).map(({ margin }) => margin as number);

function ofIshigami(n: number, { scramble = false, resamples = 0, seed = 1 } = {}) {
  const design = saltelli(ISHIGAMI, n, { seed, secondOrder: true, scramble });
  return sobolIndices(outcomesOf(design, ishigami), { parameters: 3, secondOrder: true, resamples, seed });
}

function expectClose(actual: readonly number[], expected: readonly number[], tolerance: number): void {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, i) => {
    expect(Math.abs((actual[i] as number) - value)).toBeLessThanOrEqual(
      tolerance * Math.max(Math.abs(value), 0.01),
    );
  });
}

describe("sobolIndices()", () => {
  // SALib at commit 1c37548 on scipy 1.17.1, sample.sobol(scramble=False, skip_values=0, calc_second_order=True).
  it.each([
    [
      8,
      [0.2871530616795173, 0, -0.049924664231208435],
      [0.4036439448856704, 0, 0.06656621897494454],
      [0, 0.13313243794988916, 0],
    ],
    [
      64,
      [0.2927412857573365, 0.6089431308141573, -0.024523686533122122],
      [0.5759383396698099, 0.4605274695503907, 0.19280110990916816],
      [-0.1215793922206404, 0.26569720745754827, -0.12016878525999888],
    ],
    [
      1024,
      [0.33295510535317324, 0.4413139385440669, 0.018578437929572516],
      [0.5581790457114659, 0.4432845840303481, 0.2421493733549653],
      [-4.955281413510093e-5, 0.22760710553788024, 0.0048765516488903544],
    ],
  ])("gives the numbers of SALib for Ishigami's function, N = %d", (n, s1, st, s2) => {
    const { first, total, second } = ofIshigami(n);
    expectClose(values(first), s1, 1e-9);
    expectClose(values(total), st, 1e-9);
    expectClose(values(second), s2, 1e-9);
  });

  it("gives the numbers of SALib without second order", () => {
    // SALib 1.6.0 on scipy 1.17.1, N = 64, calc_second_order=False.
    const design = saltelli(ISHIGAMI, 64, { seed: 1, scramble: false });
    const { first, second } = sobolIndices(outcomesOf(design, ishigami), { parameters: 3, resamples: 0 });
    expectClose(values(first), [0.29279252173876275, 0.6089431308141572, -0.02409980012130604], 1e-9);
    expect(second).toBeNull();
  });

  it("gives intervals as wide as SALib's", () => {
    // SALib 1.6.0 on scipy 1.17.1, N = 64, num_resamples=2000: S1_conf, ST_conf, S2_conf. The standard deviation of
    // 2,000 samples is known to 1.6 %, of both: 7 % are 3 standard errors.
    const { first, total, second } = ofIshigami(64, { resamples: 2000, seed: 4 });
    expectClose(margins(first), [0.2404339156765813, 0.19269401833378969, 0.25294904753735986], 0.07);
    expectClose(margins(total), [0.35258016634374445, 0.17080989063320987, 0.07179850573634554], 0.07);
    expectClose(margins(second), [0.3071171004595749, 0.33327553277441907, 0.21903690713495552], 0.07);
  });

  it("holds the analytic indices of Ishigami's function in its intervals", () => {
    // V = 13.844587940719254 (Ishigami and Homma 1990): S1, ST and S2 of a = 7, b = 0.1.
    const s1 = [0.31390519114781146, 0.4424111447900409, 0];
    const st = [0.5575888552099592, 0.4424111447900409, 0.2436836640621477];
    const found = ofIshigami(2048, { scramble: true, resamples: 200, seed: 3 });
    for (const [estimates, truth] of [
      [found.first, s1],
      [found.total, st],
      [found.second, [0, 0.2436836640621477, 0]],
    ] as const) {
      estimates?.forEach(({ value, margin }, i) => {
        expect(Math.abs((value as number) - (truth[i] as number))).toBeLessThan(1.5 * (margin as number));
        expect(margin).toBeLessThan(0.15);
      });
    }
  });

  it("holds the analytic indices of Sobol's g-function in its intervals", () => {
    // Saltelli and Sobol' (1995): V_i = 1 / (3 (1 + a_i)²).
    const s1 = [0.7161921688790331, 0.17904804221975829, 0.02367577417781928, 0.007161921688790333];
    const st = [0.787144126659275, 0.2421981928182384, 0.03431691015408283, 0.010460387065239534];
    const rest = [7.161921688790333e-5, 0.00010494905191950601] as const;
    const names = Array.from({ length: 8 }, (_, i) => [`x${i}`, uniform(0, 1)] as const);
    const design = saltelli(Object.fromEntries(names), 2048, { seed: 11 });
    const outcomes = outcomesOf(design, sobolG([0, 1, 4.5, 9, 99, 99, 99, 99]));
    const { first, total } = sobolIndices(outcomes, { parameters: 8, resamples: 200, seed: 1 });
    for (const [estimates, truth, small] of [
      [first, s1, rest[0]],
      [total, st, rest[1]],
    ] as const) {
      estimates.forEach(({ value, margin }, i) => {
        expect(Math.abs((value as number) - (truth[i] ?? small))).toBeLessThan(1.5 * (margin as number));
      });
    }
  });

  it("does not depend on the outcome's unit", () => {
    const outcomes = outcomesOf(saltelli(ISHIGAMI, 32, { seed: 1 }), ishigami);
    const of = (scale: number, shift: number) =>
      values(
        sobolIndices(
          outcomes.map((y) => scale * y + shift),
          { parameters: 3, resamples: 0 },
        ).first,
      );
    expectClose(of(-1e6, 1e7), of(1, 0), 1e-7);
    for (const scale of [1e-300, 1e-160, 1e160, 1e300]) expectClose(of(scale, 0), of(1, 0), 1e-7);
  });

  it("has intervals that hold the truth about as often as they say", () => {
    let held = 0;
    for (let seed = 0; seed < 60; seed++) {
      const design = saltelli({ x: uniform(0, 1), y: uniform(0, 1) }, 128, { seed });
      // y = 3 a + b: S1 = 9/10, 1/10.
      const outcomes = outcomesOf(design, ([x = 0, y = 0]) => 3 * x + y);
      const { total } = sobolIndices(outcomes, { parameters: 2, seed });
      if (
        total.every(
          ({ value, margin }, i) => Math.abs((value as number) - (i === 0 ? 0.9 : 0.1)) < (margin as number),
        )
      )
        held++;
    }
    // Scrambled points do better than the independent ones that the bootstrap assumes.
    expect(held).toBeGreaterThan(54);
  });

  it("calls a constant outcome 0 in everything", () => {
    const { first, total, second } = sobolIndices(new Float64Array(24).fill(0.1), {
      parameters: 2,
      secondOrder: true,
      seed: 1,
    });
    const zero = { value: 0, margin: 0 };
    expect([first, total, second]).toEqual([[zero, zero], [zero, zero], [zero]]);
  });

  it("has no intervals of one block or without samples", () => {
    expect(sobolIndices([1, 2, 4], { parameters: 1, seed: 1 }).first[0]?.margin).toBeNull();
    expect(sobolIndices([1, 2, 4, 3, 1, 2], { parameters: 1, resamples: 0 }).first[0]?.margin).toBeNull();
    expect(sobolIndices([1, 2, 4, 3, 1, 2], { parameters: 1, seed: 1 }).first[0]?.margin).toBeGreaterThan(0);
  });

  it("is narrower for less confidence, and the same for the same seed", () => {
    const outcomes = outcomesOf(saltelli(ISHIGAMI, 32, { seed: 1 }), ishigami);
    const of = (confidence: number, seed: number) =>
      margins(sobolIndices(outcomes, { parameters: 3, confidence, seed }).first);
    // z of 95 % is 1.959964, of 50 % 0.674490.
    expectClose(
      of(0.5, 1).map((margin) => (margin / 0.6744897501960817) * 1.959963984540054),
      of(0.95, 1),
      1e-9,
    );
    expect(of(0.95, 1)).not.toEqual(of(0.95, 2));
  });

  it("refuses what it cannot use", () => {
    expect(() => sobolIndices([1, 2, 3], { parameters: 1 })).toThrow(/A seed .* is needed/);
    expect(() => sobolIndices([1, 2], { parameters: 1, seed: 1 })).toThrow("whole blocks");
    expect(() => sobolIndices([], { parameters: 1, seed: 1 })).toThrow("whole blocks");
    expect(() => sobolIndices([1, Number.NaN, 3], { parameters: 1, seed: 1 })).toThrow("row 1 has NaN");
    expect(() => sobolIndices([1, 2, 3], { parameters: 0, seed: 1 })).toThrow("parameters must be");
    expect(() => sobolIndices([1, 2, 3], { parameters: 1, seed: 1, resamples: -1 })).toThrow(
      "resamples must be",
    );
    expect(() => sobolIndices([1, 2, 3], { parameters: 1, seed: 1, confidence: 95 })).toThrow(
      "confidence must be",
    );
    expect(() => sobolIndices([1, 2, 3], { parameters: 1, seed: 1, resample: 9 } as never)).toThrow(
      'did you mean "resamples"',
    );
  });
});
