import { desc, table } from "arquero";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DictColumn } from "../../src/tables/dict-column.ts";
import { takeRows } from "../../src/tables/take-rows.ts";
import { TypedColumn } from "../../src/tables/typed-column.ts";
import { randomTable } from "../io/random-table.ts";
import { typesOf } from "../io/types-of.ts";

describe("takeRows()", () => {
  it("takes rows in the order given, as often as given", () => {
    const source = table({ x: ["a", "b", "c"], y: [1, 2, 3] });
    expect(takeRows(source, [2, 0, 2]).objects()).toEqual([
      { x: "c", y: 3 },
      { x: "a", y: 1 },
      { x: "c", y: 3 },
    ]);
  });

  it("counts rows as they are shown", () => {
    const source = table({ x: [5, 1, 4, 2, 3] })
      .filter((d: { x: number }) => d.x < 5)
      .orderby(desc("x"));
    expect(takeRows(source, [0, 3]).array("x")).toEqual([4, 1]);
    expect(() => takeRows(source, [4])).toThrow("Cannot take row 4 of a table of 4 rows");
  });

  it("takes any rows of any table, with their types", () => {
    fc.assert(
      fc.property(randomTable, fc.array(fc.nat()), (source, numbers) => {
        const count = source.numRows();
        const rows = count === 0 ? [] : numbers.map((number) => number % count);
        const taken = takeRows(source, rows);
        const all = source.objects();
        expect(taken.objects()).toEqual(rows.map((row) => all[row]));
        expect(typesOf(taken)).toEqual(typesOf(source));
      }),
    );
  });

  it("keeps the kind of typed arrays and the type of columns that become empty", () => {
    const source = table([
      ["f32", Float32Array.of(0.5, 1)],
      ["u8", Uint8Array.of(1, 2)],
      ["big", BigInt64Array.of(1n, 2n ** 60n)],
      ["s", ["a", "b"]],
      ["i", new TypedColumn("int32", [1, null])],
      ["mixed", [1, "x"]],
    ]);
    expect(takeRows(source, [1]).column("f32")).toEqual(Float32Array.of(1));
    expect(takeRows(source, [1]).column("u8")).toEqual(Uint8Array.of(2));
    expect(takeRows(source, [1]).column("big")).toEqual(BigInt64Array.of(2n ** 60n));
    expect(takeRows(source, [1]).column("mixed")).toEqual(["x"]);
    expect(takeRows(source, [0]).column("i")).toEqual(Int32Array.of(1));
    expect(typesOf(takeRows(source.select("s", "i"), []))).toEqual([
      ["s", "string"],
      ["i", "int32"],
    ]);
  });

  it.each([[[1.5]], [[-1]], [[Number.NaN]], [[2 ** 32]]])("refuses row %s", (rows) => {
    expect(() => takeRows(table({ x: [1, 2] }), rows)).toThrow(RangeError);
  });

  it("keeps texts that are coded coded", () => {
    const source = table({ s: new DictColumn(Uint8Array.of(0, 1, 0), ["a", "b"]) });
    expect(takeRows(source, [1, 1, 2]).column("s")).toEqual(
      new DictColumn(Uint8Array.of(1, 1, 0), ["a", "b"]),
    );
  });

  it("does not share columns with the table", () => {
    const names = ["a", "b"];
    const source = table([["x", names]]);
    expect(takeRows(source, [0, 1]).column("x")).not.toBe(names);
  });
});
