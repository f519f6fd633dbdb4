import { appendFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { IngestOptions } from "../../../src/dataset/ingest/ingest-options.ts";
import { openDataset } from "../../../src/dataset/open-dataset.ts";
import { smallDisk } from "../../faults/util/small-disk.ts";
import { treeOf } from "../../faults/util/tree-of.ts";
import { temporaryFolder } from "../../util/temporary-folder.ts";
import { fixtureFolder, labels, motion } from "../fixture-folder.ts";
import { ingest, openParquetDataset } from "./built.ts";
import { expectSame } from "./expect-same.ts";
import { someJobs } from "./some-jobs.ts";

async function newOut(): Promise<string> {
  return join(await temporaryFolder(), "out");
}

describe("ingest() of broken jobs", () => {
  it("notes what is wrong with them, reads the others, and takes them in once they are mended", async () => {
    const folder = await fixtureFolder({
      ...someJobs(3),
      "j1/labels.json": '{"images": [',
      "j2/labels.json": { info: {}, categories: [], images: [{ id: "x" }], annotations: [] },
      "j3/data.csv": "no such columns\n1\n",
      "j3/job.json": { params: {} },
      "j4/job.json": "{",
      "j5/job.json": { params: { level: 2 ** 53, odd: Number.NaN } },
      "j5/data.csv": motion(3),
    });
    const out = await newOut();
    const { jobs, problems } = await ingest(folder, out, { partBytes: 1 });
    expect(jobs.quarantined.map(({ jobId, file }) => [jobId, file])).toEqual([
      ["j1", "j1/labels.json"],
      ["j3", "j3/data.csv"],
      ["j4", "j4/job.json"],
    ]);
    expect(jobs.quarantined[0]?.reason).toContain("Cannot read labels of job j1");
    expect(problems).toBeGreaterThan(3);
    await expectSame(out, folder);

    // What is still broken is not read again.
    await writeFile(join(folder, "j1", "labels.json"), JSON.stringify(labels(4)));
    const again = await ingest(folder, out, { partBytes: 1 });
    expect(again.jobs).toMatchObject({ read: 1, kept: 5 });
    expect(again.jobs.quarantined.map(({ jobId }) => jobId)).toEqual(["j3", "j4"]);
    await expectSame(out, folder);
  });

  it("counts problems as reading into memory does", async () => {
    const images = Array.from({ length: 250 }, (_, i) => ({ id: i, width: "wide", frame_number: `${i}` }));
    const folder = await fixtureFolder({
      ...someJobs(2),
      "j0/labels.json": { info: {}, categories: [], images, annotations: [] },
      "j1/labels.json": {
        info: {},
        categories: [],
        images: images.slice(0, 101),
        annotations: [{ id: 1, image_id: -1 }],
      },
    });
    const out = await newOut();
    await ingest(folder, out);
    await expectSame(out, folder);
    // Also where one of the jobs is kept.
    await appendFile(join(folder, "j1", "labels.json"), "\n");
    await ingest(folder, out);
    await expectSame(out, folder);
  });

  it("stops at the first one where reading is strict, with the error that names it", async () => {
    const folder = await fixtureFolder({ ...someJobs(3), "j1/labels.json": "[]" });
    const out = await newOut();
    await expect(ingest(folder, out, { strict: true })).rejects.toMatchObject({
      name: "LabelFileError",
      jobId: "j1",
    });
    expect(await readdir(out)).toEqual([".infinity"]);
  });
});

describe("ingest() that is stopped", () => {
  it("ends at once with the reason, shows no tables, and is taken up by the next one", async () => {
    const folder = await fixtureFolder(someJobs(8));
    const [out, clean] = [await newOut(), await newOut()];
    const options = { partBytes: 1, workers: 1 };
    const controller = new AbortController();
    const reason = new Error("enough");
    const stopped = ingest(folder, out, {
      ...options,
      signal: controller.signal,
      onProgress: ({ parts }) => void (parts > 0 && controller.abort(reason)),
    });
    await expect(stopped).rejects.toBe(reason);
    expect(await readdir(out)).toEqual([".infinity"]);
    await expect(openParquetDataset(out)).rejects.toThrow("an ingest into it has not ended yet");
    const told: number[] = [];
    await ingest(folder, out, { ...options, onProgress: ({ jobsDone }) => void told.push(jobsDone) });
    expect(told.at(-1)).toBe(8);
    await ingest(folder, clean, options);
    expect(await treeOf(out)).toEqual(await treeOf(clean));
  });

  it("begins nothing with a signal that is aborted", async () => {
    const out = await newOut();
    const folder = await fixtureFolder(someJobs(1));
    await expect(ingest(folder, out, { signal: AbortSignal.abort(new Error("no")) })).rejects.toThrow("no");
    await expect(readdir(out)).rejects.toThrow("ENOENT");
  });

  it("leaves what was there when the disk is full, and ends well when there is room", async () => {
    const disk = await smallDisk({ size: "2m" });
    if (disk === null) return expect(disk).toBeNull();
    const folder = await fixtureFolder(someJobs(3));
    const out = join(disk, "out");
    await ingest(folder, out);
    const tree = await treeOf(out);
    const wide = { images: [], ...labels(9000) } as { images: Record<string, unknown>[] };
    for (const image of wide.images) for (let i = 0; i < 30; i++) image[`noise_${i}`] = Math.random();
    await writeFile(join(folder, "j1", "labels.json"), JSON.stringify(wide));
    const error = await ingest(folder, out).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: "FileWriteError", code: "ENOSPC" });
    const left = await treeOf(out);
    for (const [file, hash] of Object.entries(tree)) expect([file, left[file]]).toEqual([file, hash]);
    expect((await (await openParquetDataset(out)).table("images")).numRows()).toBe(60);
    await writeFile(join(folder, "j1", "labels.json"), JSON.stringify(labels(1)));
    await ingest(folder, out);
    await expectSame(out, folder);
  });
});

