import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseLabelJson } from "../../../src/labels/json/parse-label-json.ts";
import { writeLabelJson } from "../../../src/labels/json/write-label-json.ts";

describe("writeLabelJson()", () => {
  test("writes what JSON can hold as JSON.stringify does", () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => {
        const plain = JSON.parse(
          JSON.stringify(value),
          (_, each) => (Number.isInteger(each) ? each % 1e9 : each) || 0,
        );
        expect(writeLabelJson(plain)).toBe(JSON.stringify(plain));
      }),
    );
  });

  test("writes other numbers so that they are read back as they were", () => {
    const number = fc.oneof(
      fc.double(),
      fc.bigInt().filter((each) => !Number.isSafeInteger(Number(each))),
    );
    fc.assert(
      fc.property(fc.array(number), (numbers) => {
        expect(parseLabelJson(writeLabelJson({ numbers }))).toStrictEqual({ numbers });
      }),
    );
    const odd = [Number.NaN, Infinity, -Infinity, -0, 2 ** 53, 1e21, 2n ** 53n];
    expect(writeLabelJson(odd)).toBe(
      "[NaN,Infinity,-Infinity,-0.0,9007199254740992.0,1e+21,9007199254740992]",
    );
  });

  test("keeps __proto__ and follows any depth", () => {
    const text = `{"__proto__":${"[".repeat(100_000)}{}${"]".repeat(100_000)}}`;
    expect(writeLabelJson(JSON.parse(text))).toBe(text);
  });
});
