import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ColumnTable } from "arquero";
import { beforeAll, describe, expect, test } from "vitest";
import type { Dataset } from "../../../src/dataset/dataset.ts";
import { openDataset } from "../../../src/dataset/open-dataset.ts";
import type { TableName } from "../../../src/dataset/table-names.ts";
import { plainRows } from "../../util/plain-rows.ts";
import { temporaryFolder } from "../../util/temporary-folder.ts";
import { fixtureFolder, labels } from "../fixture-folder.ts";
import { ingest, openParquetDataset } from "../ingest/built.ts";

type Row = Record<string, unknown>;
type Files = Awaited<ReturnType<typeof openParquetDataset>>;

const batch = join(import.meta.dirname, "..", "..", "..", "fixtures", "spills", "batch");

let memory: Dataset;
let files: Files;

beforeAll(async () => {
  memory = await openDataset(batch, { polygons: true });
  const folder = await mkdtemp(join(tmpdir(), "infinity-frames-filter-"));
  const out = join(folder, "tables");
  // Parts of few bytes, so that a filter leaves out files, too.
  await ingest(batch, out, { polygons: true, partBytes: 1000, partitionBy: ["size"] });
  files = await openParquetDataset(out);
  return () => rm(folder, { recursive: true, force: true });
});

const names = [
  "jobs",
  "scenes",
  "categories",
  "images",
  "annotations",
  "keypoints",
  "polygons",
  "problems",
] as const;

async function rowsOf(dataset: Dataset | Files, name: TableName): Promise<Row[]> {
  const table: ColumnTable = await dataset.table(name);
  return plainRows(table) as Row[];
}

/** Filters by loops over plain rows, as slowly and plainly as can be. */
async function expected(name: TableName, level: string, keep: (row: Row) => boolean): Promise<Row[]> {
  const kept = (await rowsOf(memory, level as TableName)).filter(keep);
  const jobs = new Set(kept.map(({ job_id }) => job_id));
  const keys = (row: Row) => JSON.stringify([row.job_id, row.camera, row.image_id]);
  const frames = new Set(kept.map(keys));
  const instances = new Set(kept.map((row) => keys(row) + row.annotation_id));
  const ofInstance = ["annotations", "keypoints", "polygons"].includes(name);
  return (await rowsOf(memory, name)).filter((row) => {
    if (level === "annotations") return !ofInstance || instances.has(keys(row) + row.annotation_id);
    if (level === "images" && (ofInstance || name === "images")) return frames.has(keys(row));
    return jobs.has(row.job_id);
  });
}

describe.each([
  ["jobs", "size > 50", (row: Row) => Number(row.size) > 50],
  [
    "images",
    "spill_visible AND frame_number % 2 = 0",
    (row: Row) => row.spill_visible === true && Number(row.frame_number) % 2 === 0,
  ],
  [
    "annotations",
    "category = 'spill' AND area > 100",
    (row: Row) => row.category === "spill" && Number(row.area) > 100,
  ],
] as const)("filter of %s", (of, condition, keep) => {
  test.each(names)(
    "keeps the same rows of %s in memory and in files, by SQL and by a function",
    async (name) => {
      const rows = await expected(name, of, keep);
      if (of !== "jobs" && name === of) expect(rows.length).toBeGreaterThan(0);
      for (const dataset of [memory, files]) {
        const bySql = await dataset.filter(condition, { of });
        const byFunction = await dataset.filter(keep, { of });
        for (const view of [bySql, byFunction]) {
          expect(await rowsOf(view, name)).toEqual(rows);
          expect(view.jobIds).toEqual((await expected("jobs", of, keep)).map(({ job_id }) => job_id));
          const counted = await view.sql(`SELECT count(*) AS n FROM ${name}`);
          expect(counted.get("n")).toBe(rows.length);
        }
      }
    },
  );
});

describe("filter", () => {
  test("goes on from an earlier filter, and leaves that as it was", async () => {
    for (const dataset of [memory, files]) {
      const large = await dataset.filter("size > $least", { params: { least: 50 } });
      const early = await large.filter((row) => Number(row.frame_number) < 3, { of: "images" });
      expect((await rowsOf(early, "images")).map((row) => row.frame_number)).toEqual([0, 1, 2]);
      const frames = await early.sql("SELECT DISTINCT frame_number FROM annotations ORDER BY ALL");
      expect(Array.from(frames.array("frame_number") as Iterable<number>)).toEqual([0, 1, 2]);
      expect((await rowsOf(large, "images")).length).toBe(6);
      expect((await rowsOf(dataset, "images")).length).toBe(12);
    }
  });

  test("of files reads only those that hold rows of the jobs", async () => {
    const large = await files.filter("size > 50");
    expect(files.parts("images").length).toBe(2);
    expect(large.parts("images").length).toBe(1);
    expect(await large.numRows("images")).toBe(6);
  });

  test("keeps what has no id", async () => {
    const labelled = labels(1, [
      [50, 10],
      [60, 20],
    ]) as { annotations: { id?: number }[] };
    for (const annotation of labelled.annotations) delete annotation.id;
    const folder = await fixtureFolder({ "a/job.json": {}, "a/labels.json": labelled });
    const out = join(await temporaryFolder(), "tables");
    await ingest(folder, out);
    for (const dataset of [await openDataset(folder), await openParquetDataset(out)]) {
      for (const condition of ["percent_in_fov > 0", () => true]) {
        const all = await dataset.filter(condition, { of: "annotations" });
        expect((await rowsOf(all, "annotations")).map((row) => row.percent_in_fov)).toEqual([50, 60]);
        expect((await all.sql("SELECT count(*) AS n FROM annotations")).get("n")).toBe(2);
      }
    }
  });

  test("may keep nothing", async () => {
    for (const dataset of [memory, files]) {
      const none = await dataset.filter("false");
      expect(none.jobIds).toEqual([]);
      for (const name of names) expect(await rowsOf(none, name)).toEqual([]);
      expect((await none.sql("SELECT count(*) AS n FROM images")).get("n")).toBe(0);
    }
  });

  test("refuses conditions and options that are none", async () => {
    for (const dataset of [memory, files]) {
      await expect(dataset.filter("no_such_column = 1")).rejects.toThrow(/no_such_column/);
      await expect(dataset.filter("true); DROP TABLE jobs; --")).rejects.toThrow(/Cannot run the query/);
      await expect(dataset.filter(7 as never)).rejects.toThrow("expected a condition in SQL or a function");
      await expect(dataset.filter(() => 1 as never)).rejects.toThrow(
        "must give true or false, got 1 for row 0",
      );
      await expect(dataset.filter("true", { of: "keypoints" as never })).rejects.toThrow(
        'Cannot filter of "keypoints": expected jobs, images, annotations',
      );
      await expect(dataset.filter(() => true, { params: [1] })).rejects.toThrow(
        "params are for conditions in SQL",
      );
      await expect(dataset.filter("true", { on: "jobs" } as never)).rejects.toThrow(
        'There is no option "on"',
      );
    }
  });
});
