import { existsSync, readdirSync } from "node:fs";
import { cp, readdir, readFile, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { ingestOnEngine } from "../../../src/dataset/engine-ingest/engine-ingest.ts";
import { ingest } from "../../../src/dataset/ingest/ingest.ts";
import { ingestPaths } from "../../../src/dataset/ingest/ingest-paths.ts";
import { readManifest } from "../../../src/dataset/ingest/manifest.ts";
import type { Engine } from "../../../src/engine/engine.ts";
import { temporaryFolder } from "../../util/temporary-folder.ts";
import { fixtureFolder, labels } from "../fixture-folder.ts";
import { expectSame } from "../ingest/expect-same.ts";
import { someJobs } from "../ingest/some-jobs.ts";
import { growingJobs } from "./growing-jobs.ts";
import { flatJobs, mixedJobs } from "./mixed-jobs.ts";
import { watchedEngine } from "./watched-engine.ts";

const FIXTURES = fileURLToPath(new URL("../../../fixtures", import.meta.url));

/** The jobs of all fixtures in one folder. */
async function allJobs(): Promise<string> {
  const folder = await temporaryFolder();
  const batches = readdirSync(FIXTURES).map((name) => join(FIXTURES, name, "batch"));
  for (const batch of batches.filter((path) => existsSync(path))) {
    for (const job of await readdir(batch, { withFileTypes: true })) {
      if (!job.isDirectory() || job.name.startsWith(".")) continue;
      const name = `${basename(dirname(batch))}-${job.name}`;
      await cp(join(batch, job.name), join(folder, name), { recursive: true });
    }
  }
  return folder;
}

/** The jobs that the engine itself has read: what it writes together spans all tables. */
async function jobsOfEngine(out: string): Promise<string[]> {
  const manifest = await readManifest(ingestPaths(out));
  const parts = manifest?.tables.flatMap((table) => table.parts) ?? [];
  const own = parts.filter(({ flush }) => flush !== "" && !flush.includes("-"));
  return [...new Set(own.flatMap(({ jobs }) => jobs.map(([jobId]) => jobId)))].sort();
}

async function newOut(): Promise<string> {
  return join(await temporaryFolder(), "out");
}

/** What an ingest on any engine must do. */
export function engineIngestSuite(engineOf: () => Engine): void {
  test("gives the tables that are read into memory, of jobs of all generators, in partitions", async () => {
    const [folder, out] = [await allJobs(), await newOut()];
    const report = await ingestOnEngine(engineOf(), folder, {
      out,
      polygons: true,
      partitionBy: ["scene", "status"],
    });
    expect(report).toMatchObject({ jobs: { read: 9, kept: 0, removed: 0, quarantined: [] }, problems: 0 });
    await expectSame(out, folder, { polygons: true, sameOrder: false });
    expect(await jobsOfEngine(out)).toHaveLength(9);
    expect(await readdir(join(out, "images"))).toContain("scene=GYM_1");
  });

  test("leaves to the JavaScript readers what is broken or odd, and tells of it as they do", async () => {
    const [folder, out] = [await fixtureFolder(mixedJobs()), await newOut()];
    const report = await ingestOnEngine(engineOf(), folder, { out, sample: 2 });
    await expectSame(out, folder, { sameOrder: false });
    expect(await jobsOfEngine(out)).toEqual(["a", "moving", "plain", "unparsed", "z"]);
    const local = await ingest(folder, await newOut());
    expect(report.jobs).toEqual(local.jobs);
    expect(report.problems).toBe(local.problems);
    expect(report.jobs.quarantined.map(({ jobId }) => jobId)).toEqual([
      "torn",
      "empty",
      "folder",
      "still",
      "unparsed",
    ]);
  });

  test("does two ingests on one engine one after the other", async () => {
    const folders = [await fixtureFolder(someJobs(4)), await fixtureFolder(someJobs(7, 3))];
    const outs = [await newOut(), await newOut()];
    const stop = new AbortController();
    const both = folders.map((folder, i) => ingestOnEngine(engineOf(), folder, { out: outs[i] as string }));
    const third = ingestOnEngine(engineOf(), folders[0] as string, {
      out: await newOut(),
      signal: stop.signal,
    });
    stop.abort(new Error("enough"));
    await expect(third).rejects.toThrow("enough");
    expect((await Promise.all(both)).map(({ jobs }) => jobs.read)).toEqual([4, 7]);
    for (const [i, folder] of folders.entries()) {
      await expectSame(outs[i] as string, folder, { sameOrder: false });
    }
  });

  test("finds the fields that no file of the sample has", async () => {
    const [folder, out] = [await fixtureFolder(growingJobs()), await newOut()];
    await ingestOnEngine(engineOf(), folder, { out, sample: 1 });
    await expectSame(out, folder, { sameOrder: false });
    expect(await jobsOfEngine(out)).toEqual(["j0", "without"]);
    const columns = (await readManifest(ingestPaths(out)))?.tables.flatMap((table) => table.columns);
    const names = columns?.map(([name]) => name) ?? [];
    expect(names).toEqual(expect.arrayContaining(["weather", "rank", "exposure", "mood", "ppe_vest"]));
  });

  test("reads jobs of several cameras, and keeps the order of their rows", async () => {
    const [folder, out] = [await fixtureFolder(flatJobs()), await newOut()];
    await ingestOnEngine(engineOf(), folder, { out, partitionBy: ["status"] });
    await expectSame(out, folder, { sameOrder: false });
    expect(await jobsOfEngine(out)).toEqual(["00001", "00002", "00004"]);
  });

  test("throws at the first job that is not as promised, if it is to be strict", async () => {
    const folder = await fixtureFolder(mixedJobs());
    const out = await newOut();
    const strict = ingestOnEngine(engineOf(), folder, { out, strict: true });
    await expect(strict).rejects.toThrow(/job (?:torn|gone|empty|folder|plain|still|unparsed)/);
    expect(await readManifest(ingestPaths(out))).toBeNull();
  });

  test("is taken up where it was stopped, whenever that was", async () => {
    const [folder, out] = [await fixtureFolder(someJobs(6, 2)), await newOut()];
    const written: string[] = [];
    let stop = new AbortController();
    let stopAt = 0;
    const engine = watchedEngine(engineOf(), (path) => {
      written.push(basename(path));
      if (written.length === stopAt) stop.abort(new Error("enough"));
    });
    const run = () => ingestOnEngine(engine, folder, { out, batchFiles: 2, signal: stop.signal });
    // Six files in batches of two, then a folder for each table.
    for (const at of [2, 4, 6]) {
      stop = new AbortController();
      stopAt = at;
      await expect(run()).rejects.toThrow("enough");
      expect(await readManifest(ingestPaths(out))).toBeNull();
    }
    stopAt = 0;
    stop = new AbortController();
    expect((await run()).jobs.read).toBe(6);
    // What was stopped is written once more, and nothing else.
    expect(written.length).toBe(3 + 6 + 3);
    await expectSame(out, folder, { sameOrder: false });
    expect(await readdir(join(out, ".infinity/ingest"))).toEqual(["jobs.jsonl", "manifest.json"]);

    written.length = 0;
    const before = await readFile(ingestPaths(out).manifest, "utf8");
    expect((await run()).jobs).toEqual({ read: 0, kept: 6, removed: 0, quarantined: [] });
    expect(written).toEqual([]);
    expect(await readFile(ingestPaths(out).manifest, "utf8")).toBe(before);
  });

  test("reads only what is new or has changed, as the other ingest does after it", async () => {
    const [folder, out] = [await fixtureFolder(someJobs(4, 2)), await newOut()];
    await ingestOnEngine(engineOf(), folder, { out });
    const more = await fixtureFolder({ ...someJobs(6, 2), "j1/labels.json": labels(3) });
    for (const name of ["j1", "j4", "j5"])
      await cp(join(more, name), join(folder, name), { recursive: true });
    await rm(join(folder, "j0"), { recursive: true });
    const { jobs } = await ingestOnEngine(engineOf(), folder, { out });
    expect(jobs).toEqual({ read: 3, kept: 2, removed: 1, quarantined: [] });
    await expectSame(out, folder, { sameOrder: false });

    await cp(join(more, "j0"), join(folder, "j0"), { recursive: true });
    expect((await ingest(folder, out)).jobs).toMatchObject({ read: 1, kept: 5 });
    await expectSame(out, folder, { sameOrder: false });
  });
}
