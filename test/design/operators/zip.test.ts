import { table } from "arquero";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cross } from "../../../src/design/operators/cross.ts";
import { grid } from "../../../src/design/operators/grid.ts";
import { zip } from "../../../src/design/operators/zip.ts";
import { randomDesign } from "../random-design.ts";

describe("zip()", () => {
  const people = table({ name: ["ann", "bob"] });

  it("puts tables and lists side by side", () => {
    expect(zip(people, { x: [1, 2], y: [true, false] }).objects()).toEqual([
      { name: "ann", x: 1, y: true },
      { name: "bob", x: 2, y: false },
    ]);
  });

  it("repeats single rows and single values", () => {
    expect(zip({ x: [1, 2], rate: [24] }, table({ scene: ["GYM"] })).objects()).toEqual([
      { x: 1, rate: 24, scene: "GYM" },
      { x: 2, rate: 24, scene: "GYM" },
    ]);
    expect(zip({ x: [], rate: [24] }).numRows()).toBe(0);
    expect(zip({ x: [1], rate: [24] }).numRows()).toBe(1);
  });

  it("makes pairs that a grid goes on with", () => {
    const jobs = cross(zip({ model: ["m", "n"], optimizer: ["p", "q"] }), grid({ seed: [1, 2, 3] }));
    expect(jobs.objects().map((row) => Object.values(row).join(""))).toEqual([
      "mp1",
      "mp2",
      "mp3",
      "nq1",
      "nq2",
      "nq3",
    ]);
  });

  it("refuses numbers of rows that differ, naming them", () => {
    expect(() => zip(people, { x: [1, 2, 3], y: [0] })).toThrow(
      new RangeError("Cannot zip tables of 2 and 3 rows: the numbers must be equal or 1"),
    );
    expect(() => zip(people, { x: [] })).toThrow("tables of 2 and 0 rows");
  });

  it("refuses shared columns, and nothing at all", () => {
    expect(() => zip(people, { name: ["x"] })).toThrow('Cannot zip tables that both have a column "name"');
    expect(() => zip()).toThrow(TypeError);
    expect(() => zip({})).toThrow(TypeError);
  });

  it("comes apart again, and leaves the tables as they are", () => {
    fc.assert(
      fc.property(randomDesign(""), randomDesign("b"), (a, b) => {
        fc.pre(a.numRows() === b.numRows());
        const [before, other] = [a.objects(), b.objects()];
        const both = zip(a, b);
        expect(both.select(a.columnNames()).objects()).toEqual(before);
        expect(both.select(b.columnNames()).objects()).toEqual(other);
        expect([a.objects(), b.objects()]).toEqual([before, other]);
      }),
    );
  });
});
