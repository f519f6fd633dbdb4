import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { JsonFault, parseLabelJson } from "../../../src/labels/json/parse-label-json.ts";

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
    const text = String.raw`["\ue000", "\uE001", NaN, "\\ue002", "${"\ue003".repeat(6)}", -Infinity]`;
    expect(parseLabelJson(text)).toEqual([
      ...["\ue000", "\ue001", Number.NaN, "\\ue002", "\ue003".repeat(6), -Infinity],
    ]);
  });

  test("keeps integers beyond 2^53, and only those, as bigints", () => {
    const text =
      '{"a": 9007199254740993, "b":[-9007199254740993,9007199254740991], "c": "9007199254740993", "d": 1e20,\n' +
      `"e": 9007199254740993.5, "f": [[NaN, 18446744073709551616]], "g": ${"9".repeat(400)}}`;
    expect(parseLabelJson(text)).toEqual({
      a: 9007199254740993n,
      b: [-9007199254740993n, 9007199254740991],
      c: "9007199254740993",
      d: 1e20,
      e: 9007199254740994,
      f: [[Number.NaN, 18446744073709551616n]],
      g: 10n ** 400n - 1n,
    });
    expect(parseLabelJson("9007199254740993")).toBe(9007199254740993n);
    expect(parseLabelJson(" -9007199254740993")).toBe(-9007199254740993n);
  });

  test("names the fault of a text with long integers", () => {
    expect(() => parseLabelJson('{"a": 9007199254740993,\n}')).toThrow(
      expect.objectContaining({ name: "JsonFault", line: 2, message: 'expected a key, got "}"' }),
    );
  });

  test("gives up where no character is left to stand in", () => {
    const all = Array.from({ length: 0x1900 }, (_, index) => String.fromCharCode(0xe000 + index)).join("");
    expect(() => parseLabelJson(`["${all}", NaN]`)).toThrow(JsonFault);
    expect(parseLabelJson(`["${all.slice(0, -1)}", NaN]`)).toEqual([all.slice(0, -1), Number.NaN]);
  });

  test.each([
    ['{"a": NaN,\n"b": [1, 2\n"c": 3]}', 3, 'expected "," or a closing bracket, got "\\""'],
    ['{"a": NaN,\n"b": 1,\n}', 3, 'expected a key, got "}"'],
    ['{"a": -Infinity,\r\n"b": nan}', 2, 'expected a value, got "n"'],
    ['\ufeff{"a": 1,\n"b" 2}', 2, 'expected ":", got "2"'],
    ['{"a": [Infinity,\n"b', 2, "expected the rest of a string, got the end"],
    ['["\\x", NaN]', 1, 'expected the rest of a string, got "\\\\"'],
    ['["a\nb", NaN]', 1, 'expected the rest of a string, got "\\n"'],
    ["{NaN: 1}", 1, 'expected a key or "}", got "N"'],
    ["[NaN]\n\n]", 3, 'expected nothing more, got "]"'],
    ["[", 1, 'expected a value or "]", got the end'],
    ["[\u{1f600}]", 1, 'expected a value or "]", got "\u{1f600}"'],
  ])("names the line and the fault of %j", (text, line, message) => {
    expect(() => parseLabelJson(text)).toThrow(expect.objectContaining({ name: "JsonFault", line, message }));
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
        fc.constantFrom("NaN", "\ue000", "\ue000\ue001", "\\ue002", '"NaN', "\\"),
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
