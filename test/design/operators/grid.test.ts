import { table } from "arquero";
import { describe, expect, it } from "vitest";
import { cross } from "../../../src/design/operators/cross.ts";
import { grid } from "../../../src/design/operators/grid.ts";

describe("grid()", () => {
  it("takes every combination, the first parameter slowest", () => {
    const rows = grid({ x: [1, 2, 3], y: [1, 2] }).objects() as { x: number; y: number }[];
    expect(rows.map(({ x, y }) => `${x}${y}`)).toEqual(["11", "12", "21", "22", "31", "32"]);
  });

  it("is empty when a list is empty, and wants at least one parameter", () => {
    expect(grid({ x: [1, 2], y: [] }).numRows()).toBe(0);
    expect(() => grid({})).toThrow(TypeError);
  });

  it("lets the first parameter vary fastest, the columns in the order given", () => {
    const table = grid({ x: [1, 2, 3], y: [1, 2] }, { vary: "fastest" });
    const rows = table.objects() as { x: number; y: number }[];
    expect(rows.map(({ x, y }) => `${x}${y}`)).toEqual(["11", "21", "31", "12", "22", "32"]);
    expect(table.columnNames()).toEqual(["x", "y"]);
    expect(() => grid({ x: [1] }, { vary: "first" as never })).toThrow(
      'vary must be "slowest" or "fastest", got "first"',
    );
  });

  it("varies as scikit-learn's and Hydra's grids do", () => {
    expect(grid({ a: [1, 2], b: [true, false] }).objects()).toEqual([
      { a: 1, b: true },
      { a: 1, b: false },
      { a: 2, b: true },
      { a: 2, b: false },
    ]);
    expect(grid({ a: [1, 2, 3], b: [10, 20] }).array("b")).toEqual([10, 20, 10, 20, 10, 20]);
  });

  it("does not hold the lists that it is given", () => {
    const scenes = ["a", "b"];
    const table = grid({ scene: scenes });
    scenes[0] = "changed";
    expect(table.array("scene")).toEqual(["a", "b"]);
  });

  it.each(["__proto__", "constructor", "toString", "a b", "é", "0", ""])(
    "takes a parameter named %j",
    (name) => {
      const values = Object.fromEntries([
        [name, [1, 2]],
        ["x", ["u"]],
      ]);
      expect(grid(values).array(name)).toEqual([1, 2]);
      expect(grid(values, { vary: "fastest" }).array(name)).toEqual([1, 2]);
    },
  );

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
