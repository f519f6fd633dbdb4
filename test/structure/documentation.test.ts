import { expect, test } from "vitest";
import { readSourceFiles, sourceFiles } from "./source-files.ts";
import { undocumentedExports } from "./undocumented-exports.ts";

test.each(["index.ts", "emulator/index.ts", "engine/spark/index.ts"])(
  "everything that %s exports is described",
  (entry) => {
    expect(undocumentedExports(readSourceFiles(), entry)).toEqual([]);
  },
);

test("the check finds exports without a description", () => {
  const files = sourceFiles({
    "index.ts": `
      export { good, bare as renamed, type Shape } from "./a.ts";
      export * from "./b.ts";
      export * as more from "./more/c.ts";
      export { table } from "arquero";
    `,
    "a.ts": `
      /** Does good. */
      export function good(): void {}
      export function bare(): void {}
      /** Not exported from the entry. */
      export function hidden(): void {}
      export function hiddenToo(): void {}
      /** A shape. */
      export interface Shape {}
    `,
    "b.ts": `
      /** @param x Only a tag. */
      export function tagged(x: number): void {}
      // Not a doc comment.
      export class Bare {}
      /** */
      export type Empty = 1;
      export const value = 1;
    `,
    "more/c.ts": "export interface Deep {}",
  });
  expect(undocumentedExports(files, "index.ts")).toEqual([
    "a.ts: bare",
    "more/c.ts: Deep",
    "b.ts: tagged",
    "b.ts: Bare",
    "b.ts: Empty",
    "b.ts: value",
  ]);
});
