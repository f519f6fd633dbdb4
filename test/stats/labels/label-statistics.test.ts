import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openDataset } from "../../../src/dataset/open-dataset.ts";
import { labelStatistics } from "../../../src/stats/labels/label-statistics.ts";
import { type ColumnLike, columnTypeOf } from "../../../src/tables/column-type-of.ts";
import { fixtureFolder } from "../../dataset/fixture-folder.ts";
import { ingest, openParquetDataset } from "../../dataset/ingest/built.ts";
import { plainRows } from "../../util/plain-rows.ts";
import { temporaryFolder } from "../../util/temporary-folder.ts";
import { BY, FOLDERS, fixture } from "./label-folders.ts";
import { labelledFolder } from "./labelled-folder.ts";
import { expectSame, rowsOf } from "./same-statistics.ts";
import { slowLabelStatistics } from "./slow-label-statistics.ts";

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

  test("puts what is at the edge of a band, bin or cell into the upper one, the last ones closed", async () => {
    // The text of a number that JSON does not know, as Python writes it.
    const infinite = 1e308;
    const annotations = [
      { bbox: [-10, 0, 20, 60], area: 1023.5, percent_occlusion: 0, percent_in_fov: infinite },
      { bbox: [0, 0, 100, 60], area: 1024, percent_occlusion: 5, percent_in_fov: 99.9 },
      { bbox: [25, 15, 50, 30], area: 9216, percent_occlusion: 99.9, percent_in_fov: 100 },
      { bbox: [200, 100, 50, 30], area: 9215, percent_occlusion: 100, percent_in_fov: 4.9 },
      { bbox: [20, 20, 0, 10] },
    ].map((fields, id) => ({ id, image_id: 0, category_id: 1, iscrowd: 0, ...fields }));
    const images = [{ id: 0, frame_number: 0, width: 100, height: 60 }];
    const categories = [{ id: 1, name: "person", color: [1, 0, 0] }];
    const labels = JSON.stringify({ info: {}, categories, images, annotations });
    const folder = await fixtureFolder({
      "a/job.json": { params: {} },
      "a/labels.json": labels.replace(String(infinite), "Infinity"),
    });
    const found = rowsOf(await labelStatistics(await openDataset(folder), { grid: 2 }));
    const counts = (name: string) => found[name]?.map(({ count }) => count);
    const places = (name: string) => counts(name)?.flatMap((count, i) => (count === 0 ? [] : [[i, count]]));
    expect(counts("sizeBands")).toEqual([1, 2, 1]);
    expect(places("occlusion")).toEqual([
      [0, 1],
      [1, 1],
      [19, 2],
    ]);
    expect(places("fieldOfView")).toEqual([
      [0, 1],
      [19, 2],
    ]);
    // The first box is clipped to a tenth of the image, the second is all of it, the third a quarter, the fourth outside.
    expect(places("relativeSizes")).toEqual([
      [0, 1],
      [6, 1],
      [10, 1],
      [19, 1],
    ]);
    expect(counts("positions")).toEqual([0, 0, 1, 3]);
    expect(found.people).toEqual([{ people: 4, frames: 1, share: 1 }]);
    expect(found.jobs).toMatchObject([{ annotations: 5, boxes: 4, box_width: 55, people_per_frame: 4 }]);
  });

  test("leaves out numbers whose squares are none", async () => {
    const images = [1, 2, 3].map((id) => ({
      ...{ id, frame_number: id, width: 100, height: 60 },
      ...{ snr: id < 3 ? 1e200 * id : 7, mean_image_brightness: id < 3 ? 1e308 : 50 },
    }));
    const box = { category_id: 1, iscrowd: 0, area: 1e308 };
    const annotations = [1, 2, 3].map((id) => {
      const bbox = id < 3 ? [1e308, 0, 1e308, 1e200] : [0, 0, 50, 30];
      return { ...box, id, image_id: id, bbox, ...(id === 3 && { area: 900 }) };
    });
    const labels = {
      info: {},
      categories: [{ id: 1, name: "person", color: [1, 0, 0] }],
      images,
      annotations,
    };
    const folder = await fixtureFolder({ "a/job.json": { params: {} }, "a/labels.json": labels });
    const found = rowsOf(await labelStatistics(await openDataset(folder)));
    expect(found.light).toMatchObject([
      { measure: "mean_image_brightness", count: 1, mean: 50 },
      { measure: "snr", count: 1, mean: 7, sd: null },
    ]);
    expect(found.jobs).toMatchObject([{ annotations: 3, boxes: 1, box_width: 50, area: 900, snr: 7 }]);
  });

  test("knows a still device, and one that turns evenly", async () => {
    const cells = [11, 12, 13, 21, 22, 23, 31, 32, 33].map((cell) => `rotation_matrix_m${cell}`);
    const csv = (angles: readonly number[]) =>
      [
        `,time,rep_count_from_start,${cells.join()}`,
        ...angles.map((a, i) =>
          [i, i / 4, i / 8, Math.cos(a), -Math.sin(a), 0, Math.sin(a), Math.cos(a), 0, 0, 0, 1].join(),
        ),
        "",
      ].join("\n");
    const folder = await fixtureFolder({
      "0_params.json": { params: {} },
      "0.csv": csv([1, 1, 1]),
      "1_params.json": { params: {} },
      "1.csv": csv([0.7, 1.3]),
      "2_params.json": { params: {} },
      "2.csv": csv([0, Math.PI / 2, Math.PI, -Math.PI / 2]),
    });
    const { jobs, imu } = await labelStatistics(await openDataset(folder));
    const rows = plainRows(jobs);
    // Evenly about one axis, the mean is not one rotation, and the mean cosine to each is 0.
    expect(rows.map((row) => row.imu_spread_deg)).toEqual([
      expect.closeTo(0, 5),
      expect.closeTo((0.3 * 180) / Math.PI, 9),
      expect.closeTo(90, 9),
    ]);
    expect(rows.map((row) => row.cadence_per_minute)).toEqual([30, 30, 30].map((n) => expect.closeTo(n, 9)));
    expect(rows.map((row) => row.reps)).toEqual([0.25, 0.125, 0.375]);
    expect(plainRows(imu).map(({ measure, q50 }) => [measure, q50])).toEqual([
      ["spread_deg", expect.closeTo((0.3 * 180) / Math.PI, 9)],
      ["duration_s", 0.5],
      ["rate_hz", 4],
    ]);
  });

  test("of a filtered dataset is that of its jobs, and group columns keep their types", async () => {
    const dataset = await openDataset(await labelledFolder());
    const some = await dataset.filter("scene = 'GYM'");
    const { groups, positions } = await labelStatistics(some, { by: ["lit", "frame_rate"] });
    const all = plainRows((await labelStatistics(dataset, { by: ["lit", "frame_rate"] })).groups);
    expect(plainRows(groups)).toEqual(all.filter(({ lit }) => lit === false));
    for (const table of [groups, positions]) {
      expect(columnTypeOf(table.column("lit") as ColumnLike, "lit")).toBe("bool");
      expect(columnTypeOf(table.column("frame_rate") as ColumnLike, "frame_rate")).toBe(
        columnTypeOf(dataset.jobs.column("frame_rate") as ColumnLike, "frame_rate"),
      );
    }
  });

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
