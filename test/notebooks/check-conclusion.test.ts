import { expect, test } from "vitest";
import { checkConclusion } from "./check-conclusion.ts";
import type { Cell, Notebook } from "./notebook.ts";

/** A notebook that ends with a cell which shows something, and a text. */
function ending(shown: string, text: string, tags = ["conclusion"]): Notebook {
  const data = { "text/html": [`<table style="width: 99%"><td>${shown}</td>`, "</table>"], "text/plain": "" };
  const code: Cell = { id: "a", cell_type: "code", metadata: { tags }, source: "", outputs: [] };
  code.outputs = [
    { output_type: "display_data", data },
    { output_type: "stream", name: "stdout", text: "7\n" },
  ];
  return { cells: [code, { id: "b", cell_type: "markdown", metadata: {}, source: text.split(/(?<=\n)/) }] };
}

test.each([
  ["0.4396 1,234 -0.25", "It is 0.4396 of 1234, falls by 0.25 (by −0.25), and 7 were printed."],
  ["42.0", "It is 42 %, by `v0.3.1`, [a link](https://example.org/12) and sha256, in 42-fold."],
])("a conclusion may say what its cell shows: %s", (shown, text) => {
  expect(checkConclusion(ending(shown, `## Conclusion\n\n${text}`))).toEqual([]);
});

test.each([
  ["0.44", ["0.44"]],
  ["1 in 99%", ["1", "99"]],
  ["-7", ["-7"]],
  ["4.5x as large, or 7", []],
  ["3", ["3"]],
])("a conclusion must not say more than its cell shows: %s", (text, missing) => {
  const problems = checkConclusion(ending("0.4396 1e3 v3.1", `## Conclusion\n${text}`));
  expect(problems).toEqual(missing.map((n) => `the conclusion says ${n}, which its cell does not show`));
});

test("a conclusion must be there, after the last code cell", () => {
  expect(checkConclusion({ cells: [] })).toEqual(["the last code cell is not tagged conclusion"]);
  expect(checkConclusion(ending("1", "## Conclusion", []))).toEqual([
    "the last code cell is not tagged conclusion",
  ]);
  const absent = ["no text that begins with ## Conclusion is after its cell"];
  expect(checkConclusion(ending("1", "The end"))).toEqual(absent);
});
