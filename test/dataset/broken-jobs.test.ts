import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openDataset } from "../../src/dataset/open-dataset.ts";
import { plainRows } from "../util/plain-rows.ts";
import { batchMetadata, fixtureFolder, labels, motion } from "./fixture-folder.ts";

const PARAMS = { params: { scene: "GYM_1" } };
const UUID = "0f8b1a52-6a7e-4a5e-9a43-0123456789ab";
const GOOD = { "good/job.json": PARAMS, "good/labels.json": labels(2) };

describe("a broken job fails alone:", () => {
  test.each<[string, Record<string, unknown>, object, object]>([
    [
      "an empty folder named like a job",
      { [`${UUID}/`]: null },
      { job_id: UUID, file: `${UUID}/`, problem: "empty_folder" },
      { name: "JobFilesError", code: "JOB_FILES", jobId: UUID, file: `${UUID}/` },
    ],
    [
      "no job.json",
      { "bad/labels.json": labels(1) },
      { job_id: "bad", file: "bad/job.json", problem: "missing_job_json" },
      { name: "JobFilesError", jobId: "bad", file: "bad/job.json" },
    ],
    [
      "neither labels nor samples",
      { "bad/job.json": PARAMS, "bad/video.mp4": "" },
      { job_id: "bad", file: "bad/", problem: "missing_labels" },
      { name: "JobFilesError", jobId: "bad" },
    ],
    [
      "a truncated job.json",
      { "bad/job.json": '{"params": {', "bad/labels.json": labels(1) },
      { job_id: "bad", file: "bad/job.json", path: "line 1", problem: "broken_file" },
      { name: "LabelFileError", file: "bad/job.json" },
    ],
    [
      "truncated labels",
      { "bad/job.json": PARAMS, "bad/labels.json": JSON.stringify(labels(3)).slice(0, -20) },
      { job_id: "bad", file: "bad/labels.json", path: "line 1", problem: "broken_file" },
      { name: "LabelFileError", file: "bad/labels.json", jobId: "bad" },
    ],
    [
      "labels of another kind",
      { "bad/job.json": PARAMS, "bad/labels.json": { categories: [], images: {} } },
      {
        job_id: "bad",
        path: "$.images",
        message:
          'Cannot read labels of job bad: "images" must be an array, got an object (bad/labels.json at $.images)',
      },
      { name: "LabelFileError", path: "$.images" },
    ],
    [
      "a torn data.csv",
      { "bad/job.json": PARAMS, "bad/data.csv": motion(3).slice(0, -6) },
      { job_id: "bad", file: "bad/data.csv", path: "line 4", problem: "broken_file" },
      { name: "LabelFileError", file: "bad/data.csv", path: "line 4" },
    ],
  ])("%s", async (_, files, problem, error) => {
    const folder = await fixtureFolder({ ...GOOD, ...files });
    const dataset = await openDataset(folder);
    const rows = plainRows(dataset.jobs).sort(
      (a, b) => Number(b.job_id === "good") - Number(a.job_id === "good"),
    );
    expect(rows).toMatchObject([
      { job_id: "good", status: "completed", num_frames: 2 },
      { status: "failed" },
    ]);
    expect(plainRows(dataset.problems)).toMatchObject([problem]);
    expect(plainRows(dataset.images).filter(({ job_id }) => job_id === "good")).toHaveLength(2);

    const strict = await openDataset(folder, { strict: true });
    expect(() => strict.jobs).toThrow(expect.objectContaining(error));
    expect(() => strict.images).toThrow(expect.objectContaining(error));
    await expect(strict.load()).rejects.toThrow(expect.objectContaining(error));
  });

  test("and keeps the rows of files that are whole", async () => {
    const dataset = await openDataset(
      await fixtureFolder({
        "00000_params.json": PARAMS,
        "00000_cam0_labels.json": labels(2),
        "00000_cam1_labels.json": "{",
      }),
    );
    expect(plainRows(dataset.jobs)).toMatchObject([{ status: "failed", scene: "GYM_1", num_frames: 2 }]);
    expect(dataset.images.array("camera")).toEqual([0, 0]);
    expect(plainRows(dataset.problems)).toMatchObject([{ file: "00000_cam1_labels.json" }]);
  });

  test("when a file cannot be read at all", async () => {
    const folder = await fixtureFolder({ "a1/job.json": PARAMS });
    await mkdir(join(folder, "a1/labels.json"));
    const dataset = await openDataset(folder);
    expect(plainRows(dataset.jobs)).toMatchObject([{ status: "failed" }]);
    expect(plainRows(dataset.problems)).toMatchObject([
      { problem: "broken_file", file: "a1/labels.json", message: expect.stringContaining("cannot be read") },
    ]);
  });

  test("with the requested parameters where its own are gone", async () => {
    const job = { job_id: "bad", design_row: 4, status: "completed", params: { num_reps: 6 } };
    const dataset = await openDataset(
      await fixtureFolder({ ".infinity/batch.json": batchMetadata([job]), "bad/": null }),
    );
    expect(plainRows(dataset.jobs)).toMatchObject([{ status: "failed", design_row: 4, num_reps: 6 }]);
  });
});

