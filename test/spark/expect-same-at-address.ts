import { expect } from "vitest";
import { openDataset } from "../../src/dataset/open-dataset.ts";
import { openEngineDataset } from "../../src/dataset/open-engine-dataset.ts";
import type { Engine } from "../../src/engine/engine.ts";
import { type PlainRow, plainRows } from "../util/plain-rows.ts";

/** A row of problems whose message names a path where that of an ingest of addresses names its address. */
function withPath(row: PlainRow): PlainRow {
  return typeof row.message === "string" ? { ...row, message: row.message.replace("file:///", "/") } : row;
}

/** Expects the tables at an address to be those that are read into memory. */
export async function expectSameAtAddress(engine: Engine, out: string, folder: string): Promise<void> {
  const memory = await openDataset(folder);
  const files = await openEngineDataset(engine, out);
  expect(files.jobIds).toEqual(memory.jobIds);
  for (const [name, wanted] of memory.tables()) {
    const found = plainRows(await files.table(name));
    expect([name, found.map(withPath)]).toEqual([name, plainRows(wanted)]);
  }
}
