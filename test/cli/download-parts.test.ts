import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { DownloadParts } from "../../src/cli/download-parts.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => void vi.useRealTimers());

const MB = 1_000_000;

function at(numJobsDone: number, bytes: number, bytesTotal: number | null = null, numJobsFailed = 0) {
  return { numJobs: 20, numJobsDone, numJobsFailed, bytes, bytesTotal, jobId: null };
}

test("speed and time left leave out what was there before", () => {
  const parts = new DownloadParts();
  expect(parts.of(at(10, 500 * MB)).details).toEqual(["500 MB"]);
  vi.advanceTimersByTime(10_000);
  expect(parts.of(at(12, 520 * MB))).toEqual({
    label: "download",
    done: 12,
    total: 20,
    details: ["520 MB", "2.0 MB/s", "40 s left"],
  });
});

test("the time left goes by bytes once all sizes are known, and ends with the work", () => {
  const parts = new DownloadParts();
  parts.of(at(0, 0));
  vi.advanceTimersByTime(10_000);
  expect(parts.of(at(1, 100 * MB, 700 * MB)).details).toEqual([
    "100 MB of 700 MB",
    "10.0 MB/s",
    "1 min left",
  ]);
  expect(parts.of(at(18, 700 * MB, 700 * MB, 2)).details).toEqual([
    "2 failed",
    "700 MB of 700 MB",
    "70.0 MB/s",
  ]);
});

test("nothing is guessed in the first seconds, or while nothing comes", () => {
  const parts = new DownloadParts();
  parts.of(at(0, 0));
  vi.advanceTimersByTime(1000);
  expect(parts.of(at(1, MB)).details).toEqual(["1.0 MB", "1.0 MB/s"]);
  const stuck = new DownloadParts();
  stuck.of(at(0, 0));
  vi.advanceTimersByTime(60_000);
  expect(stuck.of(at(0, 0)).details).toEqual(["0 B"]);
});
