import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sortNumbers } from "../../../../src/stats/describe/counts/sort-numbers.ts";

/** Numbers that fall into few buckets, many or one, more than are left to the engine's sort. */
const SHAPES: Record<string, (u: number, i: number) => number> = {
  even: (u) => u,
  "on a large offset": (u) => 1e9 + u,
  "of many magnitudes": (u) => 10 ** (600 * (u - 0.5)),
  "with one far away": (u, i) => (i === 77 ? -1e300 : u),
  "of few values": (u) => Math.floor(u * 5),
  "of one value": () => 4,
  descending: (_, i) => -i,
  "beyond the range of differences": (u) => (u - 0.5) * 1.9 * Number.MAX_VALUE,
  "next to each other": (u) => 1 + Math.floor(u * 3) * Number.EPSILON,
};

describe("sortNumbers()", () => {
  test.each(Object.keys(SHAPES))("sorts numbers %s, and their weights with them", (name) => {
    const shape = SHAPES[name] as (u: number, i: number) => number;
    const values = Float64Array.from({ length: 5000 }, (_, i) =>
      shape((Math.imul(i, 2654435761) >>> 0) / 2 ** 32, i),
    );
    const weights = values.map((value) => Math.sin(value));
    const expected = Array.from(values).sort((a, b) => a - b);
    expect(Array.from(sortNumbers({ values: values.slice(), weights: null }).values)).toEqual(expected);
    const sorted = sortNumbers({ values, weights });
    expect(Array.from(sorted.values)).toEqual(expected);
    expect(Array.from(sorted.weights as Float64Array)).toEqual(expected.map((value) => Math.sin(value)));
  });

  test("sorts any numbers", () => {
    const numbers = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), {
      minLength: 250,
      maxLength: 400,
    });
    fc.assert(
      fc.property(numbers, (values) => {
        const sorted = sortNumbers({ values: Float64Array.from(values), weights: null });
        expect(Array.from(sorted.values)).toEqual(Array.from(Float64Array.from(values).sort()));
      }),
      { numRuns: 20 },
    );
  });
});
