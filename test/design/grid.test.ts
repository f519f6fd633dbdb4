import { table } from "arquero";
import { describe, expect, it } from "vitest";
import { cross } from "../../src/design/cross.ts";
import { grid } from "../../src/design/grid.ts";

describe("grid()", () => {
  it("takes every combination, the first parameter slowest", () => {
    const rows = grid({ x: [1, 2, 3], y: [1, 2] }).objects() as { x: number; y: number }[];
    expect(rows.map(({ x, y }) => `${x}${y}`)).toEqual(["11", "12", "21", "22", "31", "32"]);
  });

  it("is empty when a list is empty, and wants at least one parameter", () => {
    expect(grid({ x: [1, 2], y: [] }).numRows()).toBe(0);
    expect(() => grid({})).toThrow(TypeError);
  });

  it("keeps null as not specified and types as they are", () => {
    expect(grid({ a: [true, null], b: ["s"] }).objects()).toEqual([
      { a: true, b: "s" },
      { a: null, b: "s" },
    ]);
    expect(grid({ a: [0.5, 1] }).column("a")).toBeInstanceOf(Float64Array);
  });
});

describe("cross()", () => {
  const people = table({ name: ["ann", "bob"], height: [1.6, 1.8] });

  it("keeps the rows of a table together", () => {
    expect(cross(people, grid({ d: [1, 2] })).objects()).toEqual([
      { name: "ann", height: 1.6, d: 1 },
      { name: "ann", height: 1.6, d: 2 },
      { name: "bob", height: 1.8, d: 1 },
      { name: "bob", height: 1.8, d: 2 },
    ]);
  });

  it("is associative", () => {
    const [a, b, c] = [grid({ a: [1, 2] }), grid({ b: [1, 2, 3] }), grid({ c: ["x", "y"] })] as const;
    const flat = cross(a, b, c).objects();
    expect(cross(cross(a, b), c).objects()).toEqual(flat);
    expect(cross(a, cross(b, c)).objects()).toEqual(flat);
  });

  it("sees a table as it is filtered and ordered", () => {
    const tall = people.filter((d: { height: number }) => d.height > 1.7);
    expect(cross(tall, grid({ d: [1] })).objects()).toEqual([{ name: "bob", height: 1.8, d: 1 }]);
  });

  it("refuses tables that share a column", () => {
    expect(() => cross(people, table({ name: ["x"] }))).toThrow(
      'Cannot cross tables that both have a column "name"',
    );
    expect(() => cross()).toThrow(TypeError);
  });
});
