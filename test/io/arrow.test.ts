import {
  batchType,
  Column,
  columnFromArray,
  type DataType,
  dateDay,
  dictionary,
  field,
  fixedSizeList,
  float32,
  float64,
  largeList,
  list,
  listView,
  struct,
  Type,
  tableFromColumns,
  tableFromIPC,
  tableToIPC,
  timestamp,
  uint32,
  utf8,
} from "@uwdata/flechette";
import {
  DataType as ApacheType,
  tableFromIPC as apacheTableFromIPC,
  tableToIPC as apacheTableToIPC,
  type Vector,
} from "apache-arrow";
import { type ColumnTable, desc, not, table } from "arquero";
import { expect, test } from "vitest";
import { fromArrow } from "../../src/io/from-arrow.ts";
import { fromArrowIpc } from "../../src/io/from-arrow-ipc.ts";
import { toArrow } from "../../src/io/to-arrow.ts";
import { toArrowIpc } from "../../src/io/to-arrow-ipc.ts";
import { DictColumn } from "../../src/tables/dict-column.ts";
import { ListColumn } from "../../src/tables/list-column.ts";
import { PackedColumn } from "../../src/tables/packed-column.ts";
import { TableBuilder } from "../../src/tables/table-builder.ts";
import { TypedColumn } from "../../src/tables/typed-column.ts";
import { type PlainRow, plainRows, plainValue } from "../util/plain-rows.ts";
import { ALL_TYPES, allTypes } from "./all-types.ts";
import { typesOf } from "./types-of.ts";

function plainApacheValue(value: unknown, type: ApacheType): unknown {
  if (value === null || value === undefined) return null;
  if (ApacheType.isTimestamp(type)) return new Date(value as number);
  if (ApacheType.isList(type))
    return Array.from(value as Vector, (item) => plainApacheValue(item, type.children[0]!.type));
  if (!ApacheType.isStruct(type)) return plainValue(value);
  const fields = type.children.map(({ name, type }) => [
    name,
    plainApacheValue((value as PlainRow)[name], type),
  ]);
  return Object.fromEntries(fields);
}

function apacheRows(bytes: Uint8Array): PlainRow[] {
  const read = apacheTableFromIPC(bytes);
  return Array.from({ length: read.numRows }, (_, row) => {
    const cells = read.schema.fields.map(({ name, type }, i) => [
      name,
      plainApacheValue(read.getChildAt(i)?.get(row), type),
    ]);
    return Object.fromEntries(cells);
  });
}

function plainFlechetteValue(value: unknown, type: DataType): unknown {
  if (value === null || value === undefined) return null;
  if (type.typeId === Type.Timestamp) return new Date(value as number);
  if (type.typeId === Type.List)
    return Array.from(value as unknown[], (item) => plainFlechetteValue(item, type.children[0].type));
  if (type.typeId !== Type.Struct) return plainValue(value);
  return Object.fromEntries(
    type.children.map(({ name, type }) => [name, plainFlechetteValue((value as PlainRow)[name], type)]),
  );
}

function flechetteRows(bytes: Uint8Array): PlainRow[] {
  const { names, children, numRows } = tableFromIPC(bytes, { useBigInt: true });
  return Array.from({ length: numRows }, (_, row) => {
    return Object.fromEntries(
      names.map((name, i) => [name, plainFlechetteValue(children[i]!.at(row), children[i]!.type)]),
    );
  });
}

function expectSameEverywhere(written: ColumnTable): void {
  const expected = plainRows(written);
  for (const stream of [false, true]) {
    const bytes = toArrowIpc(written, { stream });
    expect(apacheRows(bytes)).toEqual(expected);
    expect(flechetteRows(bytes)).toEqual(expected);
    expect(plainRows(fromArrowIpc(bytes))).toEqual(expected);
    expect(typesOf(fromArrowIpc(bytes))).toEqual(typesOf(written));
  }
}

test("apache-arrow and flechette see the same values of every type, with and without rows", () => {
  expectSameEverywhere(allTypes());
  expectSameEverywhere(allTypes({ rows: 0 }));
  expect(typesOf(fromArrowIpc(toArrowIpc(allTypes())))).toEqual(ALL_TYPES);
});

