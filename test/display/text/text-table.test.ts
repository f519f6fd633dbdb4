import { expect, test } from "vitest";
import { textTable } from "../../../src/display/text/text-table.ts";

test("textTable() aligns columns, numbers to the right", () => {
  const rows = [
    ["spills", 9, "yes"],
    ["visionfit", 31, "no"],
  ];
  expect(textTable(rows, { header: ["generator", "n", "previews"] }).split("\n")).toEqual([
    "generator   n  previews",
    "spills      9  yes",
    "visionfit  31  no",
  ]);
});

test("textTable() wraps the last column below itself, words longer than the width stand alone", () => {
  const rows = [["scene", `STORE_1, STORE_2, ${"X".repeat(30)}, A`]];
  expect(textTable(rows, { indent: "  ", width: 30 }).split("\n")).toEqual([
    "  scene  STORE_1, STORE_2,",
    `         ${"X".repeat(30)},`,
    "         A",
  ]);
});

test.each([0, 1, 20])("textTable() keeps some room for the last column in a width of %d", (width) => {
  const [line = ""] = textTable([["a".repeat(30), "one two three four five six"]], { width }).split("\n");
  expect(line).toBe(`${"a".repeat(30)}  one two three four`);
});

test("textTable() shows what would move the cursor or turn the text as codes", () => {
  expect(textTable([["\u001b[31mred\u202e\r\nx", 1]])).toBe("\\u{1b}[31mred\\u{202e}\\u{d}\\u{a}x  1");
});

test("textTable() takes as many rows as there are, and characters of which a half is missing", () => {
  const rows = Array.from({ length: 200_000 }, (_, row) => [row]);
  expect(textTable(rows).split("\n")).toHaveLength(200_000);
  expect(textTable([["😀 \ud83d", 1]])).toBe("😀 \\u{d83d}  1");
});
