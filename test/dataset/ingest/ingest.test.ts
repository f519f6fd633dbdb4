import { existsSync, readdirSync } from "node:fs";
import { cp, readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { IngestProgress } from "../../../src/dataset/ingest/ingest-options.ts";
import { inspectFile } from "../../../src/io/inspect-file.ts";
import { sharedPath } from "../../util/shared.ts";
import { temporaryFolder } from "../../util/temporary-folder.ts";
import { fixtureFolder } from "../fixture-folder.ts";
import { ingest, openParquetDataset } from "./built.ts";
import { expectSame } from "./expect-same.ts";
import { someJobs } from "./some-jobs.ts";

const FIXTURES = fileURLToPath(new URL("../../../fixtures", import.meta.url));
const BATCHES = readdirSync(FIXTURES)
  .map((name) => join(FIXTURES, name, "batch"))
  .filter((folder) => existsSync(folder));
const SAMPLES = ["samples/spills-basic", "samples/imu-random-motion"].flatMap(
  (name) => sharedPath(name) ?? [],
);

/** The jobs of all fixtures in one folder. */
async function allJobs(): Promise<string> {
  const folder = await temporaryFolder();
  for (const batch of BATCHES) {
    for (const job of await readdir(batch, { withFileTypes: true })) {
      if (!job.isDirectory() || job.name.startsWith(".")) continue;
      const name = `${basename(dirname(batch))}-${job.name}`;
      await cp(join(batch, job.name), join(folder, name), { recursive: true });
    }
  }
  return folder;
}

describe("ingest()", () => {
  it.each([...BATCHES, ...SAMPLES])("gives the tables that are read into memory: %s", async (folder) => {
    const out = join(await temporaryFolder(), "out");
    const report = await ingest(folder, out, { polygons: true });
    expect(report.tables.find(({ table }) => table === "problems")?.rows).toBe(report.problems);
    await expectSame(out, folder, { polygons: true });
  });

  it("reads jobs of all generators into files of the same columns", async () => {
    const folder = await allJobs();
    const out = join(await temporaryFolder(), "out");
    // Each job gets files of its own, so that they differ in what they hold.
    const report = await ingest(folder, out, { partBytes: 1, polygons: true });
    expect(report.tables.find(({ table }) => table === "images")?.parts).toBeGreaterThan(3);
    await expectSame(out, folder, { polygons: true });
  });

  it("cuts the rows of jobs into more files where memory is small", async () => {
    const files = someJobs(5, 4);
    for (const [name, content] of Object.entries(files)) {
      const { images = [] } = content as { images?: { note?: string }[] };
      // Rows are written once they take 4 MiB, at the least.
      for (const [i, image] of images.entries()) image.note = `${name} ${i} ${"long ".repeat(60_000)}`;
    }
    const folder = await fixtureFolder(files);
    const out = join(await temporaryFolder(), "out");
    const { tables } = await ingest(folder, out, { memory: 2 ** 20, workers: 1, partitionBy: ["status"] });
    expect(tables.find(({ table }) => table === "images")?.parts).toBeGreaterThan(1);
    const names = (await readdir(join(out, "images/status=completed"))).map((name) => name.slice(0, 14));
    expect(names.slice(0, 2)).toEqual(["part-00000-000", "part-00000-001"]);
    await expectSame(out, folder);
  });

  it("tells how far it is, and compresses its files as asked for", async () => {
    const folder = await fixtureFolder(someJobs(6));
    const out = join(await temporaryFolder(), "out");
    const told: IngestProgress[] = [];
    const options = { partBytes: 1, compression: "zstd" } as const;
    await ingest(folder, out, { ...options, onProgress: (progress) => told.push(progress) });
    const last = told.at(-1);
    expect(last).toMatchObject({ jobsDone: 6, jobsTotal: 6, bytesDone: last?.bytesTotal });
    expect(last?.parts).toBeGreaterThan(6);
    for (const key of ["jobsDone", "bytesDone", "parts"] as const) {
      const values = told.map((progress) => progress[key]);
      expect(values).toEqual(values.toSorted((a, b) => a - b));
    }
    for (const table of ["jobs", "images"] as const) {
      for (const { path } of (await openParquetDataset(out)).parts(table)) {
        expect((await inspectFile(path)).compression).toEqual(["zstd"]);
      }
    }
  });

  it("reads 5000 tiny jobs, and finds nothing to do in them the next time", async () => {
    const folder = await fixtureFolder(someJobs(5000, 1));
    const out = join(await temporaryFolder(), "out");
    expect((await ingest(folder, out)).jobs).toMatchObject({ read: 5000, quarantined: [] });
    await expectSame(out, folder, { everyFile: false });
    expect((await ingest(folder, out)).jobs).toMatchObject({ read: 0, kept: 5000 });
  }, 60_000);
});
