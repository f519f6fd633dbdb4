import { describe, expect, test } from "vitest";
import { AnyBuilder } from "../../../src/tables/builders/any-builder.ts";
import { builderOf } from "../../../src/tables/builders/builder-of.ts";
import { DictBuilder } from "../../../src/tables/builders/dict-builder.ts";
import { IntBuilder } from "../../../src/tables/builders/int-builder.ts";
import type { ColumnType } from "../../../src/tables/column-type.ts";
import { type ColumnLike, columnTypeOf } from "../../../src/tables/column-type-of.ts";
import { DictColumn } from "../../../src/tables/dict-column.ts";

/** Values of each type, none of which is missing. */
const VALUES: [ColumnType, unknown[]][] = [
  ["float64", [1.5, -0, Number.NaN, 2 ** 60]],
  ["int32", [0, -(2 ** 31), 2 ** 31 - 1]],
  ["int64", [1, 2 ** 53 - 1, -(2 ** 40)]],
  ["int64", [1n, 2n ** 63n - 1n, -(2n ** 63n)]],
  ["bool", [true, false, true]],
  ["string", ["a", "", "a", "ü"]],
  ["float64[]", [[1, 2], [], [Number.NaN]]],
  ["float64[][]", [[[1], [2, 3]], [[]], []]],
  ["string[]", [["a"], ["b", "a"]]],
  ["bool[]", [[true], []]],
  ["timestamp", [new Date(0), new Date(5)]],
];

function shown(column: ColumnLike): [string, unknown[]] {
  return [columnTypeOf(column, "c"), Array.from(column)];
}

describe.each(VALUES)("builderOf(%s)", (type, values) => {
  const sparse = values.flatMap((value) => [null, value, null]);

  function build(cells: readonly unknown[]) {
    const builder = builderOf(type);
    for (const [row, value] of cells.entries())
      if (value !== null) expect(builder.set(row, value)).toBe(true);
    return builder;
  }

  test("keeps values and what is missing", () => {
    expect(shown(build(values).finish(values.length))).toEqual([type, values]);
    expect(shown(build(sparse).finish(sparse.length))).toEqual([type, sparse]);
    expect(shown(builderOf(type).finish(2))).toEqual([type, [null, null]]);
  });

  test("forgets rows that are taken back", () => {
    for (let rows = 0; rows <= sparse.length; rows++) {
      const builder = build(sparse);
      builder.truncate(rows);
      const kept = sparse.slice(0, rows);
      expect(builder.length).toBe(kept.findLastIndex((value) => value !== null) + 1);
      for (const [row, value] of values.entries()) builder.set(rows + 1 + row, value);
      const [, cells] = shown(builder.finish(rows + 1 + values.length));
      expect(cells).toEqual([...kept, null, ...values]);
    }
  });

  test("counts its memory by its rows", () => {
    const builder = build(values);
    const { bytes } = builder;
    expect(bytes).toBeGreaterThan(0);
    for (const [row, value] of values.entries()) builder.set(values.length + row, value);
    expect(builder.bytes).toBeGreaterThan(bytes);
  });

  test("refuses other values", () => {
    const builder = builderOf(type);
    for (const other of [{}, Symbol.iterator, [[[1]]], type === "string" ? 1 : "x", 2n ** 64n]) {
      expect(builder.set(0, other)).toBe(false);
    }
    expect(builder.length).toBe(0);
  });
});

describe("IntBuilder", () => {
  test("widens for one value and narrows when that is taken back", () => {
    for (const large of [2 ** 40, 2n ** 60n]) {
      const builder = new IntBuilder("int32");
      builder.fill(1, 2, 7);
      builder.set(3, large);
      builder.fill(4, 1, 8);
      const isBig = typeof large === "bigint";
      expect(shown(builder.finish(5))).toEqual([
        "int64",
        isBig ? [null, 7n, 7n, large, 8n] : [null, 7, 7, large, 8],
      ]);
      builder.truncate(3);
      expect(shown(builder.finish(3))).toEqual(["int32", [null, 7, 7]]);
    }
  });

  test("takes safe bigints as numbers", () => {
    const builder = new IntBuilder("int32");
    builder.set(0, 5n);
    expect(builder.finish(1)).toEqual(Int32Array.of(5));
  });
});

describe("DictBuilder", () => {
  test("numbers many values, and gives up on numbers that no value shares", () => {
    for (const repeats of [1, 5]) {
      const builder = new DictBuilder();
      const values = Array.from({ length: 70_000 * repeats }, (_, row) => `v${row % 70_000}`);
      for (const [row, value] of values.entries()) builder.set(row + 1, value);
      const column = builder.finish(values.length + 1);
      expect(column instanceof DictColumn).toBe(repeats > 1 && 70_001 <= values.length / 4);
      expect(column.at(0)).toBe(null);
      expect(values.every((value, row) => column.at(row + 1) === value)).toBe(true);
    }
  });
});

describe("AnyBuilder", () => {
  test.each<[string, unknown[], unknown[]]>([
    ["int32", [1, null, 2], [1, null, 2]],
    ["int64", [1, 2 ** 40], [1, 2 ** 40]],
    ["int64", [1, 2n ** 60n], [1n, 2n ** 60n]],
    ["float64", [1, 1.5], [1, 1.5]],
    ["float64", [1, -0], [1, -0]],
    ["bool", [null, true], [null, true]],
    ["string", ["a", null], ["a", null]],
    ["float64[]", [[1], null, []], [[1], null, []]],
    ["float64[][]", [[[1]], [[]]], [[[1]], [[]]]],
    ["string", [true, 1, "x", Number.NaN, 2n ** 60n], ["true", "1", "x", "NaN", "1152921504606846976"]],
    ["string", [1, [1, "a", null]], ["1", '[1,"a",null]']],
    ["string", [1.5, 2n ** 60n], ["1.5", "1152921504606846976"]],
  ])("makes a column of %s (case %#)", (type, values, cells) => {
    const builder = new AnyBuilder();
    for (const [row, value] of values.entries()) if (value !== null) builder.set(row, value);
    expect(shown(builder.finish(values.length))).toEqual([type, cells]);
    expect(builder.isMixed).toBe(
      type === "string" && values.some((value) => typeof value !== "string" && value !== null),
    );
  });

  test("has the type of what is left when rows are taken back", () => {
    const builder = new AnyBuilder();
    builder.set(0, 3);
    builder.set(1, "x");
    expect(builder.isMixed).toBe(true);
    builder.truncate(1);
    expect(builder.isMixed).toBe(false);
    expect(shown(builder.finish(1))).toEqual(["int32", [3]]);
    builder.truncate(0);
    builder.set(0, true);
    expect(shown(builder.finish(1))).toEqual(["bool", [true]]);
  });
});
