import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, it } from "vitest";
import { partitionKey } from "../../../src/dataset/ingest/partition-key.ts";
import { treeOf } from "../../faults/util/tree-of.ts";
import { temporaryFolder } from "../../util/temporary-folder.ts";
import { batchMetadata, fixtureFolder, labels } from "../fixture-folder.ts";
import { ingest, openParquetDataset } from "./built.ts";
import { expectSame } from "./expect-same.ts";

async function query(sql: string): Promise<unknown[][]> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll(sql)).getRows();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

const PARAMS: Record<string, Record<string, unknown>> = {
  a: { exercise: "squat", num_reps: "14", camera_height: 0.5, frame_rate: 24 },
  b: { exercise: "push up", num_reps: 3, camera_height: "0.50", frame_rate: 24 },
  c: { exercise: "squat", num_reps: 14, frame_rate: "24.0" },
  d: { exercise: null, camera_height: 2 },
};

/** Columns that label tables have, too. */
const LABEL_COLUMNS = ["job_id", "camera_height"];

async function jobs(): Promise<string> {
  const files: Record<string, unknown> = {
    ".infinity/batch.json": batchMetadata(
      Object.entries(PARAMS).map(([job_id, params], design_row) => ({
        job_id,
        design_row,
        status: "completed",
        params,
      })),
    ),
  };
  for (const [id, params] of Object.entries(PARAMS)) {
    files[`${id}/job.json`] = { params };
    files[`${id}/labels.json`] = labels(2, [[50, 10]]);
  }
  return fixtureFolder(files);
}

describe("ingest() by partitions", () => {
  it.each([[["exercise"]], [["num_reps", "camera_height"]], [["num_frames"]], [["job_id", "frame_rate"]]])(
    "lays files out by %j, and keeps the tables as they are",
    async (partitionBy) => {
      const folder = await jobs();
      const out = join(await temporaryFolder(), "out");
      await ingest(folder, out, { partitionBy, partBytes: 1000 });
      await expectSame(out, folder);
      const dataset = await openParquetDataset(out);
      expect(dataset.about).toMatchObject({
        partitionBy,
        batchIds: ["b-1"],
        generators: ["visionfit-v0.4.0"],
      });
      const table = await dataset.table("jobs");
      const wanted = table.objects().map((job) => {
        const row = job as Record<string, unknown>;
        return [row.job_id, ...partitionBy.map((column) => partitionKey(row[column]))];
      });
      const names = partitionBy.map((column) => (LABEL_COLUMNS.includes(column) ? `${column}_key` : column));
      const read = await query(
        `SELECT DISTINCT job_id, ${names.join()} FROM read_parquet('${out}/annotations/**/*.parquet', hive_partitioning = true) ORDER BY job_id`,
      );
      const missing = (key: unknown) => (key === "__HIVE_DEFAULT_PARTITION__" ? null : key);
      expect(read.map((row) => row.map(missing))).toEqual(wanted.map((row) => row.map(missing)));
      expect((await readdir(join(out, "jobs"))).every((name) => name.startsWith("part-"))).toBe(true);
      // A table without rows has the same folders, so that engines find the same columns.
      expect((await readdir(join(out, "imu")))[0]).toMatch(new RegExp(`^${names[0]}=`));
    },
  );

  it("moves files when other columns are asked for, and reads no job again", async () => {
    const folder = await jobs();
    const [out, direct] = [join(await temporaryFolder(), "out"), join(await temporaryFolder(), "out")];
    await ingest(folder, out);
    const files = async (path: string) =>
      Object.keys(await treeOf(join(path, "images"))).filter((file) => file.includes("="));
    for (const partitionBy of [["num_reps", "exercise"], []]) {
      expect((await ingest(folder, out, { partitionBy })).jobs).toMatchObject({ read: 0, kept: 4 });
      await expectSame(out, folder, { everyFile: false });
      await ingest(folder, direct, { partitionBy, force: true });
      const folders = (paths: string[]) => paths.filter((path) => !path.endsWith(".parquet"));
      expect(folders(await files(out))).toEqual(folders(await files(direct)));
    }
  });

  it("moves rows when the value of a job changes", async () => {
    const folder = await jobs();
    const out = join(await temporaryFolder(), "out");
    await ingest(folder, out, { partitionBy: ["num_reps"] });
    await writeFile(join(folder, "b", "job.json"), JSON.stringify({ params: { num_reps: 14 } }));
    await ingest(folder, out, { partitionBy: ["num_reps"] });
    expect(await readdir(join(out, "images"))).toEqual([
      "num_reps=_14",
      "num_reps=__HIVE_DEFAULT_PARTITION__",
    ]);
    await expectSame(out, folder);
  });

  it("names a column that jobs do not have", async () => {
    const out = join(await temporaryFolder(), "out");
    await expect(ingest(await jobs(), out, { partitionBy: ["exercize"] })).rejects.toThrow(
      'Cannot partition by "exercize": the table jobs has no such column (did you mean "exercise"?)',
    );
    // Nothing was read.
    await expect(readdir(out)).rejects.toThrow("ENOENT");
  });

  it("takes a column that only the last parameter file has", async () => {
    const folder = await fixtureFolder({ "a/job.json": {}, "b/job.json": { params: { rare: 1 } } });
    const out = join(await temporaryFolder(), "out");
    await expect(ingest(folder, out, { partitionBy: ["rare", "param_status"] })).rejects.toThrow(
      "param_status",
    );
    expect((await ingest(folder, out, { partitionBy: ["rare"] })).jobs.read).toBe(2);
  });
});
