import { createRequire } from "node:module";
import { desc, table } from "arquero";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { fromDanfo } from "../../src/io/from-danfo.ts";
import type { DanfoFrame, DanfoModule } from "../../src/io/load-danfo.ts";
import { toDanfo } from "../../src/io/to-danfo.ts";
import { TypedColumn } from "../../src/tables/typed-column.ts";
import { typesOf } from "./types-of.ts";

/** What the tests use of danfo's frames. */
interface Frame extends DanfoFrame {
  readonly values: unknown[][];
  readonly shape: [number, number];
  add(other: number): Frame;
  isNa(): Frame;
  query(condition: unknown): Frame;
  column(name: string): { values: unknown[]; mean(): number; gt(value: number): unknown };
}

interface Danfo extends DanfoModule<Frame> {
  readonly DataFrame: DanfoModule<Frame>["DataFrame"] & (new (data: unknown, options?: object) => Frame);
  readonly Series: new (data: unknown) => DanfoFrame;
}

/** danfo is no dependency of this package, as it takes 340 MB; `NODE_PATH` may say where it is. */
function findDanfo(): Danfo | null {
  try {
    return createRequire(import.meta.url)("danfojs-node") as Danfo;
  } catch {
    process.stderr.write("Skipping tests that need danfojs-node: it is not installed\n");
    return null;
  }
}

const found = findDanfo();
const danfo = found as Danfo;

