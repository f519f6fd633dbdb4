import { expect, test } from "vitest";
import { formatDuration } from "../../src/cli/format-duration.ts";
import { parseDuration } from "../../src/cli/parse-duration.ts";
import { utcTime } from "../../src/cli/utc-time.ts";
import { formatBytes } from "../../src/util/format-bytes.ts";

test.each([
  [0, "0 B"],
  [999, "999 B"],
  [1000, "1.0 kB"],
  [99_400, "99.4 kB"],
  [999_600, "1.0 MB"],
  [3_400_000_000, "3.4 GB"],
  [5e15, "5000 TB"],
])("formatBytes(%d) is %s", (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test.each([
  [400, "0 s"],
  [59_400, "59 s"],
  [59_700, "1 min"],
  [3_599_000, "1 h"],
  [12_000_000, "3 h 20 min"],
])("formatDuration(%d) is %s", (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});

test.each([
  ["30s", 30_000],
  ["15m", 900_000],
  ["1.5h", 5_400_000],
  ["36h", 129_600_000],
  ["2d", 172_800_000],
])("parseDuration() reads %s", (text, ms) => {
  expect(parseDuration("timeout", text)).toBe(ms);
});

test.each(["", "5", "0s", "-1h", "1 h", "1h30m", "h", "1e3s", "Infinity"])(
  "parseDuration() refuses %j",
  (text) => {
    expect(() => parseDuration("timeout", text)).toThrow(
      "--timeout must be a time with its unit, such as 30s",
    );
  },
);

test("utcTime() is UTC to the second, and leaves alone what is no time", () => {
  expect(utcTime("2022-08-10T06:50:41.753000-07:00")).toBe("2022-08-10T13:50:41Z");
  expect(utcTime("yesterday")).toBe("yesterday");
});