test("the filter and the order apply, a grouping does not", () => {
  const source = table({ id: Int32Array.of(1, 2, 3, 4), kind: ["a", "b", "a", "b"] });
  const shown = source
    .filter((row: { id: number }) => row.id !== 3)
    .orderby(desc("id"))
    .groupby("kind");
  expectSameEverywhere(shown);
  expect(Array.from(fromArrowIpc(toArrowIpc(shown)).array("id"))).toEqual([4, 2, 1]);
});

test("100,000 rows go through", () => {
  const rows = 100_000;
  expectSameEverywhere(
    table({
      x: Float64Array.from({ length: rows }, (_, i) => i / 3),
      s: new TypedColumn(
        "string",
        Array.from({ length: rows }, (_, i) => (i % 5 === 0 ? null : `s${i}`)),
      ),
    }),
  );
});

test("the file format is the default, and metadata is kept in the schema", () => {
  const bytes = toArrowIpc(table({ a: [1] }), { metadata: { batch: "b-1" } });
  expect(new TextDecoder().decode(bytes.subarray(0, 6))).toBe("ARROW1");
  expect(apacheTableFromIPC(bytes).schema.metadata.get("batch")).toBe("b-1");
});

test("toArrow() returns a table of apache-arrow", async () => {
  const arrow = await toArrow(allTypes());
  expect(arrow.numRows).toBe(3);
  expect(arrow.schema.fields.map(({ name, type }) => `${name}: ${type}`)).toContain(
    "float64[]: List<Float64>",
  );
  expect(arrow.getChild("int64")?.get(1)).toBe(2n ** 63n - 1n);
});

test("types that tables do not have become the nearest, or text", () => {
  const columns = {
    kind: columnFromArray(["a", "b", null], dictionary(utf8())),
    day: columnFromArray([new Date("2026-02-03"), null, new Date(0)], dateDay()),
    at: columnFromArray([1.25, -0.25, null], timestamp(2)),
    wide: columnFromArray([2 ** 32 - 1, 0, null], uint32()),
    pair: columnFromArray(
      [{ x: 1, y: 0.5 }, null, { x: 2, y: 1 }],
      struct([field("x", float64()), field("y", float64())]),
    ),
    point: columnFromArray([[1, 2], null, [3, 4]], fixedSizeList(float32(), 2)),
  };
  const read = fromArrowIpc(tableToIPC(tableFromColumns(columns), {})!);
  expect(Object.fromEntries(typesOf(read))).toEqual({
    kind: "string",
    day: "string",
    at: "string",
    wide: "int64",
    pair: "struct<x:float64,y:float64>",
    point: "float64[]",
  });
  expect(plainRows(read)).toEqual([
    {
      kind: "a",
      day: "2026-02-03",
      at: "1970-01-01T00:00:00.001250Z",
      wide: 4294967295,
      pair: { x: 1, y: 0.5 },
      point: [1, 2],
    },
    { kind: "b", day: null, at: "1969-12-31T23:59:59.999750Z", wide: 0, pair: null, point: null },
    { kind: null, day: "1970-01-01", at: null, wide: null, pair: { x: 2, y: 1 }, point: [3, 4] },
  ]);
});

test("columns in memory go to Arrow and back as they are, dictionaries included", () => {
  const valid = Uint8Array.of(1, 0, 1);
  const columns = {
    few: new DictColumn(Uint8Array.of(1, 0, 2), ["b", null, "ä"]),
    whole: new DictColumn(Uint16Array.of(1, 0, 1), ["b", "c"]),
    none: new DictColumn(Uint8Array.of(0, 0, 0), [null]),
    gaps: new PackedColumn("float64", Float64Array.of(0.5, 7, Number.NaN), valid),
    wide: new PackedColumn("int64", BigInt64Array.of(2n ** 60n, 0n, -1n)),
    safe: new PackedColumn("int64", Float64Array.of(2 ** 40, 0, -1), valid),
    at: new PackedColumn("timestamp", Float64Array.of(-1, 0, 1e15), valid),
    lists: new ListColumn("float64[]", Uint32Array.of(1, 3, 3, 4), Float64Array.of(9, 1, 2, 3, 9), valid),
  };
  for (const stream of [false, true]) {
    const read = fromArrowIpc(toArrowIpc(table(columns), { stream }));
    expect(plainRows(read)).toEqual(plainRows(table(columns)));
    for (const [name, column] of Object.entries(columns))
      expect(read.column(name)).toBeInstanceOf(column.constructor);
  }
});

