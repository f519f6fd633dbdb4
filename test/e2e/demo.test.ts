import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tableFromIPC } from "apache-arrow";
import { beforeAll, describe, expect, it } from "vitest";
import { openDataset } from "../../src/dataset/open-dataset.ts";
import { plainRows } from "../util/plain-rows.ts";
import { readParquetEverywhere } from "../util/read-parquet-everywhere.ts";
import { runCli } from "../util/run-cli.ts";
import type { CliRun } from "../util/start-cli.ts";

const TABLES = [
  "annotations",
  "categories",
  "cuboids",
  "images",
  "imu",
  "jobs",
  "keypoints",
  "problems",
  "scenes",
];

describe("infinity-frames demo", () => {
  let folder: string;
  let first: CliRun;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "infinity-frames-"));
    first = await runCli("demo", "--out", join(folder, "first"));
    return () => rm(folder, { recursive: true, force: true });
  });

  it("tells every step on stderr", () => {
    expect(first.status).toBe(0);
    const steps = [...first.stderr.matchAll(/^(\w+) /gm)].map((match) => match[1]);
    const order = [
      "session",
      "design",
      "validate",
      "estimate",
      "submit",
      "wait",
      "download",
      "read",
      "write",
    ];
    expect([...new Set(steps)]).toEqual(order);
    expect(first.stderr).toContain("validate  0 problems");
  });

  it("answers how the distance of the camera moves the size of a box", () => {
    const rows = [...first.stdout.matchAll(/│ \d+ +│ ([\d.]+) +│ (\d+) +│ (\d+) +│ [\d.]+ +│/g)];
    const [distances, frames, areas] = [1, 2, 3].map((column) => rows.map((row) => Number(row[column])));
    expect(distances).toEqual([1.5, 2.5, 3.5, 4.5, 5.25]);
    expect(Math.min(...frames!)).toBeGreaterThan(10);
    for (let i = 1; i < areas!.length; i++) expect(areas![i]!).toBeLessThan(areas![i - 1]!);
    // Beyond the range where people leave the frame, a box shrinks with the square of the distance.
    expect(areas![3]! / areas![4]!).toBeCloseTo((5.25 / 4.5) ** 2, 1);
    expect(first.stdout).toContain(join(folder, "first", "tables"));
  });

  it("gives the same numbers a second time", async () => {
    const second = await runCli("demo", "--out", join(folder, "second"));
    expect(second.stdout).toBe(first.stdout.replaceAll("first", "second"));
    for (const table of TABLES) {
      const bytes = (run: string) => readFile(join(folder, run, "tables", `${table}.parquet`));
      expect((await bytes("second")).equals(await bytes("first"))).toBe(true);
    }
  });

  it("writes every tidy table as Parquet and one as Arrow", async () => {
    const files = (await readdir(join(folder, "first", "tables"))).sort();
    expect(files).toEqual([...TABLES.map((name) => `${name}.parquet`), "boxes.arrow"].sort());
    const boxes = tableFromIPC(await readFile(join(folder, "first", "tables", "boxes.arrow")));
    expect(boxes.numRows).toBeGreaterThan(100);
    expect(boxes.schema.fields.map(({ name }) => name)).toContain("camera_distance");
  });

  it.each(TABLES)(
    "writes %s so that hyparquet, DuckDB and parquetjs-lite read what the dataset holds",
    async (name) => {
      const dataset = await openDataset(join(folder, "first", "batch"));
      const expected = plainRows(dataset.table(name as "jobs"));
      const { hyparquet, duckdb, parquetjs } = await readParquetEverywhere(
        join(folder, "first", "tables", `${name}.parquet`),
      );
      expect(hyparquet).toEqual(expected);
      expect(duckdb).toEqual(expected);
      expect(parquetjs).toEqual(expected);
    },
  );

  it("joins what came back to the design, row by row", async () => {
    const { jobs } = await openDataset(join(folder, "first", "batch"));
    expect(jobs.array("design_row")).toEqual(Array.from({ length: 30 }, (_, row) => row));
    expect(jobs.array("camera_distance").slice(0, 5)).toEqual([1.5, 2.5, 3.5, 4.5, 5.25]);
    expect(new Set(jobs.array("batch_name"))).toEqual(new Set(["demo"]));
    expect(new Set(jobs.array("status"))).toEqual(new Set(["completed"]));
  });

  it("does not write into a folder that holds something", async () => {
    const again = await runCli("demo", "--out", join(folder, "first"));
    expect(again.status).toBe(2);
    expect(again.stderr).toContain(
      `--out must be an empty or new folder, ${join(folder, "first")} holds something`,
    );
  });
});
