import { mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { openDataset } from "../../src/dataset/open-dataset.ts";
import { plainRows } from "../util/plain-rows.ts";
import { batchMetadata, fixtureFolder, labels, motion } from "./fixture-folder.ts";

const PARAMS = { params: { scene: "GYM_1" } };

describe("openDataset() finds the jobs of", () => {
  test("a downloaded batch, whatever its label files are called", async () => {
    const folder = await fixtureFolder({
      "batch_id.txt": "b-1",
      "a1/job.json": PARAMS,
      "a1/labels.json": labels(1),
      "a2/job.json": PARAMS,
      "a2/video.rgb.json": labels(2),
      "a3/job.json": PARAMS,
      "a3/video.rbg.json": labels(3),
      "a4/job.json": PARAMS,
      "a4/data.csv": motion(4),
      "notes/readme.txt": "not a job",
      ".infinity/tmp/job.json": PARAMS,
    });
    const dataset = await openDataset(folder);
    expect(dataset.jobIds).toEqual(["a1", "a2", "a3", "a4"]);
    expect(dataset.jobs.array("num_frames")).toEqual([1, 2, 3, 4]);
    expect(dataset.jobs.array("status")).toEqual(Array(4).fill("completed"));
    expect(plainRows(dataset.problems)).toEqual([]);
    expect(dataset.imu.array("sample")).toEqual([0, 1, 2, 3]);
  });

  test("a published dataset, with zeros kept and cameras told apart", async () => {
    const folder = await fixtureFolder({
      "00004_params.json": PARAMS,
      "00004_labels.json": labels(1),
      "00004.mp4": "",
      "00005_params.json": PARAMS,
      "00005_cam10_labels.json": labels(3),
      "00005_cam2_labels.json": labels(2),
      "000006.json": labels(4),
      "000006_img_labels.zip": "",
      "00007_params.json": PARAMS,
      "00007.csv": motion(5),
      "00008.mp4": "no job",
      "summary.json": "{}",
    });
    const dataset = await openDataset(folder);
    expect(dataset.jobIds).toEqual(["000006", "00004", "00005", "00007"]);
    expect(dataset.jobs.array("num_frames")).toEqual([4, 1, 5, 5]);
    expect(plainRows(dataset.scenes).map(({ job_id, camera }) => [job_id, camera])).toEqual([
      ["000006", 0],
      ["00004", 0],
      ["00005", 2],
      ["00005", 10],
    ]);
    expect(dataset.categories.numRows()).toBe(3);
    expect(plainRows(dataset.problems)).toEqual([]);
  });

  test("several folders, numbering published ones by folder", async () => {
    const batch = await fixtureFolder({ "a1/job.json": PARAMS, "a1/labels.json": labels(1) });
    const first = await fixtureFolder({ "00000_params.json": PARAMS, "00000_labels.json": "{" });
    const second = await fixtureFolder({ "00000_params.json": PARAMS, "00000_labels.json": labels(2) });
    const dataset = await openDataset([batch, first, `${second}/`]);
    const [one, two] = [`${basename(first)}/00000`, `${basename(second)}/00000`];
    expect(dataset.jobs.array("job_id")).toEqual(["a1", one, two]);
    expect(dataset.images.array("job_id")).toEqual(["a1", two, two]);
    expect(plainRows(dataset.problems)).toMatchObject([{ job_id: one, file: `${one}_labels.json` }]);
  });

  test("folders behind symbolic links", async () => {
    const real = await fixtureFolder({ "job.json": PARAMS, "labels.json": labels(2) });
    const folder = await fixtureFolder({});
    await symlink(real, join(folder, "a1"));
    await symlink(join(folder, "nowhere"), join(folder, "a2"));
    expect((await openDataset(folder)).jobIds).toEqual(["a1"]);
  });
});

describe("openDataset() rejects", () => {
  test("a folder that is not there, or a file", async () => {
    const folder = await fixtureFolder({ "a.txt": "" });
    for (const path of [join(folder, "nowhere"), join(folder, "a.txt")]) {
      await expect(openDataset(path)).rejects.toThrow(
        expect.objectContaining({ name: "DatasetFolderError", code: "DATASET_FOLDER", folder: path }),
      );
    }
  });

  test("a folder without jobs, saying what was expected", async () => {
    const folder = await fixtureFolder({ "readme.txt": "", "sub/other.txt": "" });
    await expect(openDataset(folder)).rejects.toThrow(
      /holds no jobs, expected subfolders .* "job.json".*, or files such as "00004_params.json"/,
    );
  });

  test("jobs that share an id", async () => {
    const folder = await fixtureFolder({ "a1/job.json": PARAMS });
    const other = await fixtureFolder({ "a1/job.json": PARAMS });
    await expect(openDataset([folder, other])).rejects.toThrow(`job a1 is also in "${folder}"`);
    await expect(openDataset([folder, folder])).rejects.toThrow("job a1 is there twice");
    const both = await fixtureFolder({ "00001/job.json": PARAMS, "00001_params.json": PARAMS });
    await expect(openDataset(both)).rejects.toThrow("job 00001 is there twice");
    await expect(openDataset([both, other])).resolves.toBeDefined();
  });

  test("no folders, and an aborted signal", async () => {
    await expect(openDataset([])).rejects.toThrow(TypeError);
    const folder = await fixtureFolder({ "a1/job.json": PARAMS });
    const reason = new Error("stop");
    await expect(openDataset(folder, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  test.each([
    ["{", "it is not JSON"],
    [batchMetadata([], { format_version: 2 }), "at $.format_version"],
    [batchMetadata([{ job_id: "a1", design_row: 0, status: "done", params: {} }]), "at $.jobs[0].status"],
    [batchMetadata([{ job_id: "a1", design_row: 0, status: "failed", params: [] }]), "at $.jobs[0].params"],
    [
      batchMetadata(Array(2).fill({ job_id: "a1", design_row: 0, status: "failed", params: {} })),
      "it lists job a1 twice",
    ],
  ])("batch metadata %#", async (content, reason) => {
    const folder = await fixtureFolder({ ".infinity/batch.json": content, "a1/job.json": PARAMS });
    const opening = openDataset(folder);
    await expect(opening).rejects.toThrow(reason);
    await expect(opening).rejects.toThrow(
      expect.objectContaining({ name: "BatchMetadataError", file: join(folder, ".infinity/batch.json") }),
    );
  });
});

describe("openDataset()", () => {
  test("reads no files; tables are read when asked for, once", async () => {
    const folder = await fixtureFolder({ "a1/job.json": PARAMS, "a1/labels.json": labels(1) });
    const dataset = await openDataset(folder);
    await writeFile(join(folder, "a1/labels.json"), JSON.stringify(labels(5)));
    expect(dataset.images.numRows()).toBe(5);
    await rm(folder, { recursive: true });
    await mkdir(folder);
    expect(dataset.images.numRows()).toBe(5);
    expect(dataset.images).toBe(dataset.images);
    expect(dataset.jobs.numRows()).toBe(1);
  });

  const listed = (...statuses: string[]) => ({
    ".infinity/batch.json": batchMetadata(
      statuses.map((status, row) => ({
        job_id: `j${row}`,
        design_row: row,
        status,
        params: { scene: "GYM_1" },
      })),
    ),
  });

  test("opens a batch of which nothing was downloaded yet", async () => {
    const dataset = await openDataset(await fixtureFolder(listed("in_progress", "failed")), { strict: true });
    expect(dataset.jobs.array("status")).toEqual(["in_progress", "failed"]);
    expect(dataset.images.numRows()).toBe(0);
    expect(dataset.problems.numRows()).toBe(0);
  });

  test("notes jobs that are listed as completed and not there, and rejects them when strict", async () => {
    const folder = await fixtureFolder(listed("in_progress", "failed", "completed"));
    const message =
      `Cannot read job j2: the batch lists it as completed and "${join(folder, "j2")}" is not there, ` +
      "download it again (j2/)";
    const dataset = await openDataset(folder);
    expect(dataset.jobs.array("status")).toEqual(["in_progress", "failed", "missing"]);
    expect(plainRows(dataset.problems)).toEqual([
      { job_id: "j2", file: "j2/", path: null, problem: "missing_job", message },
    ]);
    const strict = await openDataset(folder, { strict: true });
    expect(() => strict.jobs).toThrow(
      expect.objectContaining({ name: "JobFilesError", jobId: "j2", file: "j2/", message }),
    );
  });

  test("needs no more of the batch metadata than tables are made of", async () => {
    const folder = await fixtureFolder({
      ".infinity/batch.json": batchMetadata([], {
        library_version: undefined,
        batch: { id: "b-1", name: "squats" },
        generator: { name: "g", params: [{ name: "n", type: "int" }] },
        jobs: [{ job_id: "j0", design_row: 0, status: "failed", params: { n: "3" } }],
      }),
    });
    expect(plainRows((await openDataset(folder)).jobs)).toMatchObject([
      { job_id: "j0", generator: "g", n: 3 },
    ]);
  });
});