test("numbers share the memory of the bytes", () => {
  const bytes = toArrowIpc(table({ x: Float64Array.of(1, 2, 3) }));
  expect((fromArrowIpc(bytes).column("x") as Float64Array).buffer).toBe(bytes.buffer);
  const unaligned = new Uint8Array(bytes.length + 1);
  unaligned.set(bytes, 1);
  expect(fromArrowIpc(unaligned.subarray(1)).objects()).toEqual([{ x: 1 }, { x: 2 }, { x: 3 }]);
});

test("bytes of a Node Buffer may start anywhere", () => {
  const bytes = toArrowIpc(table({ n: Float64Array.of(1.5, 2.5) }));
  const room = Buffer.alloc(bytes.length + 1);
  room.set(bytes, 1);
  expect(fromArrowIpc(room.subarray(1)).objects()).toEqual([{ n: 1.5 }, { n: 2.5 }]);
});

test("several batches become one column, also where each has a dictionary and lists of its own", () => {
  // Its bytes lose an empty name.
  const source = allTypes().select(not(""));
  const [first, last] = [0, 1].map(() => apacheTableFromIPC(toArrowIpc(source, { stream: true })));
  const twice = fromArrowIpc(apacheTableToIPC(first!.concat(last!)));
  expect(plainRows(twice)).toEqual([...plainRows(source), ...plainRows(source)]);
  const dicts = ["a", "b"].map((value) => {
    const column = new DictColumn(Uint8Array.of(0, 1), [value, null]);
    return apacheTableFromIPC(toArrowIpc(table({ s: column }), { stream: true }));
  });
  const joined = fromArrowIpc(apacheTableToIPC(dicts[0]!.concat(dicts[1]!)));
  expect(joined.array("s")).toEqual(["a", null, "b", null]);
  const sliced = fromArrowIpc(apacheTableToIPC(first!.slice(1, 3).concat(last!.slice(0, 2))));
  const rows = plainRows(source);
  expect(plainRows(sliced)).toEqual([rows[1], rows[2], rows[0], rows[1]]);
});

test("fromArrow() takes tables of apache-arrow and flechette, and nothing else", async () => {
  const expected = plainRows(allTypes());
  const bytes = toArrowIpc(allTypes());
  expect(plainRows(await fromArrow(await toArrow(allTypes())))).toEqual(expected);
  expect(plainRows(await fromArrow(tableFromIPC(bytes)))).toEqual(expected);
  expect(plainRows(await fromArrow(tableFromIPC(bytes, { useDate: true, useBigInt: true })))).toEqual(
    expected,
  );
  await expect(fromArrow(allTypes() as never)).rejects.toThrow(/expected one of apache-arrow or of/);
  await expect(fromArrow(null as never)).rejects.toThrow(TypeError);
});

/** The lists 1, 2; none; of no items; 3, in places of their own, with an item between that is in no list. */
function viewOf(type: DataType): Column<unknown> {
  const ListViews = batchType(type);
  const batch = new ListViews({
    type,
    length: 4,
    nullCount: 1,
    validity: Uint8Array.of(0b1101),
    offsets: Int32Array.of(2, 7, 1, 0),
    sizes: Int32Array.of(2, 5, 0, 1),
    children: [...columnFromArray([3, 9, 1, 2], float64()).data],
  });
  return new Column([batch]);
}

test("lists of other forms are lists", () => {
  const lists = [[1, 2], null, [], [3]];
  const columns = {
    large: columnFromArray(lists, largeList(float64())),
    view: viewOf(listView(float64())),
    deep: columnFromArray([[[[1]]], null, [], [[]]], list(list(list(float64())))),
  };
  const read = fromArrowIpc(tableToIPC(tableFromColumns(columns), {})!);
  expect(plainRows(read.select("large", "view"))).toEqual(
    lists.map((value) => ({ large: value, view: value })),
  );
  expect(read.array("deep")).toEqual(["[[[1]]]", null, "[]", "[[]]"]);
});

test("a table without rows keeps one batch of none, without which some readers refuse the file", () => {
  const empty = new TableBuilder({
    a: "int32",
    b: "float64",
    s: "string",
    l: "float64[][]",
    t: "bool",
  }).toTable();
  for (const stream of [false, true]) {
    const read = apacheTableFromIPC(toArrowIpc(empty, { stream }));
    expect([read.numRows, read.batches.length]).toEqual([0, 1]);
    expect(read.schema.fields.map(({ name }) => name)).toEqual(["a", "b", "s", "l", "t"]);
  }
});
