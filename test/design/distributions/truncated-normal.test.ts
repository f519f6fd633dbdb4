import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normal } from "../../../src/design/distributions/normal.ts";
import { standardNormalCdf } from "../../../src/design/distributions/standard-normal-cdf.ts";
import { truncatedNormal } from "../../../src/design/distributions/truncated-normal.ts";
import { expectClose } from "./expect-close.ts";

const LARGEST_U = 1 - 2 ** -53;
const SHARES = [1e-6, 0.01, 0.5, 0.9, 0.999999];

/** mean, sd, min, max, and the quantiles of SHARES by mpmath 1.4.1 with 500 digits. */
const MPMATH: [number, number, number, number, number[]][] = [
  [
    0,
    1,
    8,
    9,
    [8.000000123109686, 8.001237199059592, 8.084888899018166, 8.278609037011552, 8.999396586071981],
  ],
  [
    0,
    1,
    -9,
    -8,
    [-8.999396586071999, -8.546703681127418, -8.084888899018166, -8.012960571504209, -8.000000123109686],
  ],
  [
    0,
    1,
    -1,
    2,
    [-0.9999966169740944, -0.9667232518503338, 0.17116391801782477, 1.2557153641502152, 1.999984838533999],
  ],
  [
    0,
    1,
    36,
    37,
    [36.00000002775641, 36.00027895999993, 36.01923413573306, 36.06385491419781, 36.381450946193794],
  ],
  [
    1,
    1e-3,
    2,
    3,
    [2.000000000001, 2.000000010050326, 2.000000693146247, 2.0000023025801394, 2.00001381540131],
  ],
  [
    0,
    1,
    -101,
    -100,
    [-100.1380460297185, -100.04603650339031, -100.00693053875243, -100.00105349427952, -100.000000009999],
  ],
];

