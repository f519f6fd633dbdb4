import { truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { tableFromIPC, tableToIPC } from "apache-arrow";
import { table } from "arquero";
import { expect, test } from "vitest";
import { inspectFile } from "../../src/io/inspect-file.ts";
import { toArrowIpc } from "../../src/io/to-arrow-ipc.ts";
import { writeParquet } from "../../src/io/write-parquet.ts";
import { writeTable } from "../../src/io/write-table.ts";
import { LIBRARY_VERSION } from "../../src/util/library-version.ts";
import { temporaryFolder } from "../util/temporary-folder.ts";
import { ALL_TYPES, allTypes } from "./all-types.ts";

const metadata = { recipe: "{}", ключ: "значение" };

test("a Parquet file tells its columns, rows, metadata and layout", async () => {
  const path = join(await temporaryFolder(), "a.parquet");
  await writeTable(allTypes(), path, { metadata });
  expect(await inspectFile(path)).toEqual({
    format: "parquet",
    rows: 3,
    columns: ALL_TYPES.map(([name, type]) => ({ name, type, nullable: true })),
    metadata,
    rowGroups: 1,
    compression: ["snappy"],
    createdBy: `infinity-frames version ${LIBRARY_VERSION}`,
  });
  await writeParquet(table({ a: [1, 2] }), path, { engine: "native", compression: "none", force: true });
  expect(await inspectFile(path)).toMatchObject({
    compression: [],
    createdBy: expect.stringMatching(/^DuckDB/),
    metadata: {},
  });
});

test("an Arrow file or stream tells its columns, rows, metadata and layout", async () => {
  const path = join(await temporaryFolder(), "a.arrow");
  for (const stream of [false, true]) {
    await writeFile(path, toArrowIpc(allTypes(), { stream, metadata }));
    expect(await inspectFile(path)).toEqual({
      format: "arrow",
      rows: 3,
      columns: ALL_TYPES.map(([name, type]) => ({ name, type, nullable: true })),
      metadata,
      rowGroups: 1,
      compression: [],
      createdBy: null,
    });
  }
  const one = tableFromIPC(toArrowIpc(table({ a: [1, 2] })));
  await writeFile(path, tableToIPC(one.concat(one), "file"));
  expect(await inspectFile(path)).toMatchObject({ rows: 4, rowGroups: 2 });
});

test("types that tables do not have are named as the file names them", async () => {
  const path = join(await temporaryFolder(), "a.parquet");
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(
    `COPY (SELECT DATE '2026-02-03' AS day, MAP {'k': 1} AS map) TO '${path}' (FORMAT parquet)`,
  );
  const { columns } = await inspectFile(path);
  expect(columns.map(({ name, type }) => [name, type])).toEqual([
    ["day", "date"],
    ["map", "map"],
  ]);
});

test("what is no such file, or a part of one, is refused with the path", async () => {
  const folder = await temporaryFolder();
  const refused = async (bytes: Uint8Array | string) => {
    await writeFile(join(folder, "x"), bytes);
    return expect(inspectFile(join(folder, "x"))).rejects;
  };
  await (await refused("")).toThrow(/Cannot read ".*x": it is empty/);
  await (await refused("a,b\n1,2\n")).toThrow(/it is neither Parquet nor Arrow/);
  await (await refused(toArrowIpc(allTypes()).subarray(0, 100))).toThrow(/it ends at 100, before/);
  await writeTable(allTypes(), join(folder, "a.parquet"));
  await truncate(join(folder, "a.parquet"), 200);
  await expect(inspectFile(join(folder, "a.parquet"))).rejects.toThrow(/Cannot read ".*a.parquet": /);
  await expect(inspectFile(join(folder, "none"))).rejects.toThrow(/none": there is no such file/);
  await expect(inspectFile(folder)).rejects.toThrow(/": it is a folder/);
});
