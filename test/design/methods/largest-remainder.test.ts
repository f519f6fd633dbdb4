import { describe, expect, it } from "vitest";
import { largestRemainder } from "../../../src/design/methods/largest-remainder.ts";

describe("largestRemainder()", () => {
  it("gives whole shares, then one more to the largest remainders", () => {
    expect(largestRemainder(100, [3, 1])).toEqual([75, 25]);
    // Shares 4.7, 1.6, 1.58, 1.2, 0.61, 0.31 of the method's textbook example, times 10,000 votes.
    expect(largestRemainder(10, [47_000, 16_000, 15_800, 12_000, 6_100, 3_100])).toEqual([5, 2, 1, 1, 1, 0]);
  });

  it("lets the first of equal remainders win, also where they differ by rounding", () => {
    expect(largestRemainder(1, [1, 1, 1])).toEqual([1, 0, 0]);
    expect(largestRemainder(2, [1, 1, 1])).toEqual([1, 1, 0]);
    expect(largestRemainder(10, [0.15, 0.35, 0.5])).toEqual([2, 3, 5]);
    expect(largestRemainder(10, [0.35, 0.15, 0.5])).toEqual([4, 1, 5]);
  });

  it("gives nothing for a weight of 0", () => {
    expect(largestRemainder(7, [0, 1, 0, 1])).toEqual([0, 4, 0, 3]);
    expect(largestRemainder(0, [1, 2])).toEqual([0, 0]);
  });
});