describe("truncatedNormal()", () => {
  it.each(MPMATH)("agrees with mpmath for N(%d, %d) in [%d, %d]", (mean, sd, min, max, expected) => {
    const { quantile } = truncatedNormal(mean, sd, { min, max });
    SHARES.forEach((u, index) => {
      expectClose(quantile(u), expected[index] as number, 2e-15);
    });
  });

  it("falls off exponentially where no share can be written as a number", () => {
    const { quantile } = truncatedNormal(-1000, 0.001, { min: 0 });
    for (const u of [2 ** -53, 0.001, 0.5, 0.999, LARGEST_U])
      expectClose(quantile(u), -Math.log1p(-u) * 1e-9, 1e-6);
    const mirrored = truncatedNormal(1000, 0.001, { max: 0 });
    for (const u of [1e-3, 0.5, 0.999]) expectClose(mirrored.quantile(u), Math.log(u) * 1e-9, 1e-6);
  });

  it("takes a single bound", () => {
    expectClose(truncatedNormal(0, 1, { min: 0 }).quantile(0.5), 0.6744897501960817, 1e-15);
    expectClose(truncatedNormal(0, 1, { max: 0 }).quantile(0.5), -0.6744897501960817, 1e-15);
    expect(truncatedNormal(0, 1, { min: 0 }).args).toEqual([0, 1, { min: 0 }]);
    for (const u of [0, LARGEST_U]) {
      for (const bound of [-50, -3, 0, 3, 50]) {
        const above = truncatedNormal(0, 1, { min: bound }).quantile(u);
        const below = truncatedNormal(0, 1, { max: bound }).quantile(u);
        expect(above >= bound && above < Math.max(bound, 0) + 10).toBe(true);
        expect(below <= bound && below > Math.min(bound, 0) - 10).toBe(true);
      }
    }
  });

  it("is the normal distribution when its bounds are far away", () => {
    const { quantile } = truncatedNormal(5, 2, { min: -1000, max: 1000 });
    for (const u of [2 ** -53, 0.1, 0.4, 0.5, 0.8, 0.999])
      expectClose(quantile(u), normal(5, 2).quantile(u), 1e-14);
    expect(quantile(0)).toBe(-1000);
  });

  it("is exact between bounds that lie close together", () => {
    const flat = truncatedNormal(0, 1e9, { min: 0, max: 3 });
    for (const u of [2 ** -53, 1e-9, 0.5, LARGEST_U]) expectClose(flat.quantile(u), 3 * u, 1e-9);
    // The density falls from min to max by the factor exp(-2), nearly exponentially.
    const [falling, rising] = [-2e9, 2e9].map((mean) => truncatedNormal(mean, 1, { min: 0, max: 1e-9 }));
    for (const u of [0.001, 0.5, 0.999]) {
      const expected = -Math.log1p(u * Math.expm1(-2)) * 0.5e-9;
      expectClose(falling?.quantile(u) as number, expected, 1e-14);
      expectClose(1e-9 - (rising?.quantile(1 - u) as number), expected, 1e-12);
    }
  });

  it.each([0, 3, -20, 40])("hardly changes when bounds %d sd away stop being close", (min) => {
    for (const u of [0.1, 0.5, 0.9]) {
      const [before, after] = [0.999_999e-7, 1.000_001e-7].map((width) => {
        return (truncatedNormal(0, 1, { min, max: min + width }).quantile(u) - min) / width;
      }) as [number, number];
      expect(after).toBeCloseTo(before, 6);
    }
  });

  it("starts at min and ends near max, also where their densities differ beyond what numbers can hold", () => {
    expect(truncatedNormal(1e6, 0.001, { min: -1, max: 0 }).quantile(0)).toBe(-1);
    expect(truncatedNormal(1e6, 0.001, { min: -1e-9, max: 0 }).quantile(0)).toBe(-1e-9);
    expect(truncatedNormal(-1e6, 0.001, { min: 0, max: 1 }).quantile(0)).toBe(0);
    expect(truncatedNormal(0, 1, { min: -100, max: -1 }).quantile(0)).toBe(-100);
    expect(truncatedNormal(0, 1, { min: -1, max: 1 }).quantile(LARGEST_U)).toBeCloseTo(1, 14);
  });

  it("is continuous where the method for the far tail takes over", () => {
    for (const u of [0.01, 0.5, 0.99]) {
      const [before, after] = [34.999999999, 35.000000001].map((bound) => {
        return truncatedNormal(0, 1, { min: bound, max: 60 }).quantile(u) - bound;
      }) as [number, number];
      expectClose(after, before, 1e-8);
    }
  });

  it("mirrors, keeps to its bounds and is undone by the distribution function", () => {
    const point = fc.double({ min: -6, max: 6, noNaN: true });
    fc.assert(
      fc.property(point, fc.double({ min: 0.01, max: 9, noNaN: true }), fc.nat(1024), (from, width, k) => {
        const u = Math.min(k / 1024, LARGEST_U);
        const [min, max] = [from, from + width];
        const z = truncatedNormal(0, 1, { min, max }).quantile(u);
        expect(z >= min && z <= max).toBe(true);
        const side = from > 0 ? -1 : 1;
        const share = (x: number) => side * standardNormalCdf(side * x);
        expect((share(z) - share(min)) / (share(max) - share(min))).toBeCloseTo(u, 11);
        if (k > 0)
          expectClose(
            -truncatedNormal(0, 1, { min: -max, max: -min }).quantile(1 - u),
            z,
            1e-12 / Math.abs(z || 1) + 1e-12,
          );
      }),
    );
  });

  it("refuses parameters that make no distribution", () => {
    expect(() => truncatedNormal(0, 0, { min: 0 })).toThrow("sd must be more than 0, got 0");
    expect(() => truncatedNormal(Number.NaN, 1, { min: 0 })).toThrow("mean must be a finite number, got NaN");
    expect(() => truncatedNormal(0, 1, {})).toThrow("At least one of min and max is needed");
    expect(() => truncatedNormal(0, 1, { min: 2, max: 1 })).toThrow("min must not exceed max, got 2 and 1");
    expect(() => truncatedNormal(0, 1, { max: Number.POSITIVE_INFINITY })).toThrow(
      "max must be a finite number",
    );
    expect(() => truncatedNormal(0, 1e-320, { min: 1 })).toThrow(
      "sd is too small for bounds so far from the mean",
    );
  });
});
