import * as aq from "arquero";
import { expect, test } from "vitest";
import { columnLook } from "../../src/display/html/column-look.ts";
import { tableHtml } from "../../src/display/html/table-html.ts";
import { tableWindow } from "../../src/display/table-window.ts";
import { tableText } from "../../src/display/text/table-text.ts";

const numbers = aq.table({
  n: Array.from({ length: 25 }, (_, i) => i),
  name: Array.from({ length: 25 }, (_, i) => `r${i}`),
});
const firstColumn = (table: aq.ColumnTable, limits = {}) =>
  tableWindow(table, limits).rows.map(([value]) => value);

test("a short table is shown whole, of a longer one the first and last rows", () => {
  expect(firstColumn(numbers.slice(0, 20).reify())).toHaveLength(20);
  expect(firstColumn(numbers)).toEqual([0, 1, 2, 3, 4, 20, 21, 22, 23, 24]);
  expect(tableWindow(numbers, {}).rowGap).toEqual({ before: 5, count: 15 });
  expect(firstColumn(numbers, { maxRows: 3 })).toEqual([0, 1, 24]);
  expect(firstColumn(numbers, { maxRows: 24 })).toHaveLength(24);
  expect(firstColumn(numbers, { maxRows: 1 })).toEqual([0]);
  expect(firstColumn(numbers, { maxRows: Number.POSITIVE_INFINITY })).toHaveLength(25);
});

test("rows are those that the table shows, in its order", () => {
  const shown = numbers.filter((row) => row.n % 10 === 3).orderby(aq.desc("n"));
  expect(firstColumn(shown)).toEqual([23, 13, 3]);
  expect(tableWindow(shown, {}).numRows).toBe(3);
});

test("a grouped table says so", () => {
  const grouped = numbers.groupby("name", "n");
  expect(tableText(tableWindow(grouped, {}))).toMatch(/^25 rows × 2 columns, grouped by name, n\n/);
});

test("of a wide table the first and last columns are shown", () => {
  const wide = aq.table(Array.from({ length: 30 }, (_, i): [string, number[]] => [`c${i}`, [i]]));
  const { columns, columnGap, numColumns } = tableWindow(wide, { maxColumns: 4 });
  expect(columns.map(({ name }) => name)).toEqual(["c0", "c1", "c28", "c29"]);
  expect([columnGap, numColumns]).toEqual([{ before: 2, count: 26 }, 30]);
});

test("columns have their types, and a column of mixed values is not numeric", () => {
  const table = aq.table({
    whole: Int32Array.of(1, 2),
    text: ["a", null],
    none: [null, undefined],
    mixed: [1, "one"],
    when: [new Date(0), null],
    lists: [[1, 2], [3]],
  });
  const { columns, rows } = tableWindow(table, {});
  const looks = columns.map(({ column }, index) =>
    columnLook(
      column,
      rows.map((row) => row[index]),
    ),
  );
  expect(looks.map(({ type, isNumeric }) => [type, isNumeric])).toEqual([
    ["int32", true],
    ["string", false],
    ["string", false],
    ["mixed", false],
    ["timestamp", false],
    ["float64[]", false],
  ]);
});

test("a table shows objects that hold themselves", () => {
  const inObject: Record<string, unknown> = {};
  inObject.self = inObject;
  const inList: unknown[] = [];
  inList.push(inList);
  const html = tableHtml(tableWindow(aq.table({ a: [inObject], b: [inList] }), {}));
  expect(html).toContain(">[object Object]</td>");
  expect(html.match(/>mixed<\/span>/g)).toHaveLength(2);
});

test("a table as text has its shape, and says what is left out", () => {
  expect(tableText(tableWindow(numbers, { maxRows: 2 }), "Jobs")).toBe(
    ["Jobs (25 rows × 2 columns)", " n  name", " 0  r0", "… 23 more …", "24  r24"].join("\n"),
  );
  expect(tableText(tableWindow(aq.table({ "a\u001b[2J": ["\u001b[31m"] }), {}), "\u001bc")).not.toContain(
    "\u001b",
  );
  expect(tableText(tableWindow(aq.table({ a: [] }), {}))).toBe("0 rows × 1 column\na");
  expect(tableText(tableWindow(aq.table({}), {}))).toBe("0 rows × 0 columns");
});