describe("a job is not broken", () => {
  test("when it is a preview without labels", async () => {
    const job = { job_id: "a1", design_row: 0, status: "completed", params: {} };
    const files = { "a1/job.json": PARAMS, "a1/video_preview.png": "" };
    const bare = await openDataset(await fixtureFolder(files));
    expect(plainRows(bare.jobs)).toMatchObject([{ status: "completed", is_preview: null, num_frames: null }]);
    expect(bare.problems.numRows()).toBe(0);

    const metadata = (is_preview: boolean) => ({
      ".infinity/batch.json": batchMetadata([job], { is_preview }),
    });
    const preview = await openDataset(await fixtureFolder({ ...files, ...metadata(true) }));
    expect(plainRows(preview.jobs)).toMatchObject([{ status: "completed", is_preview: true }]);
    const standard = await openDataset(await fixtureFolder({ ...files, ...metadata(false) }));
    expect(plainRows(standard.jobs)).toMatchObject([{ status: "failed", is_preview: false }]);
    const video = await openDataset(await fixtureFolder({ ...files, "a1/video.rgb.mp4": "" }));
    expect(plainRows(video.jobs)).toMatchObject([{ status: "failed" }]);
  });

  test("when another label file of it stands aside, which is noted", async () => {
    const dataset = await openDataset(
      await fixtureFolder({
        "a1/job.json": PARAMS,
        "a1/labels.json": labels(2),
        "a1/video.rgb.json": labels(5),
        "00001.json": labels(7),
        "00001_labels.json": labels(1),
      }),
    );
    expect(plainRows(dataset.jobs)).toMatchObject([
      { job_id: "a1", status: "completed", num_frames: 2 },
      { job_id: "00001", status: "completed", num_frames: 1 },
    ]);
    expect(plainRows(dataset.problems)).toMatchObject([
      { job_id: "a1", file: "a1/video.rgb.json", problem: "unread_file" },
      { job_id: "00001", file: "00001.json", problem: "unread_file" },
    ]);
  });

  test("when it was listed as running and its files came later, but is when the service says so", async () => {
    const job = { design_row: 0, params: {} };
    const files = {
      "a1/job.json": PARAMS,
      "a1/labels.json": labels(1),
      "a2/job.json": PARAMS,
      "a2/labels.json": labels(1),
    };
    const metadata = batchMetadata([
      { ...job, job_id: "a1", status: "in_progress" },
      { ...job, job_id: "a2", status: "failed" },
    ]);
    const { jobs } = await openDataset(await fixtureFolder({ ...files, ".infinity/batch.json": metadata }));
    expect(jobs.array("status")).toEqual(["completed", "failed"]);
  });
});
