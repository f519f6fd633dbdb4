import { expect, test } from "vitest";
import { findCycles } from "./find-cycles.ts";
import { readSourceFiles, sourceFiles } from "./source-files.ts";

test("no file imports itself by way of others", () => {
  expect(findCycles(readSourceFiles())).toEqual([]);
});

test("the check finds cycles, of types and lazy ones too", () => {
  const files = sourceFiles({
    "a.ts": `import "./b.ts";`,
    "b.ts": `import type { C } from "./c.ts"; import "./d.ts";`,
    "c.ts": `const a = () => import("./a.ts");`,
    "d.ts": `import "./d.ts";`,
    "e.ts": `import "./a.ts"; import "./d.ts";`,
  });
  expect(findCycles(files)).toEqual(["a.ts -> b.ts -> c.ts -> a.ts", "d.ts -> d.ts"]);
});
