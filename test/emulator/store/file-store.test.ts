import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { SavedBatch } from "../../../src/emulator/store/batch-storage.ts";
import { openFileStore } from "../../../src/emulator/store/file-store.ts";
import { temporaryFolder } from "../../util/temporary-folder.ts";

const ID = "11111111-1111-4111-8111-111111111111";
const batch: SavedBatch = {
  id: ID,
  owner: "o",
  name: "é",
  createdMs: 1_700_000_000_000.5,
  jobs: [
    {
      id: "22222222-2222-4222-8222-222222222222",
      generator: "spills-v0.1.0",
      isPreview: false,
      params: { size: 10.25, scene: "STORE_0001", state: null, flag: true },
      createdMs: 1,
      finishMs: 2,
      estimate: 30,
      randomness: "r",
      failed: false,
      sequence: 0,
    },
  ],
};

describe("openFileStore()", () => {
  test("gives back what was saved last, in a folder that it makes", async () => {
    const folder = join(await temporaryFolder(), "a", "b");
    const store = openFileStore(folder);
    expect(store.load()).toEqual([]);
    store.save({ ...batch, jobs: [] });
    store.save(batch);
    expect(openFileStore(folder).load()).toEqual([batch]);
    expect(await readdir(folder)).toEqual([`${ID}.json`]);
  });

  test("takes no notice of a write that was cut off, and clears it away", async () => {
    const folder = await temporaryFolder();
    openFileStore(folder).save(batch);
    await writeFile(join(folder, `${ID}.json.tmp`), '{"id": "1111');
    expect(openFileStore(folder).load()).toEqual([batch]);
    expect(await readdir(folder)).toEqual([`${ID}.json`]);
  });

  test("names a file that is not a batch, and leaves it alone", async () => {
    const folder = await temporaryFolder();
    const path = join(folder, "x.json");
    await writeFile(path, '{"id": 1}');
    expect(() => openFileStore(folder).load()).toThrow(`Cannot read batch ${path}`);
    await writeFile(path, "{");
    expect(() => openFileStore(folder).load()).toThrow(`Cannot read batch ${path}`);
    expect(await readFile(path, "utf8")).toBe("{");
  });

  test("refuses a folder that it cannot make", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "file"), "");
    expect(() => openFileStore(join(folder, "file", "sub"))).toThrow();
    await mkdir(join(folder, "ok"));
    expect(openFileStore(join(folder, "ok")).load()).toEqual([]);
  });
});
