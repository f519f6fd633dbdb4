import { table } from "arquero";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concat } from "../../../src/design/operators/concat.ts";
import { grid } from "../../../src/design/operators/grid.ts";
import { DictColumn } from "../../../src/tables/dict-column.ts";
import { TypedColumn } from "../../../src/tables/typed-column.ts";
import { randomTable } from "../../io/random-table.ts";
import { typesOf } from "../../io/types-of.ts";
import { plainRows } from "../../util/plain-rows.ts";
import { randomDesign } from "../random-design.ts";

/** The type of column `x` of tables with these columns below each other. */
function typeOf(...columns: unknown[]): unknown {
  const joined = concat(...columns.map((x) => table([["x", x]] as never)));
  const column = joined.column("x");
  return Array.isArray(column) && new Set(column.map((value) => typeof value)).size > 1
    ? column
    : typesOf(joined)[0]?.[1];
}

describe("concat()", () => {
  it("puts rows below each other; what a table does not have is not specified", () => {
    const jobs = concat(grid({ a: [1, 2], b: ["x"] }), grid({ c: [true], a: [3] }));
    expect(jobs.columnNames()).toEqual(["a", "b", "c"]);
    expect(jobs.objects()).toEqual([
      { a: 1, b: "x", c: null },
      { a: 2, b: "x", c: null },
      { a: 3, b: null, c: true },
    ]);
    expect(typesOf(jobs)).toEqual([
      ["a", "int32"],
      ["b", "string"],
      ["c", "bool"],
    ]);
  });

  it("unites the types of a column", () => {
    const ints = Int32Array.of(1, 2);
    const none = new TypedColumn("string", [null, null]);
    expect(typeOf(ints, Float64Array.of(0.5))).toBe("float64");
    expect(typeOf(ints, new TypedColumn("int64", [2n ** 60n]))).toBe("int64");
    expect(typeOf(new TypedColumn("int64", [1n]), Float64Array.of(0.5))).toBe("float64");
    expect(typeOf(ints, none)).toBe("int32");
    expect(typeOf(Float64Array.of(1), none)).toBe("float64");
    expect(typeOf(none, none)).toBe("string");
    expect(typeOf(new TypedColumn("float64[]", [[]]), new TypedColumn("float64[]", [[1]]))).toBe("float64[]");
    expect(typeOf([[]], [["a"]])).toBe("string[]");
    expect(typeOf([], ints)).toBe("int32");
  });

  it("keeps the values of columns of different types", () => {
    expect(typeOf(Int32Array.of(1), ["a"])).toEqual([1, "a"]);
    expect(typeOf([true], [0.5])).toEqual([true, 0.5]);
    expect(typeOf(new TypedColumn("int64", [2n ** 60n]), Float64Array.of(0.5))).toEqual([2n ** 60n, 0.5]);
  });

  it("keeps typed arrays of one kind", () => {
    const column = (x: Float32Array) => table([["x", x]]);
    expect(concat(column(Float32Array.of(1)), column(Float32Array.of(2, 3))).column("x")).toEqual(
      Float32Array.of(1, 2, 3),
    );
  });

  it("wants a table; tables without columns add nothing", () => {
    expect(() => concat()).toThrow(TypeError);
    expect(concat(table({}), grid({ x: [1] }), table({})).objects()).toEqual([{ x: 1 }]);
  });

  it("has all rows of all tables in order, and leaves the tables as they are", () => {
    fc.assert(
      fc.property(fc.array(randomDesign(""), { minLength: 1, maxLength: 4 }), (tables) => {
        const before = tables.map((each) => each.objects());
        const joined = concat(...tables);
        const empty = Object.fromEntries(joined.columnNames().map((name) => [name, null]));
        expect(joined.objects()).toEqual(before.flat().map((row) => ({ ...empty, ...row })));
        expect(tables.map((each) => each.objects())).toEqual(before);
      }),
    );
  });

  it("keeps the types of a table below itself", () => {
    fc.assert(
      fc.property(randomTable, (source) => {
        const twice = concat(source, source);
        expect(typesOf(twice)).toEqual(typesOf(source));
        expect(plainRows(twice)).toEqual([...plainRows(source), ...plainRows(source)]);
      }),
    );
  });

  it("joins coded texts into coded texts, with the values of all tables", () => {
    const coded = (codes: number[], values: string[]) =>
      table({ s: new DictColumn(Uint8Array.from(codes), values) });
    const joined = concat(coded([1, 0], ["a", "b"]), coded([0, 1, 0], ["c", "b"]));
    expect(joined.array("s")).toEqual(["b", "a", "c", "b", "c"]);
    expect(joined.column("s")).toBeInstanceOf(DictColumn);
    expect(concat(coded([0], ["a"]), table({ s: ["x"] })).array("s")).toEqual(["a", "x"]);
    const many = concat(...Array.from({ length: 300 }, (_, i) => coded([0], [`v${i}`])));
    expect(many.array("s")).toEqual(Array.from({ length: 300 }, (_, i) => `v${i}`));
  });
});
