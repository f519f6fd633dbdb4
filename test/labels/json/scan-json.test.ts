import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scanJson } from "../../../src/labels/json/scan-json.ts";

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe("scanJson()", () => {
  test("finds bare numbers and nothing in strings", () => {
    expect(scanJson(' [NaN, "NaN", {"Infinity": -Infinity}] ')).toEqual({
      special: [
        { start: 2, word: "NaN" },
        { start: 27, word: "-Infinity" },
      ],
      fault: null,
    });
  });

  test("finds integers that floating point would round, and no others", () => {
    const found = ["9007199254740992", "-9007199254740993", "1".repeat(400)];
    const kept = [
      "9007199254740991",
      "-9007199254740991",
      "9007199254740993.0",
      "12345678901234567e1",
      "1e20",
    ];
    const { special, fault } = scanJson(`[${[...found, ...kept, `"${found[0]}"`].join()}]`);
    expect(fault).toBe(null);
    expect(special.map(({ word }) => word)).toEqual(found);
  });

  test("agrees with JSON.parse on what is JSON, however a text is damaged", () => {
    const damaged = fc
      .tuple(
        fc.json(),
        fc.nat(),
        fc.nat(3),
        fc.string({ maxLength: 3, unit: fc.constantFrom(...'[]{}:,"\\0-.eutn ') }),
      )
      .map(([json, at, cut, put]) => {
        const start = at % (json.length + 1);
        return json.slice(0, start) + put + json.slice(start + cut);
      });
    fc.assert(
      fc.property(fc.oneof(damaged, fc.json({ stringUnit: "binary" })), (text) => {
        expect(scanJson(text).fault === null).toBe(isJson(text));
      }),
      { numRuns: 2000 },
    );
  });

  test("finds the place: what is before it can go on, what is there cannot", () => {
    const text = '{"a": [1, 2}';
    expect(scanJson(text).fault?.position).toBe(11);
  });
});
