import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fixtureFolder, labels } from "../dataset/fixture-folder.ts";
import { ingest, openParquetDataset } from "../dataset/ingest/built.ts";
import { expectSame } from "../dataset/ingest/expect-same.ts";
import { ingestInChild } from "../dataset/ingest/ingest-in-child.ts";
import { killIngests } from "../dataset/ingest/kill-ingests.ts";
import { someJobs } from "../dataset/ingest/some-jobs.ts";
import { temporaryFolder } from "../util/temporary-folder.ts";

const MIB = 2 ** 20;

async function newOut(): Promise<string> {
  return join(await temporaryFolder(), "out");
}

describe("ingest()", () => {
  it("leaves out a job that takes more memory than there is, until there is more", async () => {
    const folder = await fixtureFolder(someJobs(3));
    // Empty objects take many times more memory than text.
    const objects = `[${"{},".repeat(6_000_000)}{}]`;
    await writeFile(
      join(folder, "j1", "labels.json"),
      `{"info": {"x": ${objects}}, "categories": [], "images": [], "annotations": []}`,
    );
    const out = await newOut();
    const { jobs } = await ingest(folder, out, { memory: 2 ** 25 });
    expect(jobs).toMatchObject({ read: 3, quarantined: [{ jobId: "j1", file: "j1/labels.json" }] });
    expect(jobs.quarantined[0]?.reason).toMatch(/memory/);
    const dataset = await openParquetDataset(out);
    expect((await dataset.table("jobs")).array("status")).toEqual(["completed", "failed", "completed"]);
    expect(await dataset.numRows("images")).toBe(40);
    expect((await ingest(folder, out, { memory: 2 ** 25 })).jobs).toMatchObject({ read: 0, kept: 3 });
    await writeFile(join(folder, "j1", "labels.json"), JSON.stringify(labels(20, [[10, 1]])));
    expect((await ingest(folder, out, { memory: 2 ** 26 })).jobs).toMatchObject({ read: 1, quarantined: [] });
    await expectSame(out, folder);
  }, 60_000);

  it("killed at 40 random points, first and again, ends as one that was not", async () => {
    const folder = await fixtureFolder(someJobs(12));
    await killIngests(folder, { kills: 20, seed: "first", options: { partBytes: 4000, workers: 2 } });
    // Over tables that are there already, of which some jobs have changed.
    const before = async (out: string): Promise<void> =>
      void (await ingest(folder, out, { partBytes: 4000 }));
    const options = { partBytes: 4000, partitionBy: ["level"] };
    await killIngests(folder, { kills: 20, seed: "again", options, before });
    expect((await ingest(folder, await newOut())).jobs.read).toBe(12);
  }, 900_000);

  it("reads a file of 200 MB, whatever little memory it is to take", async () => {
    const { images, ...rest } = labels(1) as { images: object[] };
    const one = JSON.stringify(images[0]).slice(1, -1);
    const lines: string[] = [];
    for (let bytes = 0, id = 1; bytes < 200 * MIB; id++) {
      const line = `{"noise": ${Math.random()}, ${one}}`.replace('"id":0', `"id":${id}`);
      lines.push(line);
      bytes += line.length + 1;
    }
    const folder = await fixtureFolder({ "a/job.json": { params: {} } });
    await writeFile(
      join(folder, "a", "labels.json"),
      `{"images": [${lines.join()}], ${JSON.stringify(rest).slice(1)}`,
    );
    const out = await newOut();
    const { report, error } = await ingestInChild(folder, out, { memory: 256 * MIB }).outcome;
    expect([error, report?.jobs.quarantined]).toEqual([null, []]);
    expect(report?.tables.find(({ table }) => table === "images")?.rows).toBe(lines.length);
  }, 300_000);
});
