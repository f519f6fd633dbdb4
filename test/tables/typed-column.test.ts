import { desc, op, table } from "arquero";
import { describe, expect, it } from "vitest";
import { isTable } from "../../src/tables/is-table.ts";
import { makeColumn } from "../../src/tables/make-column.ts";
import { TypedColumn } from "../../src/tables/typed-column.ts";

describe("TypedColumn", () => {
  const plain = [3, null, 1, 3, null, 2];
  const columns = [plain, new TypedColumn("int32", plain)].map((a) =>
    table({ a, k: ["x", "y", "x", "y", "z", "z"] }),
  );

  it.each<[string, (t: ReturnType<typeof table>) => ReturnType<typeof table>]>([
    ["filter", (t) => t.filter((d: { a: number | null }) => d.a !== null)],
    ["orderby", (t) => t.orderby(desc("a"))],
    ["derive", (t) => t.derive({ b: (d: { a: number }) => d.a + 1 })],
    ["groupby and rollup", (t) => t.groupby("k").rollup({ sum: op.sum("a"), n: op.count() })],
    ["groupby itself", (t) => t.groupby("a").count()],
    ["dedupe", (t) => t.dedupe("a")],
    ["join", (t) => t.join(table({ a: [1, 2, 3], name: ["one", "two", "three"] }), "a")],
    ["left join", (t) => t.join_left(table({ a: [1, 2], name: ["one", "two"] }), "a")],
    ["concat", (t) => t.concat(t)],
    ["fold", (t) => t.fold("a")],
    ["impute", (t) => t.impute({ a: () => 0 })],
    ["reify", (t) => t.filter((d: { a: number }) => d.a > 1).reify()],
  ])("gives what a plain array gives under %s", (_, verb) => {
    const [expected, actual] = columns.map((t) => verb(t).objects());
    expect(actual).toEqual(expected);
    expect(actual!.length).toBeGreaterThan(0);
  });

  it("gives values by row and as a whole", () => {
    const column = new TypedColumn("string", ["a", null]);
    expect([column.length, column.at(0), column.at(1), column.at(2)]).toEqual([2, "a", null, null]);
    expect([...column]).toEqual(column.toArray());
  });
});

describe("makeColumn()", () => {
  it("takes typed arrays for numbers without gaps only", () => {
    expect(makeColumn("float64", [1, 2])).toBeInstanceOf(Float64Array);
    expect(makeColumn("int32", [1, 2])).toBeInstanceOf(Int32Array);
    expect(makeColumn("int32", [1, null])).toBeInstanceOf(TypedColumn);
  });
});

describe("isTable()", () => {
  it("knows a table of any copy of Arquero, and nothing else", () => {
    expect(isTable(table({ a: [1] }))).toBe(true);
    for (const other of [null, undefined, {}, [], "x", { numRows: 1 }]) expect(isTable(other)).toBe(false);
  });
});
