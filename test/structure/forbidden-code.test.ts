import { expect, test } from "vitest";
import { forbiddenCode } from "./forbidden-code.ts";
import { readSourceFiles, sourceFiles } from "./source-files.ts";

test("the library prints nothing, draws nothing without a seed and loads synchronously", () => {
  expect(forbiddenCode(readSourceFiles())).toEqual([]);
});

test("the check finds console, Math.random and top-level await", () => {
  const files = sourceFiles({
    "a.ts": `console.log(1); const log = globalThis.console; // console in a comment`,
    "b.ts": `export const f = () => [1].map(Math.random);`,
    "c.ts": `const x = await f(); for await (const y of g()) {} if (x) { await x; }`,
    "cli/main.ts": `console.log(await main()); Math.random();`,
    "cli/other.ts": `console.error(1); await 1;`,
    "fine.ts": `
      async function f() { await 1; for await (const x of y) {} }
      const g = async () => await f();
      class C { async m() { await 1; } }
      const options = { console: 1 }; options.console; "console.log"; random();
    `,
  });
  expect(forbiddenCode(files)).toEqual([
    "a.ts: console",
    "a.ts: console",
    "b.ts: Math.random",
    "c.ts: await",
    "c.ts: await",
    "c.ts: await",
    "cli/main.ts: Math.random",
    "cli/other.ts: await",
  ]);
});
