import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fromArrowIpc } from "../../src/io/from-arrow-ipc.ts";
import { fromParquet } from "../../src/io/from-parquet.ts";
import { toArrowIpc } from "../../src/io/to-arrow-ipc.ts";
import { toParquet } from "../../src/io/to-parquet.ts";
import { plainRows } from "../util/plain-rows.ts";
import { readParquetEverywhere } from "../util/read-parquet-everywhere.ts";
import { temporaryFolder } from "../util/temporary-folder.ts";
import { randomTable } from "./random-table.ts";
import { typesOf } from "./types-of.ts";

test("any table reads back from Parquet and Arrow as it was", async () => {
  await fc.assert(
    fc.asyncProperty(randomTable, fc.boolean(), async (table, stream) => {
      for (const read of [await fromParquet(toParquet(table)), fromArrowIpc(toArrowIpc(table, { stream }))]) {
        expect(typesOf(read)).toEqual(typesOf(table));
        expect(plainRows(read)).toEqual(plainRows(table));
      }
    }),
    { numRuns: 200 },
  );
});

test("independent readers agree on any table's Parquet file", async () => {
  const path = join(await temporaryFolder(), "table.parquet");
  await fc.assert(
    fc.asyncProperty(randomTable, async (table) => {
      await writeFile(path, toParquet(table));
      const expected = plainRows(table);
      for (const rows of Object.values(await readParquetEverywhere(path))) expect(rows).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});