describe("ingest() into a folder", () => {
  it("does not run twice at once", async () => {
    const folder = await fixtureFolder(someJobs(3));
    const out = await newOut();
    const outcomes = await Promise.allSettled([ingest(folder, out), ingest(folder, out)]);
    const errors = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
    expect(errors).toMatchObject([{ name: "FolderLockedError", owner: { pid: process.pid } }]);
    expect(String(errors[0])).toMatch(/process \d+ on .*, is working in it; let it end/);
    await expectSame(out, folder);
  });

  it("replaces nothing that no ingest has written, unless it is to", async () => {
    const folder = await fixtureFolder(someJobs(1));
    const out = await fixtureFolder({ "images/mine.parquet": "precious" });
    await expect(ingest(folder, out)).rejects.toThrow(/it holds "images", which no ingest has written/);
    expect(await treeOf(out)).toEqual(await treeOf(out));
    expect(await readFile(join(out, "images/mine.parquet"), "utf8")).toBe("precious");
    await ingest(folder, out, { force: true });
    await expectSame(out, folder);
    await expect(ingest(folder, folder)).rejects.toThrow("it is the folder that is read");
  });

  it("does not take the tables of other jobs for its own", async () => {
    const [one, other] = [
      await fixtureFolder(someJobs(2)),
      await fixtureFolder({ "x/job.json": {}, "x/labels.json": labels(1) }),
    ];
    const out = await newOut();
    await ingest(one, out);
    await expect(ingest(other, out)).rejects.toThrow(/it holds the tables of other jobs/);
    await expectSame(out, one);
    expect((await ingest(other, out, { force: true })).jobs).toMatchObject({ read: 1, kept: 0, removed: 2 });
    await expectSame(out, other);
  });

  it("says how tables are opened that were written to the address of a folder", async () => {
    const out = await fixtureFolder({ ".infinity/ingest/commits/": null, ".infinity/ingest/tmp/": null });
    await expect(openParquetDataset(out)).rejects.toMatchObject({ name: "IngestFolderError" });
    await expect(openParquetDataset(out)).rejects.toThrow(`openEngineDataset(engine, "file://${out}")`);
  });

  it.each([1, 3])(
    "does not guess at a manifest of version %i, which it does not understand",
    async (version) => {
      const folder = await fixtureFolder(someJobs(1));
      const out = await newOut();
      await ingest(folder, out, { polygons: true });
      const manifest = join(out, ".infinity", "ingest", "manifest.json");
      await writeFile(
        manifest,
        JSON.stringify({ ...JSON.parse(await readFile(manifest, "utf8")), format_version: version }),
      );
      await expect(ingest(folder, out)).rejects.toMatchObject({ name: "IngestFolderError" });
      await expect(openParquetDataset(out)).rejects.toThrow(
        "cannot be understood; ingest with this version and { force: true }",
      );
      await ingest(folder, out, { force: true });
      await expectSame(out, folder);
      expect(await readdir(out)).not.toContain("polygons");
    },
  );

  it("does not guess at broken records of jobs, and with force reads the jobs anew", async () => {
    const folder = await fixtureFolder(someJobs(3));
    const out = await newOut();
    await ingest(folder, out);
    const records = join(out, ".infinity", "ingest", "jobs.jsonl");
    await writeFile(records, (await readFile(records, "utf8")).slice(0, -10));
    await expect(ingest(folder, out)).rejects.toThrow(`${records} is broken; ingest with { force: true }`);
    expect((await ingest(folder, out, { force: true })).jobs).toMatchObject({ read: 3, kept: 0 });
    await expectSame(out, folder);
  });

  it("with polygons reads all again, and without them drops the table", async () => {
    const folder = await fixtureFolder(someJobs(2));
    const out = await newOut();
    for (const polygons of [false, true, false]) {
      expect((await ingest(folder, out, { polygons })).jobs).toMatchObject({ read: 2, kept: 0 });
      await expectSame(out, folder, { polygons });
      expect((await readdir(out)).includes("polygons")).toBe(polygons);
    }
  });

  it.each([
    [{ workers: 0 }, RangeError, "workers must be a whole number of at least 1, got 0"],
    [{ memory: 1 }, RangeError, "memory must be a whole number of at least 1048576, got 1"],
    [{ partBytes: 1.5 }, RangeError, "partBytes must be a whole number"],
    [{ compression: "lz4" as "none" }, RangeError, "compression must be one of snappy, zstd, none, got lz4"],
    [{ partitionBy: ["a", "a"] }, TypeError, 'Cannot partition by "a" twice'],
    [{ wrokers: 2 } as object, TypeError, 'There is no option "wrokers" (did you mean "workers"?)'],
  ] as [IngestOptions, typeof Error, string][])("refuses %j", async (options, type, message) => {
    const error = await ingest(await fixtureFolder(someJobs(1)), await newOut(), options).catch(
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(type);
    expect((error as Error).message).toContain(message);
  });
});

describe("ParquetDataset", () => {
  it("gives columns asked for, in their order, and names what is not there", async () => {
    const folder = await fixtureFolder(someJobs(2));
    const out = await newOut();
    await ingest(folder, out, { partBytes: 1 });
    const dataset = await openParquetDataset(out);
    const images = await dataset.table("images", { columns: ["width", "job_id"] });
    expect(images.columnNames()).toEqual(["width", "job_id"]);
    expect(dataset.parts("images").map(({ rows }) => rows)).toEqual([20, 20]);
    await expect(dataset.table("images", { columns: ["widht"] })).rejects.toThrow('(did you mean "width"?)');
    await expect(dataset.table("polygons")).rejects.toThrow("ingest with { polygons: true } to have it");
    await rm(join(folder, "j0"), { recursive: true });
    await ingest(folder, out);
    await expect(dataset.table("images")).rejects.toThrow("open the dataset again");
  });

  it("answers queries over its files, also over those in partitions", async () => {
    const folder = await fixtureFolder(someJobs(3));
    const out = await newOut();
    await ingest(folder, out, { partBytes: 1, partitionBy: ["level"] });
    const dataset = await openParquetDataset(out);
    const found = await dataset.sql(
      "SELECT level, count(*) AS n FROM images JOIN jobs USING (job_id) WHERE level > ? GROUP BY level ORDER BY level",
      [0],
    );
    expect(found.objects()).toEqual([
      { level: 1, n: 20 },
      { level: 2, n: 20 },
    ]);
    expect((await dataset.sql("SELECT * FROM imu")).numCols()).toBe((await dataset.table("imu")).numCols());
    await expect(openDataset(out)).rejects.toThrow("use openParquetDataset");
  });

  it("says that its files are gone where another ingest has ended since", async () => {
    const out = await newOut();
    await ingest(await fixtureFolder(someJobs(1)), out);
    const [dataset, other] = [await openParquetDataset(out), await newOut()];
    await ingest(await fixtureFolder(someJobs(1, 3)), out);
    const gone = { name: "IngestFolderError", message: expect.stringContaining("open the dataset again") };
    await expect(dataset.table("images")).rejects.toMatchObject(gone);
    await expect(dataset.sql("FROM images")).rejects.toMatchObject(gone);
    await expect(dataset.filter("camera = 0", { of: "images" })).rejects.toMatchObject(gone);
    await expect(dataset.export(other)).rejects.toMatchObject(gone);
    await expect((await openParquetDataset(out)).sql("FROM nowhere")).rejects.toMatchObject({
      name: "QueryError",
    });
  });

  it("says where there are no ingested tables", async () => {
    await mkdir(join(await temporaryFolder(), "x"));
    await expect(openParquetDataset(await temporaryFolder())).rejects.toThrow(
      "no ingest has written any into it",
    );
  });
});