describe.skipIf(found === null)("toDanfo() and fromDanfo()", () => {
  const jobs = table([
    ["i", new TypedColumn("int32", [1, null, 3])],
    ["f", new TypedColumn("float64", [0.1, null, 1e300])],
    ["s", new TypedColumn("string", ["1", null, ""])],
    ["b", new TypedColumn("bool", [true, null, false])],
  ]);

  it("give a table back with its types and missing values", async () => {
    const frame = await toDanfo(jobs, { danfo });
    expect(frame).toBeInstanceOf(danfo.DataFrame);
    expect(frame.columns).toEqual(["i", "f", "s", "b"]);
    expect(frame.dtypes).toEqual(["int32", "float32", "string", "boolean"]);
    expect(frame.values[1]).toEqual([Number.NaN, Number.NaN, null, null]);
    expect(fromDanfo(frame).objects()).toEqual(jobs.objects());
    expect(typesOf(fromDanfo(frame))).toEqual(typesOf(jobs));
  });

  it("give any table of numbers, text and booleans back", async () => {
    const column = (cell: fc.Arbitrary<unknown>, rows: number) =>
      fc.array(fc.option(cell), { minLength: rows, maxLength: rows, size: "max" });
    const tables = fc.integer({ min: 0, max: 30 }).chain((rows) =>
      fc
        .tuple(
          column(fc.integer(), rows),
          column(fc.double({ noNaN: true }), rows),
          column(fc.string({ unit: "grapheme" }), rows),
          column(fc.boolean(), rows),
        )
        .map(([i, f, s, b]) =>
          table([
            ["a b", new TypedColumn("int32", i)],
            ["constructor", new TypedColumn("float64", f)],
            ["é", new TypedColumn("string", s)],
            ["0", new TypedColumn("bool", b)],
          ]),
        ),
    );
    await fc.assert(
      fc.asyncProperty(tables, async (source) => {
        const before = source.objects();
        const back = fromDanfo(await toDanfo(source, { danfo }));
        expect(back.objects()).toEqual(before);
        expect(typesOf(back)).toEqual(typesOf(source));
        expect(source.objects()).toEqual(before);
      }),
    );
  });

  it("let danfo count missing values as missing", async () => {
    const frame = await toDanfo(jobs, { danfo });
    expect(frame.isNa().values).toEqual([
      [false, false, false, false],
      [true, true, true, true],
      [false, false, false, false],
    ]);
    expect(frame.column("i").mean()).toBe(2);
    const numbers = await toDanfo(jobs.select("i"), { danfo });
    expect(fromDanfo(numbers.add(1)).array("i")).toEqual([2, null, 4]);
  });

  it("see a table as it is filtered and in order", async () => {
    const some = table({ x: [1, 2, 3] })
      .filter((d: { x: number }) => d.x > 1)
      .orderby(desc("x"));
    expect((await toDanfo(some, { danfo })).values).toEqual([[3], [2]]);
  });

  it("write lists as JSON and 64-bit integers as numbers", async () => {
    const source = table([
      ["box", new TypedColumn("float64[]", [[1, 2.5], null])],
      ["big", new TypedColumn("int64", [2n ** 40n, 1n])],
    ]);
    const frame = await toDanfo(source, { danfo });
    expect(frame.dtypes).toEqual(["string", "float32"]);
    expect(frame.values).toEqual([
      ["[1,2.5]", 2 ** 40],
      [null, 1],
    ]);
    await expect(toDanfo(table({ big: [2n ** 60n] }), { danfo })).rejects.toThrow(
      'Cannot put 1152921504606846976 of column "big" into a danfo frame: it exceeds 2^53',
    );
  });

  it("take tables without rows and without columns", async () => {
    const none = await toDanfo(table({ x: Int32Array.of(), s: [] as string[] }), { danfo });
    expect([none.columns, none.shape]).toEqual([
      ["x", "s"],
      [0, 2],
    ]);
    expect(typesOf(fromDanfo(none))).toEqual([
      ["x", "int32"],
      ["s", "string"],
    ]);
    expect(fromDanfo(await toDanfo(table({}), { danfo })).numCols()).toBe(0);
  });

  it.each(["columns", "index", "shape", "values", "tensor", "$data"])("refuse a column %s", async (name) => {
    await expect(toDanfo(table([[name, [1]]]), { danfo })).rejects.toThrow(
      `Cannot name a column of a danfo frame "${name}": rename it before`,
    );
  });

  it.each(["sum", "print", "toString", "0"])("keep a column %s", async (name) => {
    expect((await toDanfo(table([[name, [1]]]), { danfo })).values).toEqual([[1]]);
  });

  it("read frames that danfo made itself", () => {
    const frame = new danfo.DataFrame({
      reps: [1, 2, 3],
      height: [1.5, Number.NaN, undefined],
      scene: ["GYM", null, "GYM"],
      socks: [true, null, false],
      code: ["1", "2", "3"],
      day: [new Date(0), new Date(Number.NaN), null],
      mixed: [1, "x", true],
    });
    const read = fromDanfo(frame);
    expect(read.objects()).toEqual([
      {
        reps: 1,
        height: 1.5,
        scene: "GYM",
        socks: true,
        code: "1",
        day: "1970-01-01T00:00:00.000Z",
        mixed: 1,
      },
      { reps: 2, height: null, scene: null, socks: null, code: "2", day: null, mixed: "x" },
      { reps: 3, height: null, scene: "GYM", socks: false, code: "3", day: null, mixed: true },
    ]);
    expect(typesOf(read.select("reps", "height", "scene", "socks", "code", "day"))).toEqual([
      ["reps", "int32"],
      ["height", "float64"],
      ["scene", "string"],
      ["socks", "bool"],
      ["code", "string"],
      ["day", "string"],
    ]);
    const late = [...Array(30).fill(1), 0.5];
    expect(fromDanfo(new danfo.DataFrame({ late })).array("late")).toEqual(late);
  });

  it("read a frame that was filtered in danfo", async () => {
    const frame = await toDanfo(table({ x: Int32Array.of(1, 2, 3), s: ["a", "b", "c"] }), { danfo });
    expect(fromDanfo(frame.query(frame.column("x").gt(1))).objects()).toEqual([
      { x: 2, s: "b" },
      { x: 3, s: "c" },
    ]);
  });

  it("refuse a series", () => {
    expect(() => fromDanfo(new danfo.Series([1, 2]))).toThrow("A danfo DataFrame is needed");
  });
});

test("fromDanfo() refuses what is no frame, and takes any name of a column", () => {
  expect(() => fromDanfo([{ x: 1 }] as never)).toThrow(TypeError);
  const frame = { columns: ["__proto__"], dtypes: ["int32"], values: [[1]] };
  expect(fromDanfo(frame).array("__proto__")).toEqual([1]);
});

test("toDanfo() loads danfojs-node, or says how to install it", async () => {
  const frame = toDanfo(table({ x: Int32Array.of(1) })).then(
    ({ columns, dtypes }) => ({ columns, dtypes }),
    (error: Error & { code: string }) => ({ code: error.code, message: error.message }),
  );
  const help = expect.stringContaining('"overrides": { "xlsx": "0.18.5", "@tensorflow/tfjs-node"');
  expect([
    { columns: ["x"], dtypes: ["int32"] },
    { code: "PACKAGE_NOT_LOADED", message: help },
  ]).toContainEqual(await frame);
});
