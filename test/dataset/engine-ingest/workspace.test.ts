import { rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { localWorkspace } from "../../../src/dataset/engine-ingest/workspace.ts";
import { fixtureFolder } from "../fixture-folder.ts";

test("localWorkspace() does not take a folder for done whose files are gone", async () => {
  const path = await fixtureFolder({ "tables-1/images/scene=x/part.parquet": "PAR1", "tables-1/imu/": null });
  const workspace = localWorkspace(path);
  expect(await workspace.isDone("tables-1/images")).toBe(false);
  await workspace.markDone("tables-1/images");
  expect(await workspace.isDone("tables-1/images", 1)).toBe(true);
  await rm(join(path, "tables-1/images"), { recursive: true });
  expect(await workspace.isDone("tables-1/images", 1)).toBe(false);
  await workspace.markDone("tables-1/imu");
  expect(await workspace.isDone("tables-1/imu")).toBe(false);
});
