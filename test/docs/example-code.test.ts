import { createHook } from "node:async_hooks";
import { expect, onTestFinished, test } from "vitest";
import { exportsOf } from "../structure/exports-of.ts";
import { sourceFiles } from "../structure/source-files.ts";
import { exampleCode } from "./example-code.ts";
import { examplesOf, functionsAndClasses } from "./examples-of.ts";
import { runExample } from "./run-example.ts";
import { isSaid, plainText, shownValue } from "./shown-value.ts";

const SOURCE = `/**
 * A module.
 *
 * @example
 * \`\`\`ts
 * one(); // 1
 * \`\`\`
 * @module
 */
export { one, None, type Shape } from "./a.ts";
`;
const FILE = `
/**
 * One.
 * @example
 * Once:
 * \`\`\`ts
 * const a = () => {
 *   return one();
 * };
 * a(); // 1
 * \`\`\`
 * @example
 * \`\`\`ts
 * one(); // 1
 * \`\`\`
 */
export function one(): number { return 1; }
/** None. */
export class None {
  /**
   * @example
   * \`\`\`ts
   * new None().f(); // 2
   * \`\`\`
   */
  f(): number { return 2; }
}
/** A shape. */
export interface Shape {}
`;

test("examples are found with their lines", () => {
  const exports = exportsOf(sourceFiles({ "index.ts": SOURCE, "a.ts": FILE }), "index.ts");
  const found = examplesOf(exports).map(({ of, file, line, text }) => `${file}:${line} ${of}: ${text}`);
  expect(found).toEqual([
    "index.ts:6 module: one(); // 1\n",
    "a.ts:7 one: const a = () => {\n  return one();\n};\na(); // 1\n",
    "a.ts:14 one: one(); // 1\n",
    "a.ts:23 None.f: new None().f(); // 2\n",
  ]);
  expect(functionsAndClasses(exports).map(({ name, hasExample }) => [name, hasExample])).toEqual([
    ["one", true],
    ["None", false],
  ]);
});

test("examples show values, errors and what they print", async () => {
  const code = exampleCode(`
    import { basename, join as put } from "node:path";
    import * as path from "node:path";
    const count: number = 2; // not checked
    for (const n of [1, 2]) n * count; // 2
    basename(put("a", "b")) === path.basename("b"); // true
    aq.table({ x: ["a"] }).objects(); // [{ x: "a" }]
    Promise.resolve(1); // Promise
    await Promise.resolve({
      a: [1, { b: 2 }],
    }); // {
    //   a
    // }
    console.log("a\\nb", [1]); // a b [1]
    await Promise.reject(new RangeError("no")); // throws RangeError: no
  `);
  expect(code.checks.map(({ expected }) => expected.replace(/\s+/g, " "))).toEqual([
    ...["2", "true", '[{ x: "a" }]', "Promise", "{ a }", "a b [1]", "throws RangeError: no"],
  ]);
  expect(code.checks.map(({ line }) => line)).toEqual([4, 5, 6, 7, 10, 13, 14]);
  expect(await runExample(code)).toEqual([
    ["2", "4"],
    ...[["true"], ['[{ x: "a" }]'], ["Promise { 1 }"], ["{ a: [1, { b: 2 }] }"], ["a b [1]"]],
    ["throws RangeError: no"],
  ]);
});

test("what Node notes on promises is no part of them", () => {
  const hook = createHook({ init() {} }).enable();
  onTestFinished(() => void hook.disable());
  expect(shownValue(Promise.resolve(1))).toBe("Promise { 1 }");
});

test("an error that an example does not speak of fails it, and so does a check within an untaken branch", async () => {
  await expect(runExample(exampleCode("JSON.parse(''); // 1"))).rejects.toThrow(SyntaxError);
  expect(await runExample(exampleCode("if (false) 1; // 1"))).toEqual([[]]);
});

test("the names that an example needs are those that it does not declare", () => {
  const text = "const { a: b } = await f(x.y, { z: 1, w }); function g(h: T) { return b + h; } g(1);";
  expect(exampleCode(text).free).toEqual(["f", "x", "w", "T"]);
});

test("texts of values are in the style of the code, and may leave something out", () => {
  expect(shownValue({ a: ["x", 1], b: new Float64Array(1) })).toBe('{ a: ["x", 1], b: Float64Array(1) [0] }');
  expect(shownValue("x")).toBe('"x"');
  expect(isSaid(plainText("{ a: [ 'x', … ], b: 0.43… }"), '{ a: ["x", 1, 2], b: 0.4396 }')).toBe(true);
  expect(isSaid("0.43", "0.4396")).toBe(false);
  expect(isSaid("a.c", "abc")).toBe(false);
});
