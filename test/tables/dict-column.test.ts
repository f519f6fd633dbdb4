import { desc, op, table } from "arquero";
import { describe, expect, it } from "vitest";
import { columnTypeOf } from "../../src/tables/column-type-of.ts";
import { DictColumn } from "../../src/tables/dict-column.ts";
import { shownValues } from "../../src/tables/shown-values.ts";

type Table = ReturnType<typeof table>;

describe("DictColumn", () => {
  const texts = ["b", "a", "b", "c", "a", "b"];
  const coded = new DictColumn(Uint8Array.of(1, 0, 1, 2, 0, 1), ["a", "b", "c", "never"]);
  const tables = [texts, coded].map((s) => table({ s, n: [1, 2, 3, 4, 5, 6] }));

  it.each<[string, (t: Table) => Table]>([
    ["filter by a value", (t) => t.filter((d: { s: string }) => d.s === "b")],
    ["filter by another value", (t) => t.filter((d: { s: string }) => d.s !== "b")],
    ["filter by a value that no row has", (t) => t.filter((d: { s: string }) => d.s !== "absent")],
    ["filter by the absence of a value", (t) => t.filter((d: { s: string | null }) => d.s !== null)],
    ["orderby", (t) => t.orderby(desc("s"), "n")],
    ["derive", (t) => t.derive({ upper: (d: { s: string }) => op.upper(d.s) })],
    ["groupby and rollup", (t) => t.groupby("s").rollup({ sum: op.sum("n"), count: op.count() })],
    [
      "groupby after a filter",
      (t) =>
        t
          .filter((d: { n: number }) => d.n > 1)
          .groupby("s")
          .count(),
    ],
    ["groupby two columns", (t) => t.groupby("s", "n").count()],
    ["groupby and derive", (t) => t.groupby("s").derive({ mean: op.mean("n") })],
    ["count", (t) => t.groupby("s").count().orderby("s")],
    ["dedupe", (t) => t.dedupe("s")],
    ["join", (t) => t.join(table({ s: ["a", "c"], name: ["first", "third"] }), "s")],
    ["left join", (t) => t.join_left(table({ s: ["a"], name: ["first"] }), "s")],
    ["semijoin", (t) => t.semijoin(table({ s: ["a", "x"] }), "s")],
    ["antijoin", (t) => t.antijoin(table({ s: ["a", "x"] }), "s")],
    ["concat", (t) => t.concat(t)],
    ["union", (t) => t.union(t)],
    ["pivot", (t) => t.pivot("s", { value: op.sum("n") })],
    ["fold", (t) => t.fold("s")],
    ["spread", (t) => t.spread({ parts: (d: { s: string }) => op.split(d.s, "") })],
    ["slice", (t) => t.slice(1, 4)],
    ["select and rename", (t) => t.select("s").rename({ s: "text" })],
    ["reify", (t) => t.filter((d: { n: number }) => d.n % 2 === 0).reify()],
  ])("gives what a plain array gives under %s", (_, verb) => {
    const [expected, actual] = tables.map((t) => verb(t).objects());
    expect(actual).toEqual(expected);
    expect(actual!.length).toBeGreaterThan(0);
  });

  it("keeps the group order and counts of a plain array", () => {
    const counts = tables.map((t) => t.groupby("s").count().objects());
    expect(counts[1]).toEqual(counts[0]);
    expect(counts[1]).toHaveLength(3);
  });

  it("is a column of strings", () => {
    expect(columnTypeOf(coded, "s")).toBe("string");
    expect([...coded]).toEqual(texts);
    expect(coded.toArray()).toEqual(texts);
    expect(tables[1]!.array("s")).toEqual(texts);
  });
});

describe("shownValues()", () => {
  it("is the column itself where it can, and follows filter and order", () => {
    const numbers = Float64Array.of(3, 1, 2);
    const source = table({ x: numbers, s: new DictColumn(Uint8Array.of(0, 1, 0), ["a", "b"]) });
    expect(shownValues(source, "x")).toBe(numbers);
    expect(shownValues(source, "s")).toEqual(["a", "b", "a"]);
    expect(shownValues(source.orderby("x"), "x")).toEqual([1, 2, 3]);
    expect(
      shownValues(
        source.filter((d: { x: number }) => d.x > 1),
        "s",
      ),
    ).toEqual(["a", "a"]);
  });
});
