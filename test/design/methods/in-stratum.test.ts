import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inStratum } from "../../../src/design/methods/in-stratum.ts";

describe("inStratum()", () => {
  it("never leaves the stratum by rounding", () => {
    const ends = fc.constantFrom(0, 0.5, 1 - 2 ** -53);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 }), fc.nat(), ends, (count, number, u) => {
        const stratum = number % count;
        expect(Math.floor(inStratum(stratum, count, { u }) * count)).toBe(stratum);
      }),
      { numRuns: 2000 },
    );
    expect(inStratum(999_999, 1_000_000, { u: 1 - 2 ** -53 })).toBeLessThan(1);
    expect(Math.floor(inStratum(1, 49, { u: 0 }) * 49)).toBe(1);
  });

  it("is the place asked for otherwise", () => {
    expect(inStratum(3, 4, { u: 0.5 })).toBe(0.875);
  });
});
