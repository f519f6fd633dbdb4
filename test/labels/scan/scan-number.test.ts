import { describe, expect, test } from "vitest";
import { scanNumber } from "../../../src/labels/scan/scan-number.ts";
import { numberText, randomSource } from "./number-texts.ts";

/** What is read at the start of a text, and how many characters of it. */
function scan(text: string): { end: number; value: number } {
  const bytes = new TextEncoder().encode(`${text},]}`);
  const out = Float64Array.of(12345);
  return { end: scanNumber(new DataView(bytes.buffer), 0, out, 0), value: out[0]! };
}

describe("scanNumber()", () => {
  test("reads every number as Number does, bit for bit", () => {
    const random = randomSource(20_231_109);
    const wrong: string[] = [];
    let read = 0;
    for (let round = 0; round < 300_000; round++) {
      const text = numberText(random);
      const wanted = Number(text);
      const { end, value } = scan(text);
      const refused = /^-?\d+$/.test(text) && !Number.isSafeInteger(wanted);
      if (!refused) read++;
      if (refused ? end !== -1 : end !== text.length || !Object.is(value, wanted)) wrong.push(text);
    }
    expect(wrong).toEqual([]);
    expect(read).toBeGreaterThan(250_000);
  });

  test.each([
    ["0", 0],
    ["-0", -0],
    ["-0.0", -0],
    ["0e99", 0],
    ["-0.000000000000000000000000000", -0],
    ["9007199254740991", Number.MAX_SAFE_INTEGER],
    ["-9007199254740991", Number.MIN_SAFE_INTEGER],
    ["9007199254740993.0", 9007199254740992],
    ["1e400", Infinity],
    ["5e-324", 5e-324],
    ["2.4703282292062327e-324", 0],
    ["NaN", Number.NaN],
    ["Infinity", Infinity],
    ["-Infinity", -Infinity],
  ])("reads %s", (text, value) => {
    expect(scan(text)).toEqual({ end: text.length, value });
  });

  test.each([
    ["01"],
    ["-01.5"],
    ["1."],
    ["1.e5"],
    [".5"],
    ["1e"],
    ["1e+"],
    ["-"],
    ["+1"],
    ["- 1"],
    ["--1"],
    ["nan"],
    ["-NaN"],
    ["Infinit"],
    ["9007199254740992"],
    ["-9007199254740993"],
    ["123456789012345678901234567890"],
    ["null"],
    ['"1"'],
    [""],
  ])("refuses %s", (text) => {
    expect(scan(text).end).toBe(-1);
  });
});
