import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseLabelJson } from "../../src/labels/parse-json.ts";

describe("parseLabelJson()", () => {
  test("reads ordinary JSON and skips a byte order mark", () => {
    expect(parseLabelJson('\ufeff{"a": [1, null, "x"]}')).toEqual({ a: [1, null, "x"] });
  });

  test("reads the bare numbers of Python, but not inside strings", () => {
    const text = String.raw`{"a": NaN, "NaN": [Infinity,-Infinity], "s": "NaN \" NaN, \\", "t": "-Infinity", "b": [NaN]}`;
    expect(parseLabelJson(text)).toEqual({
      a: Number.NaN,
      NaN: [Infinity, -Infinity],
      s: 'NaN " NaN, \\',
      t: "-Infinity",
      b: [Number.NaN],
    });
    expect(parseLabelJson("NaN")).toBeNaN();
  });

  test("keeps strings that look like its own stand-ins", () => {
    const text = String.raw`["number:NaN", "\u006eumber::NaN", NaN, "number:::Infinity"]`;
    expect(parseLabelJson(text)).toEqual(["number:NaN", "number::NaN", Number.NaN, "number:::Infinity"]);
  });

  test("keeps __proto__ as a plain key", () => {
    const value = parseLabelJson('{"__proto__": {"x": NaN}, "y": NaN}') as object;
    expect(Object.keys(value)).toEqual(["__proto__", "y"]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect("x" in value).toBe(false);
  });

  test.each([
    "{",
    '{"a": NaN',
    "[1NaN]",
    "[NaNa]",
    "[--Infinity]",
    "[+Infinity]",
    "[- Infinity]",
    "{NaN: 1}",
    "[nan]",
    "[Infinit]",
    '["NaN]',
    "",
  ])("rejects %j", (text) => {
    expect(() => parseLabelJson(text)).toThrow(SyntaxError);
  });

  test("survives deep nesting", () => {
    const depth = 5000;
    const text = `${"[".repeat(depth)}NaN${"]".repeat(depth)}`;
    let value = parseLabelJson(text);
    for (let level = 0; level < depth; level++) value = (value as unknown[])[0];
    expect(value).toBeNaN();
  });

  test("reads back whatever is written, with every number replaced by a bare one", () => {
    const bare = fc.constantFrom(Number.NaN, Infinity, -Infinity);
    const tree = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.string(),
        fc.constantFrom("NaN", "number:NaN", '"NaN', "\\"),
        bare,
        fc.array(tie("value")),
        fc.array(tie("value")).map((items) => ({ items })),
      ),
    })).value;
    const write = (value: unknown): string => {
      if (typeof value === "number") return String(value);
      if (typeof value === "string") return JSON.stringify(value);
      if (Array.isArray(value)) return `[${value.map(write).join()}]`;
      return `{"items":${write((value as { items: unknown }).items)}}`;
    };
    fc.assert(
      fc.property(tree, (value) => {
        expect(parseLabelJson(write(value))).toEqual(value);
      }),
    );
  });
});
