import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openDataset } from "../../../src/dataset/open-dataset.ts";
import { readTable } from "../../../src/io/read-table.ts";
import { plainRows } from "../../util/plain-rows.ts";
import { temporaryFolder } from "../../util/temporary-folder.ts";
import { fixtureFolder } from "../fixture-folder.ts";
import { ingest, openParquetDataset } from "../ingest/built.ts";

const FIXTURES = join(import.meta.dirname, "..", "..", "..", "fixtures");

async function bothOf(fixture: string) {
  const batch = join(FIXTURES, fixture, "batch");
  const folder = await temporaryFolder();
  await ingest(batch, join(folder, "tables"), { polygons: true, partBytes: 1000 });
  const memory = await openDataset(batch, { polygons: true });
  return { folder, memory, files: await openParquetDataset(join(folder, "tables")) };
}

describe("export", () => {
  test.each(["parquet", "arrow", "csv"] as const)(
    "of a filtered dataset is the same from memory and files, as %s",
    async (format) => {
      const { folder, memory, files } = await bothOf("flagship");
      const condition = "exercise = 'UPPERCUT-RIGHT'";
      const views = { memory: await memory.filter(condition), files: await files.filter(condition) };
      for (const [name, view] of Object.entries(views)) {
        const written = await view.export(join(folder, name), { format });
        for (const { table, rows, path } of written) {
          const read = await readTable(path);
          expect([table, read.numRows()]).toEqual([table, rows]);
          if (format === "csv") continue;
          expect([table, plainRows(read)]).toEqual([table, plainRows(await views.memory.table(table))]);
        }
        expect(written.map(({ table }) => table)).toEqual([...views.memory.tables().keys()]);
        expect(written.find(({ table }) => table === "jobs")?.rows).toBe(1);
        await expect(view.export(join(folder, name), { format })).rejects.toThrow(/it exists/);
      }
      if (format === "csv") {
        for (const file of await readdir(join(folder, "memory"))) {
          const [a, b] = await Promise.all(
            Object.keys(views).map((name) => readFile(join(folder, name, file), "utf8")),
          );
          expect([file, b]).toEqual([file, a]);
        }
      }
    },
  );
});

test("export keeps the names of columns that differ in capital letters only", async () => {
  const folder = await fixtureFolder({
    "a/job.json": {},
    "a/labels.json": { info: { note: 1, Note: "x" }, categories: [], images: [], annotations: [] },
  });
  const out = join(folder, "tables");
  await ingest(folder, out);
  const files = await openParquetDataset(out);
  const [written] = await files.export(join(folder, "export"), { tables: ["scenes"] });
  const read = await readTable(written?.path ?? "");
  expect(plainRows(read)).toEqual(plainRows(await files.table("scenes")));
});

interface Coco {
  categories: { id: number; name: string }[];
  images: { id: number; job_id: string; source_id: number }[];
  annotations: {
    id: number;
    image_id: number;
    category_id: number;
    source_id: number;
    segmentation?: unknown;
  }[];
}

describe("exportCoco", () => {
  test.each(["spills", "flagship", "visionfit"])(
    "writes the labels of %s as one file, whose ids hold together",
    async (fixture) => {
      const { folder, memory, files } = await bothOf(fixture);
      const [a, b] = [join(folder, "memory.json"), join(folder, "files.json")];
      const report = await memory.exportCoco(a);
      expect(await files.exportCoco(b)).toEqual({ ...report, path: b });
      const text = await readFile(a, "utf8");
      expect(await readFile(b, "utf8")).toBe(text);
      const coco = JSON.parse(text) as Coco;
      expect([coco.images.length, coco.annotations.length]).toEqual([report.images, report.annotations]);
      expect([report.images, report.annotations, report.leftOut]).toEqual([
        memory.images.numRows(),
        memory.annotations.numRows(),
        0,
      ]);
      const jobOf = new Map(coco.images.map(({ id, job_id }) => [id, job_id]));
      expect(jobOf.size).toBe(coco.images.length);
      expect(new Set(coco.annotations.map(({ id }) => id)).size).toBe(coco.annotations.length);
      const names = new Map(coco.categories.map(({ id, name }) => [id, name]));
      const found = coco.annotations.map(({ image_id, source_id, category_id }) => [
        jobOf.get(image_id),
        source_id,
        names.get(category_id),
      ]);
      const rows = plainRows(memory.annotations) as Record<string, unknown>[];
      expect(found).toEqual(rows.map((row) => [row.job_id, row.annotation_id, row.category]));
    },
  );

  test("leaves out what a filter leaves out, and writes all or nothing", async () => {
    const { folder, memory } = await bothOf("spills");
    const view = await memory.filter("frame_number = 2", { of: "images" });
    const path = join(folder, "frame.json");
    const { images, annotations, leftOut } = await view.exportCoco(path);
    expect([images, annotations, leftOut]).toEqual([2, view.annotations.numRows(), 0]);
    await expect(view.exportCoco(path)).rejects.toThrow(/it exists/);
    const stop = new AbortController();
    stop.abort(new Error("enough"));
    await expect(view.exportCoco(join(folder, "never.json"), { signal: stop.signal })).rejects.toThrow(
      "enough",
    );
    expect((await readdir(folder)).sort()).toEqual(["frame.json", "tables"]);
  });
});
