import { describe, expect, it } from "vitest";
import { columnTypeOf } from "../../src/tables/column-type-of.ts";
import { TableBuilder } from "../../src/tables/table-builder.ts";

function typesOf(builder: TableBuilder): Record<string, string> {
  const table = builder.toTable();
  return Object.fromEntries(
    table.columnNames().map((name) => [name, columnTypeOf(table.column(name)!, name)]),
  );
}

describe("TableBuilder", () => {
  it("keeps declared columns first, and those without values too", () => {
    const builder = new TableBuilder({ id: "int32", name: "string", area: "float64" });
    builder.append({ extra: true, id: 1 });
    builder.append({ area: 2, id: 2 });
    expect(builder.toTable().objects()).toEqual([
      { id: 1, name: null, area: null, extra: true },
      { id: 2, name: null, area: 2, extra: null },
    ]);
    expect(typesOf(builder)).toEqual({ id: "int32", name: "string", area: "float64", extra: "bool" });
  });

  it("has its columns and types without any row", () => {
    expect(typesOf(new TableBuilder({ id: "int32", points: "float64[]" }))).toEqual({
      id: "int32",
      points: "float64[]",
    });
  });

  it("reads the types of other columns off all their values", () => {
    const builder = new TableBuilder({});
    builder.append({ a: 1, b: 1, c: "x", d: [1, 2], e: [[1], [2]], f: 2 ** 40 });
    builder.append({ a: 2, b: 1.5, c: null, d: [], e: [[]], f: 1 });
    expect(typesOf(builder)).toEqual({
      a: "int32",
      b: "float64",
      c: "string",
      d: "float64[]",
      e: "float64[][]",
      f: "int64",
    });
  });

  it("widens a declared int32 that does not suffice", () => {
    const builder = new TableBuilder({ id: "int32" });
    builder.append({ id: 2 ** 40 });
    expect(typesOf(builder)).toEqual({ id: "int64" });
    expect(builder.toTable().objects()).toEqual([{ id: 2 ** 40 }]);
  });

  it("takes empty lists for a declared list", () => {
    const builder = new TableBuilder({ points: "float64[]", matrix: "float64[][]" });
    expect(builder.append({ points: [], matrix: [[]] })).toEqual([]);
    expect(builder.append({ points: ["x"], matrix: [1] })).toEqual(["points", "matrix"]);
  });

  it("says which declared columns a value does not fit, and leaves it missing", () => {
    const builder = new TableBuilder({ id: "int32", area: "float64" });
    expect(builder.append({ id: 1.5, area: "x" })).toEqual(["id", "area"]);
    expect(builder.append({ id: 1, area: Number.NaN })).toEqual([]);
    expect(builder.toTable().objects()).toEqual([
      { id: null, area: null },
      { id: 1, area: Number.NaN },
    ]);
  });

  it("makes other columns of mixed types strings, and says which", () => {
    const builder = new TableBuilder({});
    builder.append({ a: true, b: 1 });
    builder.append({ a: "x", b: 2 });
    expect(builder.mixedColumns()).toEqual(["a"]);
    expect(builder.toTable().array("a")).toEqual(["true", "x"]);
  });
});
