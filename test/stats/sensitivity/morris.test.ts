import { describe, expect, it } from "vitest";
import { morrisPoints } from "../../../src/design/sensitivity/morris-points.ts";
import { morrisEffects } from "../../../src/stats/sensitivity/morris-effects.ts";
import { morrisIndices } from "../../../src/stats/sensitivity/morris-indices.ts";

// Saltelli et al. (2008), "Global Sensitivity Analysis. The Primer", exercise 4: 6 trajectories, 4 levels.
const X = [
  [0, 0, 2, 0, 2, 2, 2, 2, 0, 1, 3, 3, 1, 1, 3, 1, 1, 3].map((level) => level / 3),
  [1, 3, 3, 1, 1, 3, 0, 2, 2, 3, 3, 1, 3, 1, 1, 2, 0, 0].map((level) => level / 3),
];
const Y = [
  0.97, 0.71, 2.39, 0.97, 2.3, 2.39, 1.87, 2.4, 0.87, 2.15, 1.71, 1.54, 2.15, 2.17, 1.54, 2.2, 1.87, 1.0,
];

function expectIndices(
  indices: ReturnType<typeof morrisIndices>,
  expected: { mu: number[]; muStar: number[]; sigma: number[] },
): void {
  indices.forEach(({ mu, muStar, sigma }, i) => {
    expect(mu).toBeCloseTo(expected.mu[i] as number, 12);
    expect(muStar.value).toBeCloseTo(expected.muStar[i] as number, 12);
    expect(sigma).toBeCloseTo(expected.sigma[i] as number, 12);
  });
}

describe("morrisEffects() and morrisIndices()", () => {
  it("give the numbers of the book's exercise", () => {
    const indices = morrisIndices(morrisEffects(X, Y), { resamples: 0 });
    expectIndices(indices, {
      mu: [0.65, 0.21],
      muStar: [1.62, 0.35],
      sigma: [1.794107020219251, 0.41199514560246936],
    });
  });

  it("give SALib's numbers of scaled effects", () => {
    const indices = morrisIndices(morrisEffects(X, Y, { scaled: true }), { resamples: 0 });
    // SALib 1.6.0 analyze.morris(scaled=True).
    expectIndices(indices, {
      mu: [0.0903892160899793, 0.14667903909238955],
      muStar: [0.9680415228937153, 0.21276071195944204],
      sigma: [1.0645368439734315, 0.22385694167774478],
    });
  });

  it("give intervals as wide as SALib's", () => {
    // SALib 1.6.0 analyze.morris(num_resamples=20000): mu_star_conf. 5,000 samples know it to 1 %.
    const indices = morrisIndices(morrisEffects(X, Y), { resamples: 5000, seed: 1 });
    const expected = [0.5581113035523712, 0.2010291259202128];
    indices.forEach(({ muStar }, i) => {
      expect((muStar.margin as number) / (expected[i] as number)).toBeCloseTo(1, 1);
      expect(Math.abs((muStar.margin as number) / (expected[i] as number) - 1)).toBeLessThan(0.04);
    });
  });

  it("tell the slopes of a linear function, each effect the same", () => {
    const points = morrisPoints(["a", "b", "c"], { trajectories: 10, levels: 4, seed: 1 });
    const slopes = [3, -0.5, 0];
    const y = Array.from(points[0] as Float64Array, (_, row) =>
      points.reduce((sum, column, i) => sum + (slopes[i] as number) * (column[row] as number), 2),
    );
    morrisIndices(morrisEffects(points, y), { seed: 1 }).forEach(({ mu, muStar, sigma }, i) => {
      expect(mu).toBeCloseTo(slopes[i] as number, 12);
      expect(muStar.value).toBeCloseTo(Math.abs(slopes[i] as number), 12);
      expect(muStar.margin).toBeCloseTo(0, 12);
      expect(sigma).toBeCloseTo(0, 12);
    });
  });

  it("tell an interaction by σ", () => {
    const points = morrisPoints(["a", "b"], { trajectories: 4000, levels: 4, seed: 2 });
    const [a, b] = points as [Float64Array, Float64Array];
    const [ofA] = morrisIndices(
      morrisEffects(
        points,
        a.map((value, row) => value * (b[row] as number)),
      ),
      { seed: 1 },
    );
    // The effect of a is b, which is one of 0, 1/3, 2/3, 1: mean 1/2, variance 5/36.
    expect(ofA?.mu).toBeCloseTo(0.5, 1);
    expect(ofA?.sigma).toBeCloseTo(Math.sqrt(5 / 36), 1);
  });

  it("have effects of 0 where the outcome stands still, scaled or not", () => {
    for (const scaled of [true, false]) {
      expect(morrisEffects([[0, 1]], [5, 5], { scaled }).map((own) => [...own])).toEqual([[0]]);
    }
  });

  it("have no σ and no interval of one trajectory", () => {
    const [only] = morrisIndices(morrisEffects([[0, 1]], [5, 7]), { seed: 1 });
    expect(only).toEqual({ mu: 2, muStar: { value: 2, margin: null }, sigma: null });
  });

  it("refuse what are no trajectories", () => {
    expect(() => morrisEffects(X, Y.slice(1))).toThrow("same length");
    expect(() => morrisEffects([[0, 1, 0]], [1, 2, 3])).toThrow("Whole trajectories of 2 rows");
    expect(() => morrisEffects([], [])).toThrow("Whole trajectories");
    expect(() =>
      morrisEffects(
        [
          [0, 1, 0],
          [0, 0, 0],
        ],
        [1, 2, 3],
      ),
    ).toThrow("Parameter 0 is moved twice");
    expect(() =>
      morrisEffects(
        [
          [0, 1, 1],
          [0, 1, 0],
        ],
        [1, 2, 3],
      ),
    ).toThrow("2 differ between rows 0 and 1");
    expect(() => morrisEffects([[0, 1]], [1, Number.NaN])).toThrow("row 1 has NaN");
    expect(() => morrisEffects([[0, 1]], [1, 2], { scale: true } as never)).toThrow('did you mean "scaled"');
    expect(() => morrisIndices([], { seed: 1 })).toThrow(RangeError);
    expect(() => morrisIndices([Float64Array.of(1, 2)], {})).toThrow(/A seed .* is needed/);
  });
});
