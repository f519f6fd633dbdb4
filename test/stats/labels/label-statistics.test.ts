import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { openDataset } from "../../../src/dataset/open-dataset.ts";
import { type LabelStatistics, labelStatistics } from "../../../src/stats/labels/label-statistics.ts";
import { ingest, openParquetDataset } from "../../dataset/ingest/built.ts";
import { type PlainRow, plainRows } from "../../util/plain-rows.ts";
import { temporaryFolder } from "../../util/temporary-folder.ts";
import { labelledFolder } from "./labelled-folder.ts";
import { slowLabelStatistics } from "./slow-label-statistics.ts";

const fixture = (generator: string) =>
  fileURLToPath(new URL(`../../../fixtures/${generator}/batch`, import.meta.url));

const FOLDERS: Record<string, () => Promise<string>> = {
  visionfit: async () => fixture("visionfit"),
  spills: async () => fixture("spills"),
  sensefit: async () => fixture("sensefit"),
  flagship: async () => fixture("flagship"),
  mixed: labelledFolder,
};
const BY: Record<string, string[]> = {
  visionfit: ["status", "exercise"],
  spills: ["size"],
  sensefit: ["use_random_motion"],
  flagship: ["lighting_power"],
  mixed: ["scene", "lit"],
};

function rowsOf(statistics: LabelStatistics): Record<string, PlainRow[]> {
  return Object.fromEntries(Object.entries(statistics).map(([name, table]) => [name, plainRows(table)]));
}

/** Numbers are the same but for rounding; keypoints may be in another order. */
function expectSame(found: Record<string, PlainRow[]>, expected: Record<string, PlainRow[]>): void {
  const sorted = (rows: PlainRow[] = []) =>
    rows.map((row) => JSON.stringify([row.scene, row.skeleton, row.keypoint, row])).sort();
  expect(Object.keys(found).sort()).toEqual(Object.keys(expected).sort());
  for (const [name, rows] of Object.entries(expected)) {
    if (name === "keypoints") {
      expect(sorted(found[name])).toEqual(sorted(rows));
      continue;
    }
    const close = rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, value]) => [
          key,
          typeof value === "number" && !Number.isInteger(value) ? expect.closeTo(value, 5) : value,
        ]),
      ),
    );
    const rounded = found[name]?.map((row) =>
      Object.fromEntries(Object.entries(row).map(([key, value]) => [key, nearInteger(value)])),
    );
    expect({ [name]: rounded }).toEqual({ [name]: close });
  }
}

function nearInteger(value: unknown): unknown {
  if (typeof value !== "number") return value;
  const near = Math.round(value);
  return Math.abs(value - near) < 1e-9 ? near + 0 : value;
}

describe("labelStatistics()", () => {
  test.each(Object.keys(FOLDERS))(
    "of %s is what plain loops find, in memory and over files",
    async (name) => {
      const folder = await (FOLDERS[name] as () => Promise<string>)();
      const dataset = await openDataset(folder);
      const out = join(await temporaryFolder(), "out");
      await ingest(folder, out, { workers: 1 });
      const parquet = await openParquetDataset(out);
      const [by, categories] = [BY[name] as string[], ["dumbbell", "spill"]];
      for (const options of [{}, { by }, { categories, bins: 7, grid: 5 }]) {
        const whole = { by: [], bins: 20, grid: 16, categories: null, ...options };
        const expected = slowLabelStatistics(dataset, whole);
        for (const source of [dataset, parquet]) {
          expectSame(rowsOf(await labelStatistics(source, options)), expected);
        }
      }
    },
  );

  test.each(["visionfit", "sensefit", "flagship", "mixed"])(
    "of %s has the counts and means of the table of jobs",
    async (name) => {
      const dataset = await openDataset(await (FOLDERS[name] as () => Promise<string>)());
      const jobs = plainRows((await labelStatistics(dataset)).jobs);
      const known = plainRows(dataset.jobs);
      expect(jobs.map(({ job_id, frames, annotations }) => [job_id, frames, annotations])).toEqual(
        known.map(({ job_id, num_frames, num_annotations }) => [job_id, num_frames, num_annotations]),
      );
      for (const [ours, theirs] of [
        ["occlusion", "avg_percent_occlusion"],
        ["field_of_view", "avg_percent_in_fov"],
      ] as const) {
        expect(jobs.map((row) => row[ours])).toEqual(
          known.map((row) => (row[theirs] === null ? null : expect.closeTo(Number(row[theirs]), 9))),
        );
      }
    },
  );

  test("says what is wrong with its options", async () => {
    const dataset = await openDataset(fixture("spills"));
    await expect(labelStatistics(dataset, { by: "sizes" })).rejects.toThrow('"sizes"');
    await expect(labelStatistics(dataset, { bins: 0 })).rejects.toThrow("bins must be a whole number from 1");
    await expect(labelStatistics(dataset, { categories: [] })).rejects.toThrow(
      "categories must have at least one",
    );
    await expect(labelStatistics(dataset, { group: "size" } as object)).rejects.toThrow(
      'There is no option "group"',
    );
    const reason = new Error("stop");
    await expect(labelStatistics(dataset, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  test("cannot group by a column that a result has", async () => {
    const dataset = await openDataset(await labelledFolder());
    const tables = Object.entries(await labelStatistics(dataset));
    const names = new Set(tables.flatMap(([name, table]) => (name === "jobs" ? [] : table.columnNames())));
    for (const by of names) {
      await expect(labelStatistics(dataset, { by })).rejects.toThrow(`Cannot group by "${by}"`);
    }
  });
});
