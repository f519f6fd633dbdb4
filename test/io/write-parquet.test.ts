import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type ColumnTable, desc, table } from "arquero";
import fc from "fast-check";
import { parquetMetadata } from "hyparquet";
import { describe, expect, test } from "vitest";
import { FileExistsError } from "../../src/io/file-exists-error.ts";
import { type ParquetEngine, type WriteParquetOptions, writeParquet } from "../../src/io/write-parquet.ts";
import { DictColumn } from "../../src/tables/dict-column.ts";
import { makeTable } from "../../src/tables/make-table.ts";
import { PackedColumn } from "../../src/tables/packed-column.ts";
import { plainRows } from "../util/plain-rows.ts";
import { readParquetEverywhere } from "../util/read-parquet-everywhere.ts";
import { temporaryFolder } from "../util/temporary-folder.ts";
import { allTypes } from "./all-types.ts";
import { randomTable } from "./random-table.ts";

const ENGINES: ParquetEngine[] = ["native", "js"];

async function written(source: ColumnTable, options: WriteParquetOptions): Promise<string> {
  const path = join(await temporaryFolder(), "table.parquet");
  await writeParquet(source, path, options);
  return path;
}

async function footerOf(path: string) {
  const bytes = await readFile(path);
  return parquetMetadata(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer,
  );
}

/** Without the columns whose names DuckDB does not have. */
function nativeTable(source: ColumnTable): ColumnTable {
  const seen = new Set([""]);
  const names = source.columnNames().filter((name) => {
    const key = name.toLowerCase();
    return !name.includes("\0") && !seen.has(key) && seen.add(key);
  });
  return makeTable(names.map((name) => [name, source.column(name) as never]));
}

const big = (n: number): ColumnTable =>
  table({
    i: Int32Array.from({ length: n }, (_, i) => i),
    x: Float64Array.from({ length: n }, (_, i) => Math.sin(i)),
    gaps: new PackedColumn(
      "float64",
      new Float64Array(n).fill(1),
      Uint8Array.from({ length: n }, (_, i) => i % 5 && 1),
    ),
    t: new PackedColumn(
      "timestamp",
      Float64Array.from({ length: n }, (_, i) => i * 1000),
    ),
    s: new DictColumn(
      Uint8Array.from({ length: n }, (_, i) => i % 3),
      ["a", "a name that is longer than an entry", null],
    ),
    text: Array.from({ length: n }, (_, i) => `text ${i}`),
  });

describe.each(ENGINES)("the %s engine", (engine) => {
  test("writes every type, as every reader sees it", async () => {
    for (const rows of [3, 0] as const) {
      const source = nativeTable(allTypes({ rows }));
      for (const compression of ["snappy", "none"] as const) {
        const path = await written(source, { engine, compression });
        for (const [reader, seen] of Object.entries(await readParquetEverywhere(path)))
          expect(seen, reader).toEqual(plainRows(source));
      }
    }
  });

  test("writes any table, as every reader sees it", async () => {
    const path = join(await temporaryFolder(), "table.parquet");
    await fc.assert(
      fc.asyncProperty(randomTable, async (random) => {
        const source = nativeTable(random);
        fc.pre(source.numCols() > 0);
        await writeParquet(source, path, { engine, force: true });
        for (const [reader, seen] of Object.entries(await readParquetEverywhere(path)))
          expect(seen, reader).toEqual(plainRows(source));
      }),
      { numRuns: 40 },
    );
  });

  test("writes the rows that the table shows, in order, over several row groups", async () => {
    const source = big(50_000);
    const shown = source.filter((row: { i: number }) => row.i % 2 === 0).orderby(desc("x"));
    for (const each of [source, shown]) {
      const path = await written(each, { engine, rowGroupRows: 10_240 });
      const readings = Object.values(await readParquetEverywhere(path));
      for (const seen of readings) expect(seen).toEqual(plainRows(each));
      const groups = (await footerOf(path)).row_groups;
      expect(groups.length).toBe(Math.ceil(each.numRows() / 10_240));
      expect(Number(groups[0]?.num_rows)).toBe(10_240);
    }
  });

  test("keeps statistics of every column and the texts of metadata", async () => {
    const metadata = { recipe: `{"it's": "\\n"}\n`, "a.b c": "", ключ: "значение 😀" };
    const path = await written(big(10), { engine, metadata });
    const footer = await footerOf(path);
    const pairs = footer.key_value_metadata?.map(({ key, value }) => [key, value ?? ""]);
    expect(Object.fromEntries(pairs ?? [])).toEqual(metadata);
    const { columns } = footer.row_groups[0]!;
    const { i, gaps, t } = Object.fromEntries(
      columns.map(({ meta_data }) => [meta_data?.path_in_schema[0], meta_data?.statistics]),
    );
    expect(i).toMatchObject({ min_value: 0, max_value: 9, null_count: 0n });
    expect(gaps).toMatchObject({ min_value: 1, max_value: 1, null_count: 2n });
    expect(t).toMatchObject({ max_value: new Date(9000) });
  });

  test("does not replace a file unless it is told to", async () => {
    const path = await written(table({ a: [1] }), { engine });
    await expect(writeParquet(table({ a: [2] }), path, { engine })).rejects.toThrow(FileExistsError);
    await writeParquet(table({ a: [3] }), path, { engine, force: true });
    expect((await readParquetEverywhere(path)).duckdb).toEqual([{ a: 3 }]);
    expect(await readdir(join(path, ".."))).toEqual(["table.parquet"]);
    expect((await stat(path)).mode & 0o777).toBe(0o644 & ~process.umask());
  });

  test("leaves nothing behind where it fails", async () => {
    const folder = await temporaryFolder();
    const writing = writeParquet(table({ a: [1, "x"] }), join(folder, "a.parquet"), { engine });
    await expect(writing).rejects.toThrow(/Cannot type column "a"/);
    await writeFile(join(folder, "file"), "");
    await expect(writeParquet(big(3), join(folder, "file/a.parquet"), { engine })).rejects.toMatchObject({
      name: "FileWriteError",
      path: join(folder, "file/a.parquet"),
    });
    expect(await readdir(folder)).toEqual(["file"]);
  });
});

