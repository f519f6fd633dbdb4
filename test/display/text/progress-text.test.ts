import { expect, test } from "vitest";
import { fitProgress, plainProgress } from "../../../src/display/text/progress-text.ts";

const PARTS = { label: "download", done: 25, total: 100, details: ["1.2 GB", "12 MB/s", "2 min left"] };

test("plainProgress() says all there is to say", () => {
  expect(plainProgress(PARTS)).toBe("download  25 of 100 jobs, 1.2 GB, 12 MB/s, 2 min left");
});

test("fitProgress() draws a bar of a quarter of the width, which does not change with the details", () => {
  const bar = "[####---------------]";
  expect(fitProgress(PARTS, 79)).toBe(`download  ${bar} 25 of 100 jobs  1.2 GB  12 MB/s  2 min left`);
  expect(fitProgress({ ...PARTS, details: [] }, 79)).toBe(`download  ${bar} 25 of 100 jobs`);
});

test("fitProgress() leaves out the bar, then details, and is never wider than the terminal", () => {
  for (let width = 0; width <= 120; width++) {
    expect(fitProgress(PARTS, width).length).toBeLessThanOrEqual(width);
  }
  expect(fitProgress(PARTS, 39)).toBe("download  25 of 100 jobs  1.2 GB");
  expect(fitProgress(PARTS, 20)).toBe("download  25 of 100 ");
});

test("fitProgress() fills the bar when all is done, and has none for nothing", () => {
  expect(fitProgress({ label: "read", done: 3, total: 3 }, 200)).toBe(
    `read      [${"#".repeat(30)}] 3 of 3 jobs`,
  );
  expect(fitProgress({ label: "read", done: 0, total: 0 }, 79)).toBe("read      0 of 0 jobs");
});
