import { existsSync, readdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openDataset } from "../../src/dataset/open-dataset.ts";
import { fixtureFolder, labels, motion } from "./fixture-folder.ts";

const PARAMS = { params: { scene: "GYM_1" } };

async function threeJobs(options = {}) {
  const folder = await fixtureFolder({
    "00000_params.json": PARAMS,
    "00000_labels.json": labels(2, [[50, 0]]),
    "00001_params.json": PARAMS,
    "00001_labels.json": labels(3),
    "00002_params.json": PARAMS,
    "00002.csv": motion(4),
  });
  return openDataset(folder, options);
}

describe("dataset.load()", () => {
  test("tells its progress job by job", async () => {
    const dataset = await threeJobs();
    const seen: unknown[] = [];
    await dataset.load({ onProgress: (progress) => seen.push(progress) });
    expect(seen).toEqual([
      { done: 1, total: 3, jobId: "00000" },
      { done: 2, total: 3, jobId: "00001" },
      { done: 3, total: 3, jobId: "00002" },
    ]);
    await dataset.load({ onProgress: (progress) => seen.push(progress) });
    expect(seen).toHaveLength(3);
    expect(dataset.images.numRows()).toBe(5);
  });

  test("stops at an aborted signal and goes on later, reading no job twice", async () => {
    const dataset = await threeJobs();
    const controller = new AbortController();
    const reason = new Error("stop");
    const seen: string[] = [];
    const loading = dataset.load({
      signal: controller.signal,
      onProgress: ({ jobId }) => {
        seen.push(jobId);
        controller.abort(reason);
      },
    });
    await expect(loading).rejects.toBe(reason);
    expect(seen).toEqual(["00000"]);
    await Promise.all([dataset.load(), dataset.load({ onProgress: ({ jobId }) => seen.push(jobId) })]);
    expect(dataset.jobs.array("num_frames")).toEqual([2, 3, 4]);
    expect(dataset.images.numRows()).toBe(5);
    await expect(dataset.load({ signal: controller.signal })).rejects.toBe(reason);
  });

  test("leaves time for other work", async () => {
    const dataset = await threeJobs();
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 0);
    let done = 0;
    const loading = dataset.load({
      signal: controller.signal,
      onProgress: (progress) => {
        done = progress.done;
        const until = performance.now() + 5;
        while (performance.now() < until);
      },
    });
    await expect(loading).rejects.toThrow(expect.objectContaining({ name: "AbortError" }));
    expect(done).toBeLessThan(3);
  });

  test("may be overtaken by a table", async () => {
    const dataset = await threeJobs();
    const rows: number[] = [];
    await dataset.load({ onProgress: () => rows.push(dataset.images.numRows()) });
    expect(rows).toEqual([5]);
  });
});

describe("dataset.tables()", () => {
  const NAMES = [
    "jobs",
    "scenes",
    "categories",
    "images",
    "annotations",
    "keypoints",
    "cuboids",
    "imu",
    "problems",
  ];

  test("gives all tables in a fixed order", async () => {
    const dataset = await threeJobs();
    expect([...dataset.tables().keys()]).toEqual(NAMES);
    for (const [name, table] of dataset.tables()) expect(dataset[name]).toBe(table);
    const withPolygons = await threeJobs({ polygons: true });
    expect([...withPolygons.tables().keys()].toSpliced(7, 1)).toEqual(NAMES);
    expect(withPolygons.polygons.numRows()).toBe(0);
  });

  test("has no polygons and no other names", async () => {
    const dataset = await threeJobs();
    expect(() => dataset.polygons).toThrow(/open the dataset with \{ polygons: true \}/);
    expect(() => dataset.table("frames" as never)).toThrow(RangeError);
  });
});

describe("dataset.export()", () => {
  test("writes every table, empty ones too", async () => {
    const dataset = await threeJobs();
    const folder = join(await fixtureFolder({}), "out/tables");
    const seen: unknown[] = [];
    const written = await dataset.export(folder, { onProgress: (progress) => seen.push(progress) });
    const expected = [
      ["jobs", 3],
      ["scenes", 2],
      ["categories", 2],
      ["images", 5],
      ["annotations", 1],
      ["keypoints", 0],
      ["cuboids", 0],
      ["imu", 4],
      ["problems", 0],
    ] as const;
    expect(written).toEqual(
      expected.map(([table, rows]) => ({ table, path: join(folder, `${table}.parquet`), rows })),
    );
    expect(readdirSync(folder).sort()).toEqual(expected.map(([name]) => `${name}.parquet`).sort());
    expect(seen.at(-1)).toEqual({ done: 9, total: 9, table: "problems" });
  });

  test("writes chosen tables in a chosen format", async () => {
    const dataset = await threeJobs();
    const folder = await fixtureFolder({});
    await dataset.export(folder, { format: "csv", tables: ["cuboids", "images"] });
    expect(readdirSync(folder).sort()).toEqual(["cuboids.csv", "images.csv"]);
    await dataset.export(folder, { format: "arrow", tables: ["images"] });
    expect(existsSync(join(folder, "images.arrow"))).toBe(true);
  });

  test("reads and writes nothing when a file is in the way, unless forced", async () => {
    const dataset = await threeJobs();
    const folder = await fixtureFolder({ "imu.csv": "mine" });
    const path = join(folder, "imu.csv");
    const read: string[] = [];
    const onRead = ({ jobId }: { jobId: string }) => read.push(jobId);
    await expect(dataset.export(folder, { format: "csv", onRead })).rejects.toThrow(
      expect.objectContaining({ name: "FileExistsError", path }),
    );
    expect(readdirSync(folder)).toEqual(["imu.csv"]);
    await expect(dataset.export(folder, { format: "xlsx" as never, onRead })).rejects.toThrow(RangeError);
    expect(read).toEqual([]);
    await dataset.export(folder, { format: "csv", tables: ["scenes"], onRead });
    expect(read).toEqual(["00000", "00001", "00002"]);
    await dataset.export(folder, { format: "csv", tables: ["jobs"] });
    expect(await dataset.export(folder, { format: "csv", force: true })).toHaveLength(9);
  });

  test("rejects unknown names and formats before it writes", async () => {
    const dataset = await threeJobs();
    const folder = await fixtureFolder({});
    await expect(dataset.export(folder, { tables: ["jobs", "frames" as never] })).rejects.toThrow(RangeError);
    await expect(dataset.export(folder, { tables: ["polygons"] })).rejects.toThrow("polygons: true");
    await expect(dataset.export(folder, { format: "xlsx" as never })).rejects.toThrow(RangeError);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("stops at an aborted signal", async () => {
    const dataset = await threeJobs();
    const folder = await fixtureFolder({});
    const controller = new AbortController();
    const reason = new Error("stop");
    const exporting = dataset.export(folder, {
      signal: controller.signal,
      onProgress: () => controller.abort(reason),
    });
    await expect(exporting).rejects.toBe(reason);
    expect(readdirSync(folder)).toEqual(["jobs.parquet"]);
    await writeFile(join(folder, "marker"), "");
    await expect(dataset.export(folder, { signal: controller.signal, force: true })).rejects.toBe(reason);
  });
});
