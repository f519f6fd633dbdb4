import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openDataset } from "../../../src/dataset/open-dataset.ts";
import { treeOf } from "../../faults/util/tree-of.ts";
import { makeZip, type ZipEntry } from "../../util/make-zip.ts";
import { plainRows } from "../../util/plain-rows.ts";
import { temporaryFolder } from "../../util/temporary-folder.ts";
import { batchMetadata, fixtureFolder, labels, motion } from "../fixture-folder.ts";
import { ingest, openParquetDataset } from "./built.ts";
import { expectSame } from "./expect-same.ts";

const IDS = ["a1", "b2", "c3", "d4"];
const FILES: Record<string, unknown> = {
  ".infinity/batch.json": batchMetadata(
    ["d4", "a1", "b2", "c3", "gone"].map((job_id, design_row) => ({
      job_id,
      design_row,
      status: "completed",
      params: {},
    })),
  ),
  "a1/job.json": { params: { num_reps: "3" } },
  "a1/labels.json": labels(3, [[50, 10]]),
  "a1/video.mp4": "not a video",
  "b2/job.json": { params: {} },
  "b2/data.csv": motion(4),
  "c3/job.json": { params: {} },
  "c3/labels.json": "{",
  "d4/job.json": { params: {} },
  "d4/video.rgb.json": labels(1),
  "d4/labels.json": labels(2),
};

/** The jobs of a folder as archives. */
async function zipsOf(
  folder: string,
  change: (id: string, entries: ZipEntry[]) => ZipEntry[] = (_, all) => all,
): Promise<string> {
  const zips = await temporaryFolder();
  await mkdir(join(zips, ".infinity"));
  await writeFile(join(zips, ".infinity/batch.json"), await readFile(join(folder, ".infinity/batch.json")));
  for (const id of IDS) {
    const entries: ZipEntry[] = [{ name: `${id}/` }];
    for (const name of await readdir(join(folder, id))) {
      entries.push({ name: `${id}/${name}`, data: await readFile(join(folder, id, name)), method: 8 });
    }
    await writeFile(join(zips, `batch-${id}.zip`), makeZip(change(id, entries)));
  }
  return zips;
}

describe("ingest() from archives", () => {
  it("gives what the folders give that they are extracted to, and extracts nothing", async () => {
    const folder = await fixtureFolder(FILES);
    const zips = await zipsOf(folder);
    const before = await treeOf(zips);
    const out = join(await temporaryFolder(), "out");
    const { jobs } = await ingest(zips, out, { fromZips: true, partBytes: 1 });
    expect(jobs).toMatchObject({ read: 5, quarantined: [{ jobId: "c3" }] });
    const dataset = await openParquetDataset(out);
    const missing = (await dataset.table("problems"))
      .objects()
      .find((row) => (row as { job_id: string }).job_id === "gone");
    expect(missing).toMatchObject({ problem: "missing_job" });
    const direct = join(await temporaryFolder(), "out");
    await ingest(folder, direct);
    await expectSame(direct, folder);
    const wanted = await openParquetDataset(direct);
    expect(dataset.jobIds).toEqual(wanted.jobIds);
    for (const name of dataset.tableNames) {
      const plain = async (of: typeof dataset) =>
        plainRows(await of.table(name)).map((row) => ({
          ...row,
          message: String(row.message).replaceAll(folder, zips),
        }));
      expect([name, await plain(dataset)]).toEqual([name, await plain(wanted)]);
    }
    expect(await treeOf(zips)).toEqual(before);
    expect((await ingest(zips, out, { fromZips: true })).jobs).toMatchObject({ read: 0, kept: 5 });
  });

  it("reads an archive without a folder as the job of its name", async () => {
    const zips = await temporaryFolder();
    const data = JSON.stringify(labels(2));
    await writeFile(
      join(zips, "x1.zip"),
      makeZip([
        { name: "job.json", data: "{}" },
        { name: "labels.json", data },
      ]),
    );
    const out = join(await temporaryFolder(), "out");
    await ingest(zips, out, { fromZips: true });
    const dataset = await openParquetDataset(out);
    expect(dataset.jobIds).toEqual(["x1"]);
    expect(await dataset.numRows("images")).toBe(2);
  });

  it("leaves out archives that are broken, with the reason, and takes them in once they are whole", async () => {
    const folder = await fixtureFolder(FILES);
    const zips = await zipsOf(folder, (id, entries) => {
      // A checksum that is wrong shows only when the labels are unpacked.
      return id === "a1"
        ? entries.map((entry) => (String(entry.name).endsWith("labels.json") ? { ...entry, crc: 1 } : entry))
        : entries;
    });
    const whole = await readFile(join(zips, "batch-b2.zip"));
    await writeFile(join(zips, "b2.zip"), whole.subarray(0, whole.length - 30));
    await writeFile(join(zips, "batch-b2.zip"), makeZip([{ name: "notes/readme.txt", data: "hi" }]));
    const out = join(await temporaryFolder(), "out");
    const { jobs } = await ingest(zips, out, { fromZips: true });
    const reasons = new Map(jobs.quarantined.map(({ jobId, reason }) => [jobId, reason]));
    expect(reasons.get("a1")).toContain("its bytes do not match its checksum");
    expect(reasons.get("b2")).toContain("its end is missing");
    expect(reasons.get("batch-b2")).toContain("holds no job");
    await writeFile(join(zips, "b2.zip"), whole);
    const again = await ingest(zips, out, { fromZips: true });
    expect(again.jobs).toMatchObject({ read: 1, removed: 0 });
    expect(again.jobs.quarantined.map(({ jobId }) => jobId)).toEqual(["a1", "c3", "batch-b2"]);
    expect(await (await openParquetDataset(out)).numRows("imu")).toBe(4);
  });

  it("gives jobs of several folders the ids that they have once they are extracted", async () => {
    const [first, second] = [await temporaryFolder(), await temporaryFolder()];
    await writeFile(join(first, "1.zip"), makeZip([{ name: "a/job.json", data: "{}" }]));
    await writeFile(join(second, "1.zip"), makeZip([{ name: "b/job.json", data: "{}" }]));
    const extracted = [await fixtureFolder({ "a/job.json": {} }), await fixtureFolder({ "b/job.json": {} })];
    const { jobIds } = await openDataset(extracted);
    const out = join(await temporaryFolder(), "out");
    await ingest([first, second], out, { fromZips: true });
    expect((await openParquetDataset(out)).jobIds).toEqual(jobIds);
  });

  it("refuses a job that is in two archives, and a folder without any", async () => {
    const zips = await temporaryFolder();
    const zip = makeZip([{ name: "a/job.json", data: "{}" }]);
    for (const name of ["1.zip", "2.zip"]) await writeFile(join(zips, name), zip);
    const out = join(await temporaryFolder(), "out");
    await expect(ingest(zips, out, { fromZips: true })).rejects.toThrow(
      /job a of .*2\.zip" is also in .*1\.zip"/,
    );
    await expect(ingest(await temporaryFolder(), out, { fromZips: true })).rejects.toThrow(
      "it holds no archives",
    );
  });
});
