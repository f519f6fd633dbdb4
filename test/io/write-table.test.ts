import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { table } from "arquero";
import { parquetMetadata } from "hyparquet";
import { expect, test } from "vitest";
import { FileExistsError } from "../../src/io/file-exists-error.ts";
import { fromArrowIpc } from "../../src/io/from-arrow-ipc.ts";
import { readParquet } from "../../src/io/read-parquet.ts";
import { EXTENSION_OF_FORMAT, type TableFormat } from "../../src/io/table-format.ts";
import { writeTable } from "../../src/io/write-table.ts";
import { temporaryFolder } from "../util/temporary-folder.ts";

const TABLE = table({ id: Int32Array.of(1, 2), name: ["a", "b"] });

test("every format is written and can be read", async () => {
  const folder = await temporaryFolder();
  const formats: TableFormat[] = ["parquet", "arrow", "csv"];
  const path = (format: TableFormat) => join(folder, `new/table.${EXTENSION_OF_FORMAT[format]}`);
  for (const format of formats) await writeTable(TABLE, path(format), { format });
  expect((await readParquet(path("parquet"))).objects()).toEqual(TABLE.objects());
  expect(fromArrowIpc(await readFile(path("arrow"))).objects()).toEqual(TABLE.objects());
  expect(await readFile(path("csv"), "utf8")).toBe("id,name\n1,a\n2,b\n");
  expect(await readdir(join(folder, "new"))).toHaveLength(3);
});

test("a file that exists is replaced only with force", async () => {
  const path = join(await temporaryFolder(), "table.csv");
  await writeTable(TABLE, path, { format: "csv" });
  await expect(writeTable(table({ a: [1] }), path, { format: "csv" })).rejects.toThrow(FileExistsError);
  await writeTable(table({ a: [1] }), path, { format: "csv", force: true });
  expect(await readFile(path, "utf8")).toBe("a\n1\n");
});

test("metadata goes into the file", async () => {
  const path = join(await temporaryFolder(), "table.parquet");
  await writeTable(TABLE, path, { format: "parquet", metadata: { seed: "7" } });
  const { buffer, byteOffset, byteLength } = await readFile(path);
  const file = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
  expect(parquetMetadata(file).key_value_metadata).toContainEqual({ key: "seed", value: "7" });
});

test("an unknown format is refused and nothing is written", async () => {
  const folder = await temporaryFolder();
  const writing = writeTable(TABLE, join(folder, "a/table"), { format: "xlsx" as TableFormat });
  await expect(writing).rejects.toThrow(/Cannot write format "xlsx": expected parquet, arrow or csv/);
  expect(await readdir(folder)).toEqual([]);
});

test("the extension tells the format where nothing else does", async () => {
  const folder = await temporaryFolder();
  for (const name of ["a.parquet", "b.arrow", "c.FEATHER", "d.csv"])
    await writeTable(TABLE, join(folder, name));
  expect((await readParquet(join(folder, "a.parquet"))).objects()).toEqual(TABLE.objects());
  expect(fromArrowIpc(await readFile(join(folder, "b.arrow"))).objects()).toEqual(TABLE.objects());
  expect(fromArrowIpc(await readFile(join(folder, "c.FEATHER"))).objects()).toEqual(TABLE.objects());
  expect(await readFile(join(folder, "d.csv"), "utf8")).toBe("id,name\n1,a\n2,b\n");
  await expect(writeTable(TABLE, join(folder, "e.xlsx"))).rejects.toThrow(
    /Cannot tell the format of ".*e.xlsx": give it the extension .parquet, .arrow or .csv, or pass { format }/,
  );
});

test("only Parquet takes a compression", async () => {
  const folder = await temporaryFolder();
  await writeTable(TABLE, join(folder, "a.parquet"), { compression: "none" });
  await expect(writeTable(TABLE, join(folder, "a.csv"), { compression: "zstd" })).rejects.toThrow(
    /Cannot write csv with a compression: only parquet has one/,
  );
});
