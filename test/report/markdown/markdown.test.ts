import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { itemsBlock } from "../../../src/report/document/table-block.ts";
import { escapeMarkdown } from "../../../src/report/markdown/escape-markdown.ts";
import { fencedCode } from "../../../src/report/markdown/fenced-code.ts";
import { markdownTable } from "../../../src/report/markdown/markdown-table.ts";
import { report } from "../../../src/report/report.ts";
import { HOSTILE, hostileDataset } from "../datasets.ts";

/** What a reader of Markdown sees of a line: escaped punctuation as it is. */
function seen(markdown: string): string {
  return markdown.replace(/\\([!-/:-@[-`{-~])/g, "$1");
}

/** What is left when everything that is escaped is taken away. */
function bare(markdown: string): string {
  return markdown.replace(/\\[!-/:-@[-`{-~]/g, "");
}

describe("escapeMarkdown()", () => {
  test.each([
    ["<b>&amp;", "\\<b\\>\\&amp;"],
    ["a|b`c`", "a\\|b\\`c\\`"],
    ["camera_height", "camera_height"],
    ["_a_ __proto__", "\\_a\\_ \\_\\_proto\\_\\_"],
    ["[a](http://b.c)", "\\[a\\](http\\://b.c)"],
    ["www.a.b me@a.b", "www\\.a.b me\\@a.b"],
    ["- a", "\\- a"],
    ["1. a", "1\\. a"],
    ["a\r\n# b", "a \\# b"],
    ["1.5", "1.5"],
    ["\u001b[31m", "␛\\[31m"],
  ])("%j becomes %j", (text, markdown) => {
    expect(escapeMarkdown(text)).toBe(markdown);
  });

  test("text is seen as it is, on one line, and nothing of it is a sign of Markdown", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."ab1 \\`*_{}[]<>()#+-.!|~&$:/@=\n") }), (text) => {
        const escaped = escapeMarkdown(text);
        expect(seen(escaped)).toBe(text.replace(/\n+/g, " "));
        expect(bare(escaped)).not.toMatch(/[`*[\]<>|#~!&$\\]/);
      }),
    );
  });
});

test("a cell cannot leave its table", () => {
  const block = itemsBlock([HOSTILE, "a|b\nc", "\\|"], {
    caption: HOSTILE,
    columns: [["x|y", "text", (item) => item]],
  });
  const [caption, empty, ...rows] = markdownTable(block, "Table 1").split("\n");
  expect(bare(caption ?? "")).not.toMatch(/[<|[]/);
  expect(empty).toBe("");
  expect(rows).toHaveLength(5);
  for (const row of rows) expect(bare(row)).toMatch(/^\|[^|<`]*\|$/);
});

test("code cannot end its block", () => {
  const text = "a\n```\n````\nb";
  const [fence, ...rest] = fencedCode(text).split("\n");
  expect(fence).toBe("`````");
  expect(rest).toEqual([...text.split("\n"), "`````"]);
});

test("a report of hostile names is Markdown without HTML, its tables are whole", async () => {
  const { markdown } = await report(hostileDataset(), {
    title: HOSTILE,
    outcome: `${HOSTILE} outcome`,
    charts: false,
  });
  expect(bare(markdown)).not.toMatch(/<\w|javascript|\]\(/);
  const lines = markdown.split("\n");
  for (const [index, line] of lines.entries()) {
    if (!/^\| (-|-+:)/.test(line)) continue;
    const pipes = (row: string | undefined) => bare(row ?? "").split("|").length;
    expect(pipes(lines[index - 1])).toBe(pipes(line));
    for (let row = index + 1; lines[row]?.startsWith("|"); row++) expect(pipes(lines[row])).toBe(pipes(line));
  }
  expect(seen(markdown)).toContain(`# ${HOSTILE.replace("\u001b", "␛")}`);
});
