import { expect, test } from "vitest";
import { formatTimestamp, parseTimestamp } from "../../../src/emulator/store/timestamp.ts";

test("formatTimestamp() writes six fractional digits and a numeric offset", () => {
  expect(formatTimestamp(Date.UTC(2022, 7, 10, 13, 50, 41, 753))).toBe("2022-08-10T13:50:41.753000+00:00");
  expect(formatTimestamp(Date.UTC(2022, 7, 10) + 0.25)).toBe("2022-08-10T00:00:00.000250+00:00");
});

test("parseTimestamp() reads what formatTimestamp() writes, and other offsets", () => {
  const time = Date.UTC(2022, 7, 10, 13, 50, 41, 753);
  expect(parseTimestamp(formatTimestamp(time))).toBe(time);
  expect(parseTimestamp("2022-08-10T15:50:41.753+02:00")).toBe(time);
  expect(parseTimestamp("2022-08-10T13:50:41.753Z")).toBe(time);
  // Python writes the local mean time of Amsterdam so.
  expect(parseTimestamp("2022-08-10T14:10:13.753+00:19:32")).toBe(time);
  expect(parseTimestamp("2022-08-10T10:20:41.753-0330")).toBe(time);
  expect(parseTimestamp("2022-08-10T13:50:41.753")).toBeNull();
  expect(parseTimestamp("2022-08-10T13:50:41+24:00")).toBeNull();
  expect(parseTimestamp("2022-08-40T13:50:41Z")).toBeNull();
});
