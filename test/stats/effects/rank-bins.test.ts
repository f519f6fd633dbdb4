import { expect, test } from "vitest";
import { rangeTexts } from "../../../src/stats/effects/range-texts.ts";
import { rankBins } from "../../../src/stats/effects/rank-bins.ts";

test("rankBins() makes bins of the same count of different numbers", () => {
  const codes = [5, 3, 1, 0, 2, 4, -1];
  expect([...rankBins(codes, { levels: 6, bins: 3 })]).toEqual([0, 0, 1, 1, 2, 2]);
});

test("rankBins() keeps equal numbers together and leaves no bin empty", () => {
  const codes = [...Array.from({ length: 97 }, () => 0), 1, 2, 3];
  expect([...rankBins(codes, { levels: 4, bins: 5 })]).toEqual([0, 1, 1, 1]);
});

test("rangeTexts() has as few digits as tell ranges apart", () => {
  const ranges = [
    { min: 0.1234, max: 0.98761 },
    { min: 0.98763, max: 0.98763 },
    { min: 1234567, max: 2345678.25 },
  ];
  expect(rangeTexts(ranges.slice(2), "numeric")).toEqual(["1234567 to 2350000"]);
  expect(rangeTexts(ranges, "numeric")).toEqual(["0.1234 to 0.98761", "0.98763", "1234567 to 2345700"]);
});
