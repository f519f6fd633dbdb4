import * as aq from "arquero";
import { expect, test } from "vitest";
import { viewHtml } from "../../src/display/html/view-html.ts";
import { viewText } from "../../src/display/text/view-text.ts";
import type { View } from "../../src/display/view.ts";

const HOSTILE = `<img src=x onerror="alert(1)">&'\u001b\ud83d`;

test("nothing that comes from data is HTML: neither values nor names, captions, labels or addresses", () => {
  const view: View = {
    title: HOSTILE,
    parts: [
      { kind: "text", text: HOSTILE },
      { kind: "facts", facts: [[HOSTILE, HOSTILE]] },
      { kind: "progress", progress: { label: HOSTILE, done: 1, total: 2, details: [HOSTILE] } },
      { kind: "table", table: aq.table({ [HOSTILE]: [HOSTILE], list: [[HOSTILE]] }), caption: HOSTILE },
      { kind: "pictures", pictures: [{ address: HOSTILE, caption: HOSTILE }], columns: 2 },
      { kind: "page", html: HOSTILE, text: HOSTILE },
    ],
  };
  const html = viewHtml(view);
  expect(html).not.toContain("<img src=x");
  expect(html).not.toMatch(/"alert|='/);
  expect(html).not.toContain("\u001b");
  expect(html).not.toMatch(/\p{Cs}/u);
  expect(viewText(view)).not.toMatch(/[^\P{Cc}\n]|\p{Cs}/u);
  expect(html.match(/&lt;img src=x/g)?.length).toBeGreaterThan(10);
});

test("a page in a page may run nothing", () => {
  const html = viewHtml({ title: null, parts: [{ kind: "page", html: "<p>a</p>", text: "A" }] });
  expect(html).toContain('<iframe sandbox srcdoc="&lt;p&gt;a&lt;/p&gt;"');
});

test("missing values, and columns and rows that are left out, are seen as such", () => {
  const table = aq.table({ a: [null, 1, 2, 3], b: [undefined, 1, 2, 3], c: ["null", "x", "y", "z"] });
  const html = viewHtml({ title: null, parts: [{ kind: "table", table }] }, { maxRows: 2, maxColumns: 2 });
  expect(html).toContain("4 rows × 3 columns, 1 not shown");
  expect(html).toContain("… 2 more rows …");
  expect(html).toContain('<span style="opacity:.5">null</span>');
  expect(html).toContain('<td style="text-align:left">z</td>');
});