test("both engines write the same schema", async () => {
  const schemas = ENGINES.map(async (engine) => {
    const { schema } = await footerOf(await written(nativeTable(allTypes()), { engine }));
    // DuckDB says again what the types of integers say, and of strings and lists in one way only.
    return schema
      .slice(1)
      .map(({ name, type, converted_type = "", repetition_type, num_children, logical_type }) => ({
        name,
        type,
        repetition_type,
        num_children,
        meaning: /^INT_/.test(converted_type) ? "" : converted_type,
        moment: logical_type?.type === "TIMESTAMP" ? logical_type : null,
      }));
  });
  const [native, js] = await Promise.all(schemas);
  expect(native).toEqual(js);
});

test("zstd is written by DuckDB, and by JavaScript where the runtime has it", async () => {
  const source = big(5000);
  const path = await written(source, { compression: "zstd" });
  const codecs = (await footerOf(path)).row_groups[0]?.columns.map(({ meta_data }) => meta_data?.codec);
  expect(new Set(codecs)).toEqual(new Set(["ZSTD"]));
  const { zstdCompressSync } = (await import("node:zlib")) as { zstdCompressSync?: unknown };
  const byJavaScript = written(source, { compression: "zstd", engine: "js" });
  if (zstdCompressSync === undefined)
    await expect(byJavaScript).rejects.toThrow(
      /run Node 22.15 or newer, .* or pass { compression: "snappy" }/,
    );
  else expect((await footerOf(await byJavaScript)).row_groups[0]?.columns[0]?.meta_data?.codec).toBe("ZSTD");
});

test("what DuckDB cannot hold is written by JavaScript, unless DuckDB was asked for", async () => {
  const source = table({ a: [1], A: [2], "": [3], "z\0z": [4] });
  const path = await written(source, {});
  expect((await readParquetEverywhere(path)).hyparquet).toEqual(source.objects());
  expect((await footerOf(path)).created_by).toMatch(/infinity-frames/);
  await expect(written(source, { engine: "native" })).rejects.toThrow(
    /name "A": it differs from "a" in case/,
  );
  const metadata = { k: "a\0b", K: "c" };
  const withMetadata = await footerOf(await written(table({ a: [1] }), { metadata }));
  expect(withMetadata.key_value_metadata).toContainEqual({ key: "k", value: "a\0b" });
  await expect(written(table({ a: [1] }), { metadata: { k: "a\0b" }, engine: "native" })).rejects.toThrow(
    /metadata "k"/,
  );
});

test("options that do not exist are refused", async () => {
  const refused = (options: object) => expect(written(table({ a: [1] }), options)).rejects;
  await refused({ compression: "lzo" }).toThrow(/compression "lzo": expected snappy, zstd or none/);
  await refused({ engine: "wasm" }).toThrow(/by "wasm": expected auto, native or js/);
  await refused({ threads: 0 }).toThrow(/with 0 threads: expected an integer from 1/);
  await refused({ rowGroupRows: 0 }).toThrow(/rowGroupRows 0: expected an integer from 1/);
  await expect(written(table({}), {})).rejects.toThrow(/no columns/);
});
