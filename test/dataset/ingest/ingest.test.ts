import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { sharedPath } from "../../util/shared.ts";
import { temporaryFolder } from "../../util/temporary-folder.ts";
import { ingest } from "./built.ts";
import { expectSame } from "./expect-same.ts";

const FIXTURES = fileURLToPath(new URL("../../../fixtures", import.meta.url));
const BATCHES = readdirSync(FIXTURES)
  .map((name) => join(FIXTURES, name, "batch"))
  .filter((folder) => existsSync(folder));
const SAMPLES = ["samples/spills-basic", "samples/imu-random-motion"].flatMap((name) => sharedPath(name) ?? []);

describe("ingest()", () => {
  it.each([...BATCHES, ...SAMPLES])("gives the tables that are read into memory: %s", async (folder) => {
    const out = join(await temporaryFolder(), "out");
    const report = await ingest(folder, out, { polygons: true });
    expect(report.tables.find(({ table }) => table === "problems")?.rows).toBe(report.problems);
    await expectSame(out, folder, { polygons: true });
  });

  it("reads several folders into the same tables, whatever their generators", async () => {
    const out = join(await temporaryFolder(), "out");
    const parents = BATCHES.map((folder) => join(folder, ".."));
    const report = await ingest(BATCHES.slice(0, 1), out, { workers: 1 });
    expect(report.jobs).toMatchObject({ kept: 0, removed: 0 });
    expect(parents).toHaveLength(BATCHES.length);
  });
});
