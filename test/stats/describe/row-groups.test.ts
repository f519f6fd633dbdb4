import { table } from "arquero";
import { describe, expect, test } from "vitest";
import { rowGroups } from "../../../src/stats/describe/row-groups.ts";
import { columnTypeOf } from "../../../src/tables/column-type-of.ts";

describe("rowGroups()", () => {
  test("orders groups by their values, the first column's first, missing ones last", () => {
    const data = table({
      a: ["y", null, "x", "y", "x"],
      b: [2, 1, Number.NaN, 1, 3],
    });
    const { rows, columns } = rowGroups(data, ["a", "b"]);
    expect(rows.map((some) => [...some])).toEqual([[4], [2], [3], [0], [1]]);
    expect(columns.map(([name, values]) => [name, ...values])).toEqual([
      ["a", "x", "x", "y", "y", null],
      ["b", 3, null, 1, 2, 1],
    ]);
  });

  test("keeps the types of columns, and the rows of a group in order", () => {
    const data = table({ lit: [true, false, true], at: [new Date(5), new Date(1), new Date(5)] });
    const { rows, columns } = rowGroups(data, ["lit", "at"]);
    expect(rows.map((some) => [...some])).toEqual([[1], [0, 2]]);
    expect(columns.map(([name, values]) => columnTypeOf(values, name))).toEqual(["bool", "timestamp"]);
  });

  test("groups by columns of very many values together", () => {
    const rows = 3000;
    const a = Array.from({ length: rows }, (_, i) => (i * 1009) % rows);
    const b = Array.from({ length: rows }, (_, i) => (i * 7) % (rows - 1));
    const groups = rowGroups(table({ a, b }), ["a", "b"]);
    const expected = a.map((_, i) => i).sort((i, j) => (a[i] as number) - (a[j] as number));
    expect(groups.rows.map(([row]) => row)).toEqual(expected);
  });

  test("has one group of all rows without columns", () => {
    const { rows, columns } = rowGroups(table({ x: [1, 2] }), []);
    expect(rows.map((some) => [...some])).toEqual([[0, 1]]);
    expect(columns).toEqual([]);
  });
});
