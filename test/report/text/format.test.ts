import { expect, test } from "vitest";
import { formatCell } from "../../../src/report/text/format-cell.ts";
import { formatNumber, formatPValue, formatShare } from "../../../src/report/text/format-number.ts";
import { listNames } from "../../../src/report/text/list-names.ts";
import { shortNumbers } from "../../../src/report/text/short-numbers.ts";
import { shortened } from "../../../src/report/text/shortened.ts";
import { visible } from "../../../src/util/visible.ts";

test.each([
  [0, "0"],
  [-0, "0"],
  [1234567, "1,234,567"],
  [-1234, "−1,234"],
  [12345.678, "12,346"],
  [999.96, "1,000"],
  [1.23456, "1.235"],
  [0.5, "0.5"],
  [100.04, "100"],
  [0.000123456, "0.0001235"],
  [0.000012345, "1.234e-5"],
  [1e-300, "1e-300"],
  [2 ** 53, "9.007e15"],
  [-1.5e12, "−1.5e12"],
  [Number.NaN, "–"],
  [Number.POSITIVE_INFINITY, "∞"],
  [Number.NEGATIVE_INFINITY, "−∞"],
])("formatNumber(%d) is %s", (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

test("numbers keep four digits that count", () => {
  for (let exponent = -4; exponent < 9; exponent++) {
    const value = 1.23456 * 10 ** exponent;
    const back = Number(formatNumber(value).replaceAll(",", ""));
    expect(Math.abs(back / value - 1)).toBeLessThan(5e-4);
  }
});

test("shares and p-values say when they are nearly nothing or all", () => {
  expect([0, 1, 0.125, 0.0001, 0.99999, -0.25].map(formatShare)).toEqual([
    "0\u00a0%",
    "100\u00a0%",
    "12.5\u00a0%",
    "< 0.1\u00a0%",
    "> 99.9\u00a0%",
    "−25\u00a0%",
  ]);
  expect([0, 0.0004, 0.05, 1].map(formatPValue)).toEqual(["< 0.001", "< 0.001", "0.050", "1.000"]);
});

test("cells of any type are text", () => {
  expect(formatCell(null)).toBe("–");
  expect(formatCell(undefined)).toBe("–");
  expect(formatCell(true)).toBe("yes");
  expect(formatCell(12345678901234567890n)).toBe("1.235e19");
  expect(formatCell(new Date(0))).toBe("1970-01-01T00:00:00.000Z");
  expect(formatCell(new Date(Number.NaN))).toBe("–");
  expect(formatCell([1, null, [2, 3]])).toBe("1, –, 2, 3");
  expect(formatCell(Float64Array.from({ length: 100 }, (_, i) => i))).toBe("0, 1, 2, 3, 4, 5, and 94 more");
  expect(formatCell({ a: 1n, b: [2] })).toBe('{"a":"1","b":[2]}');
  expect(formatCell(0.5, "share")).toBe("50\u00a0%");
  expect(formatCell("x".repeat(100))).toBe(`${"x".repeat(79)}…`);
});

test("long names are cut between characters, long lists say how much is left", () => {
  expect(shortened("👍👍👍👍", 3)).toBe("👍👍…");
  expect(shortened("abc", 3)).toBe("abc");
  expect(listNames(["a", "b", "c", "d"], 2)).toBe("a, b and 2 more");
  expect(listNames(["a", "b"], 2)).toBe("a, b");
});

test("control characters are seen, line breaks stay", () => {
  expect(visible("a\u0000\u001b[31m\u007f\n\tb")).toBe("a␀␛[31m␡\n\tb");
});

test("levels of numbers are short, and stay apart", () => {
  expect(shortNumbers([-1.0451416184867253, 0.19999999999999998, 12345.678, 1234567])).toEqual([
    ...["-1.045", "0.2", "12350", "1234567"],
  ]);
  expect(shortNumbers([1.00001, 1.00002])).toEqual(["1.00001", "1.00002"]);
  expect(shortNumbers([0.1, 0.1 + 2 ** -56])).toEqual(["0.1", "0.10000000000000002"]);
});
