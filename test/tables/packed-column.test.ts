import { aq } from "infinity-frames";
import { describe, expect, test } from "vitest";
import { columnTypeOf } from "../../src/tables/column-type-of.ts";
import { DictColumn } from "../../src/tables/dict-column.ts";
import { ListColumn } from "../../src/tables/list-column.ts";
import { PackedColumn } from "../../src/tables/packed-column.ts";
import { takeRows } from "../../src/tables/take-rows.ts";

const moment = new Date("2022-07-28T12:00:00.500Z");
const valid = Uint8Array.of(1, 0, 1);
const columns = {
  bool: { column: new PackedColumn("bool", Uint8Array.of(1, 1, 0), valid), values: [true, null, false] },
  int32: { column: new PackedColumn("int32", Int32Array.of(1, 2, 3)), values: [1, 2, 3] },
  int64: {
    column: new PackedColumn("int64", BigInt64Array.of(2n ** 60n, 0n, -1n), valid),
    values: [2n ** 60n, null, -1n],
  },
  float64: {
    column: new PackedColumn("float64", Float64Array.of(0.5, 0, Number.NaN), valid),
    values: [0.5, null, Number.NaN],
  },
  timestamp: {
    column: new PackedColumn("timestamp", Float64Array.of(moment.getTime(), 0, 0), valid),
    values: [moment, null, new Date(0)],
  },
  string: { column: new DictColumn(Uint8Array.of(1, 0, 2), ["b", "a", null]), values: ["a", "b", null] },
  "float64[]": {
    column: new ListColumn("float64[]", Uint32Array.of(0, 2, 2, 3), Float64Array.of(1, 2, 3), valid),
    values: [[1, 2], null, [3]],
  },
  "string[]": {
    column: new ListColumn(
      "string[]",
      Uint32Array.of(0, 2, 2, 3),
      new DictColumn(Uint8Array.of(0, 1, 0), ["x", null]),
    ),
    values: [["x", null], [], ["x"]],
  },
} as const;

describe.each(Object.entries(columns))("a column of %s", (type, { column, values }) => {
  test("gives its values in each way that tables ask", () => {
    expect(column.length).toBe(3);
    expect([0, 1, 2].map((row) => column.at(row))).toEqual(values);
    expect([...column]).toEqual(values);
    expect(column.toArray()).toEqual(values);
    expect(columnTypeOf(column, "x")).toBe(type);
  });

  test("keeps its class and type when rows are taken", () => {
    const taken = takeRows(aq.table({ x: column }), [2, 1, 1, 0]).column("x");
    expect(taken).toBeInstanceOf(column.constructor);
    expect(taken).toMatchObject({ type });
    expect([...(taken ?? [])]).toEqual([values[2], values[1], values[1], values[0]]);
  });

  test("is filtered, ordered and grouped by Arquero as plain values are", () => {
    const [ours, plain] = [column, [...values]].map((x) => aq.table({ x, i: [0, 1, 2] }));
    const shown = (table = ours) =>
      table
        ?.filter((d) => d.i !== 1)
        .orderby(aq.desc("i"))
        .objects();
    expect(shown(ours)).toEqual(shown(plain));
    const groups = (table = ours) => table?.groupby("x").count().objects();
    expect(groups(ours)).toEqual(groups(plain));
  });
});
