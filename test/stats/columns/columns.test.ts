import { table } from "arquero";
import { describe, expect, test } from "vitest";
import { levelsOf } from "../../../src/stats/columns/levels-of.ts";
import { numbersOf } from "../../../src/stats/columns/numbers-of.ts";
import { PackedColumn } from "../../../src/tables/packed-column.ts";
import { repeatedStrings } from "../../../src/tables/repeated-strings.ts";

const jobs = table({
  height: [1.5, null, Number.NaN, 3],
  packed: new PackedColumn("int32", Int32Array.of(4, 5, 6, 7), Uint8Array.of(1, 0, 1, 1)),
  lit: [true, false, null, true],
  scene: repeatedStrings(["gym", null, "attic", "gym"]),
  sizes: [[1], [2], [3], null],
  nothing: [null, null, null, null],
});

describe("numbersOf()", () => {
  test("tells that there is no column where no name is given", () => {
    expect(() => numbersOf(table({ x: [1] }), undefined as unknown as string)).toThrow(
      'There is no column "undefined" in the table',
    );
  });

  test("has NaN where a value is missing", () => {
    expect([...numbersOf(jobs, "height")]).toEqual([1.5, Number.NaN, Number.NaN, 3]);
    expect([...numbersOf(jobs, "packed")]).toEqual([4, Number.NaN, 6, 7]);
    expect([...numbersOf(jobs, "lit")]).toEqual([1, 0, Number.NaN, 1]);
    expect([...numbersOf(jobs, "nothing")]).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
  });

  test("takes the rows that a table shows, in their order", () => {
    const shown = jobs
      .filter((row: { lit: boolean | null }) => row.lit === true)
      .orderby("packed")
      .reify();
    expect([...numbersOf(shown, "packed")]).toEqual([4, 7]);
  });

  test("names the column and its role in errors", () => {
    expect(() => numbersOf(jobs, "hight", "outcome")).toThrow(
      'There is no outcome "hight" in the table (did you mean "height"?)',
    );
    expect(() => numbersOf(jobs, "scene", "outcome")).toThrow('The outcome "scene" must have numbers');
  });
});

describe("levelsOf()", () => {
  test("orders levels and leaves missing values out", () => {
    const { codes, values } = levelsOf(jobs, "scene");
    expect(values).toEqual(["attic", "gym"]);
    expect([...codes]).toEqual([1, -1, 0, 1]);
    expect(levelsOf(jobs, "lit").values).toEqual([false, true]);
    expect([...levelsOf(jobs, "height").codes]).toEqual([0, -1, -1, 1]);
  });

  test("refuses lists", () => {
    expect(() => levelsOf(jobs, "sizes", "factor")).toThrow(
      'The factor "sizes" must have single values, got float64[]',
    );
  });
});
