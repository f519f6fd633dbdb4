import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareTexts } from "../../../../src/stats/describe/counts/compare-texts.ts";
import { topPlaces } from "../../../../src/stats/describe/counts/top-places.ts";

describe("topPlaces()", () => {
  test("gives the first of all places in order", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5)), fc.nat(8), (counts, number) => {
        const all = counts.map((_, place) => place);
        const descending = (a: number, b: number): number => (counts[b] as number) - (counts[a] as number);
        const sorted = [...all].sort((a, b) => descending(a, b) || a - b);
        expect(topPlaces(counts, number)).toEqual(sorted.slice(0, number));
        expect(topPlaces(counts, Number.POSITIVE_INFINITY)).toEqual(sorted);
        const backward = [...all].sort((a, b) => descending(a, b) || b - a);
        expect(topPlaces(counts, number, (a, b) => b - a)).toEqual(backward.slice(0, number));
      }),
    );
  });
});

describe("compareTexts()", () => {
  test("compares as the bytes of UTF-8 do", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 3 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(compareTexts(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
    );
    expect(compareTexts("\u{1F600}", "\uFFFD")).toBeGreaterThan(0);
  });
});
