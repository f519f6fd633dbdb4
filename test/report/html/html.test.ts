import { expect, test } from "vitest";
import { escapeHtml } from "../../../src/display/html/escape-html.ts";
import { itemsBlock } from "../../../src/report/document/table-block.ts";
import { htmlTable } from "../../../src/report/html/html-table.ts";

test("escapeHtml() leaves no sign of HTML, in elements and attributes", () => {
  expect(escapeHtml(`<a href="x" b='y'>&amp;\u0000</a>`)).toBe(
    "&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;amp;␀&lt;/a&gt;",
  );
});

test("long tables have their beginning and end, and say how many rows are between", () => {
  const rows = Array.from({ length: 100 }, (_, row) => row);
  const block = itemsBlock(rows, {
    caption: "Rows",
    columns: [
      ["name", "text", (row) => `r${row}`],
      ["number", "auto", (row) => row / 3],
    ],
    most: 9,
  });
  expect(block.rows.map(([name]) => name)).toEqual(["r0", "r1", "r2", "r3", "r4", "r5", "r97", "r98", "r99"]);
  expect(block.gap).toEqual({ before: 6, rows: 91 });
  const html = htmlTable(block, "Table 1");
  expect(html.match(/<tr/g)).toHaveLength(11);
  expect(html.indexOf("91 more rows")).toBeGreaterThan(html.indexOf(">r5<"));
  expect(html.indexOf("91 more rows")).toBeLessThan(html.indexOf(">r97<"));
  expect(html).toContain('<th scope="col" class="n">number</th>');
  expect(html).toContain('<th scope="row">r1</th><td class="n">0.3333</td>');
});

test("a table without rows says so", () => {
  const block = itemsBlock([], { caption: "None", columns: [["name", "text", () => ""]] });
  expect(htmlTable(block, "Table 1")).toContain("no rows");
});
