import { describe, expect, test } from "vitest";
import { openDataset } from "../../src/dataset/open-dataset.ts";
import { columnTypeOf } from "../../src/tables/column-type-of.ts";
import { plainRows } from "../util/plain-rows.ts";
import { batchMetadata, fixtureFolder, labels, motion } from "./fixture-folder.ts";

async function open(files: Readonly<Record<string, unknown>>) {
  return openDataset(await fixtureFolder(files));
}

function typesOf(table: Awaited<ReturnType<typeof open>>["jobs"], ...names: string[]) {
  return names.map((name) => columnTypeOf(table.column(name) as never, name));
}

describe("dataset.jobs", () => {
  test("joins batch metadata, folders and labels", async () => {
    const job = { design_row: 0, status: "completed", params: { scene: "REQUESTED", num_reps: 3 } };
    const dataset = await open({
      ".infinity/batch.json": batchMetadata([
        { ...job, job_id: "z1" },
        { ...job, job_id: "a2", design_row: 1, status: "in_progress" },
        { ...job, job_id: "a3", design_row: 2 },
      ]),
      "z1/job.json": {
        params: {
          num_reps: "14",
          camera_height: "0.708",
          is_sunny: "True",
          scene: 5,
          seconds_per_rep: 2,
          state_id: "7",
        },
      },
      "z1/labels.json": labels(2, [
        [50, 10],
        [100, 0],
      ]),
      "extra/job.json": { name: "other", params: { scene: "X" } },
      "extra/labels.json": labels(1),
    });
    const batch = { batch_id: "b-1", batch_name: "squats", generator: "visionfit-v0.4.0", is_preview: false };
    const none = {
      num_frames: null,
      num_annotations: null,
      avg_percent_in_fov: null,
      avg_percent_occlusion: null,
    };
    const requested = {
      scene: "REQUESTED",
      num_reps: 3,
      camera_height: null,
      is_sunny: null,
      state_id: null,
    };
    const rows = plainRows(dataset.jobs);
    expect(rows).toEqual([
      {
        job_id: "z1",
        ...batch,
        status: "completed",
        design_row: 0,
        ...{
          scene: "5",
          num_reps: 14,
          camera_height: 0.708,
          is_sunny: true,
          state_id: "7",
          seconds_per_rep: 2,
        },
        ...{ num_frames: 2, num_annotations: 2, avg_percent_in_fov: 75, avg_percent_occlusion: 5 },
      },
      {
        job_id: "a2",
        ...batch,
        status: "in_progress",
        design_row: 1,
        ...requested,
        seconds_per_rep: null,
        ...none,
      },
      {
        job_id: "a3",
        ...batch,
        status: "missing",
        design_row: 2,
        ...requested,
        seconds_per_rep: null,
        ...none,
      },
      {
        job_id: "extra",
        batch_id: null,
        batch_name: null,
        generator: "other",
        is_preview: null,
        status: "completed",
        design_row: null,
        ...{ ...requested, scene: "X", num_reps: null },
        seconds_per_rep: null,
        ...{ num_frames: 1, num_annotations: 0, avg_percent_in_fov: null, avg_percent_occlusion: null },
      },
    ]);
    expect(Object.keys(rows[0]!)).toEqual([
      ...["job_id", "batch_id", "batch_name", "generator", "is_preview", "status", "design_row"],
      ...["scene", "num_reps", "camera_height", "is_sunny", "state_id", "seconds_per_rep"],
      ...["num_frames", "num_annotations", "avg_percent_in_fov", "avg_percent_occlusion"],
    ]);
    expect(typesOf(dataset.jobs, "num_reps", "camera_height", "is_sunny", "state_id", "num_frames")).toEqual([
      ...["int32", "float64", "bool", "string", "int32"],
    ]);
    expect(plainRows(dataset.problems)).toMatchObject([{ job_id: "a3", problem: "missing_job" }]);
  });

  test("keeps the declared types where no job has a value", async () => {
    const job = { job_id: "a1", design_row: 0, status: "failed", params: {} };
    const { jobs } = await open({ ".infinity/batch.json": batchMetadata([job]) });
    expect(typesOf(jobs, "scene", "num_reps", "camera_height", "is_sunny", "state_id")).toEqual([
      ...["string", "int32", "float64", "bool", "string"],
    ]);
  });

  test("notes values that are not of the declared type", async () => {
    const job = { job_id: "a1", design_row: 0, status: "completed", params: {} };
    const { jobs, problems } = await open({
      ".infinity/batch.json": batchMetadata([job]),
      "a1/job.json": '{"params": {"num_reps": "1.5", "camera_height": NaN, "is_sunny": 1, "scene": ["x"]}}',
      "a1/labels.json": labels(1),
    });
    expect(plainRows(jobs)).toMatchObject([
      { status: "completed", num_reps: null, camera_height: null, is_sunny: null, scene: null },
    ]);
    expect(plainRows(problems)).toEqual(
      ["scene", "num_reps", "camera_height", "is_sunny"].map((name) => ({
        job_id: "a1",
        file: "a1/job.json",
        path: `$.params.${name}`,
        problem: "wrong_type",
        message: expect.stringContaining(`Parameter "${name}" must be `),
      })),
    );
  });

  test("keeps declared integers beyond 2^53, written as numbers or as texts", async () => {
    const job = (job_id: string) => ({ job_id, design_row: 0, status: "completed", params: {} });
    const { jobs, problems } = await open({
      ".infinity/batch.json": batchMetadata(["a1", "a2", "a3"].map(job)),
      "a1/job.json":
        '{"params": {"num_reps": 9007199254740993, "camera_height": 9007199254740993, "scene": 9007199254740993}}',
      "a1/labels.json": labels(1),
      "a2/job.json": '{"params": {"num_reps": "-9007199254740993"}}',
      "a2/labels.json": labels(1),
      "a3/job.json": '{"params": {"num_reps": 18446744073709551616}}',
      "a3/labels.json": labels(1),
    });
    expect(typesOf(jobs, "num_reps")).toEqual(["int64"]);
    expect(plainRows(jobs)).toMatchObject([
      { num_reps: 2n ** 53n + 1n, camera_height: 2 ** 53, scene: "9007199254740993" },
      { num_reps: -(2n ** 53n) - 1n },
      { num_reps: null },
    ]);
    expect(plainRows(problems)).toMatchObject([
      { job_id: "a1", path: "$.params.num_reps", problem: "unsafe_integer" },
      { job_id: "a2", path: "$.params.num_reps", problem: "unsafe_integer" },
      { job_id: "a3", path: "$.params.num_reps", problem: "wrong_type" },
    ]);
  });

  test("without declared types, makes numbers of columns that hold only numbers", async () => {
    const { jobs, problems } = await open({
      "00000_params.json": {
        params: {
          reps: "14",
          height: "0.708",
          mixed: "2",
          word: "7",
          whole: "3.0",
          big: "9007199254740993",
          odd: 1,
        },
      },
      "00000_labels.json": labels(1),
      "00001_params.json": { params: { reps: 3, height: "1e-1", mixed: "x", whole: "4", odd: true } },
      "00001_labels.json": labels(1),
    });
    expect(plainRows(jobs)).toMatchObject([
      { reps: 14, height: 0.708, mixed: "2", word: 7, whole: 3, big: "9007199254740993", odd: "1" },
      { reps: 3, height: 0.1, mixed: "x", word: null, whole: 4, big: null, odd: "true" },
    ]);
    expect(typesOf(jobs, "reps", "height", "word", "whole", "odd")).toEqual([
      ...["int32", "float64", "int32", "float64", "string"],
    ]);
    expect(plainRows(problems)).toMatchObject([{ job_id: null, path: "jobs.odd", problem: "mixed_types" }]);
  });

  test("keeps whole numbers beyond 2^53 exactly and notes them", async () => {
    const { jobs, problems } = await open({
      "00000_params.json":
        '{"params": {"id": 9007199254740993, "n": 9007199254740991, "neg": -9007199254740993, ' +
        '"huge": 18446744073709551616, "mixed": 9007199254740993}}',
      "00000_labels.json": labels(1),
      "00001_params.json": '{"params": {"id": 5, "neg": "6", "mixed": 0.5}}',
      "00001_labels.json": labels(1),
    });
    expect(typesOf(jobs, "id", "n", "neg", "huge", "mixed")).toEqual([
      ...["int64", "int64", "int64", "string", "string"],
    ]);
    expect(plainRows(jobs)).toMatchObject([
      {
        id: 2n ** 53n + 1n,
        n: 2 ** 53 - 1,
        neg: -(2n ** 53n) - 1n,
        huge: "18446744073709551616",
        mixed: "9007199254740993",
      },
      { id: 5, n: null, neg: 6, huge: null, mixed: "0.5" },
    ]);
    expect(jobs.array("id")).toEqual([2n ** 53n + 1n, 5n]);
    const note = { job_id: "00000", file: "00000_params.json", problem: "unsafe_integer" };
    expect(plainRows(problems)).toMatchObject([
      { ...note, path: "$.params.id", message: expect.stringContaining("9007199254740993") },
      { ...note, path: "$.params.neg" },
      { ...note, path: "$.params.huge", message: expect.stringContaining("64 bits") },
      { ...note, path: "$.params.mixed" },
      { problem: "mixed_types", path: "jobs.mixed" },
    ]);
  });

  test("keeps keys and parameters apart from parameters and summaries of their names", async () => {
    const { jobs, problems } = await open({
      "00000_params.json":
        '{"params": {"num_frames": 30, "status": "open", "param_job_id": 1, "job_id": 2, "__proto__": 3, "constructor": 4}}',
      "00000_labels.json": labels(2),
    });
    const [row] = plainRows(jobs);
    expect(row).toMatchObject({
      job_id: "00000",
      status: "completed",
      param_status: "open",
      param_job_id: 2,
      param_param_job_id: 1,
      param___proto__: 3,
      num_frames: 30,
      label_num_frames: 2,
      num_annotations: 0,
    });
    expect(Object.hasOwn(row!, "constructor") && row?.constructor).toBe(4);
    expect(plainRows(problems)).toMatchObject([{ problem: "renamed_field", path: "jobs.__proto__" }]);
  });

  test("means run over the people of all cameras", async () => {
    const { jobs } = await open({
      "00005_params.json": { params: {} },
      "00005_cam0_labels.json": labels(3, [[90, 0]]),
      "00005_cam1_labels.json": labels(3, [
        [30, 50],
        [60, 40],
      ]),
      "00006_params.json": { params: {} },
      "00006.csv": motion(4),
    });
    expect(plainRows(jobs)).toMatchObject([
      { num_frames: 6, num_annotations: 3, avg_percent_in_fov: 60, avg_percent_occlusion: 30 },
      { num_frames: 4, num_annotations: null, avg_percent_in_fov: null, avg_percent_occlusion: null },
    ]);
  });

  test("unites the parameters of batches", async () => {
    const generator = (params: object[]) => ({ name: "g", version: "1", params, options: {} });
    const job = (job_id: string, params: object) => [{ job_id, design_row: 0, status: "failed", params }];
    const param = (name: string, type: string) => ({ name, type, default_value: 0, options: null });
    const one = await fixtureFolder({
      ".infinity/batch.json": batchMetadata(job("a1", { size: 3, tag: 1 }), {
        generator: generator([param("size", "int"), param("tag", "int")]),
      }),
    });
    const two = await fixtureFolder({
      ".infinity/batch.json": batchMetadata(job("a2", { size: 2.5, tag: "x" }), {
        generator: generator([param("tag", "str"), param("size", "float")]),
      }),
    });
    const { jobs } = await openDataset([one, two]);
    expect(plainRows(jobs)).toMatchObject([
      { job_id: "a1", size: 3, tag: "1" },
      { job_id: "a2", size: 2.5, tag: "x" },
    ]);
    expect(typesOf(jobs, "size", "tag")).toEqual(["float64", "string"]);
  });
});
