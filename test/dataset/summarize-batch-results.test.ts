import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { summarizeBatchResults } from "../../src/dataset/summarize-batch-results.ts";
import { connect, serve } from "../util/serve.ts";
import { temporaryFolder } from "../util/temporary-folder.ts";
import { batchMetadata, fixtureFolder, labels } from "./fixture-folder.ts";

test("summarizeBatchResults() gives a row per readable job, with its folder, labels and parameters", async () => {
  const folder = join(await temporaryFolder(), "batch");
  const session = await connect(serve());
  const batch = await session.submit(
    [1, 2, 3].map((num_reps) => ({ num_reps, frame_rate: 6, image_width: 128 })),
  );
  await batch.download(folder);
  const [first, broken, last] = batch.jobIds as [string, string, string];
  writeFileSync(join(folder, broken, "video.rgb.json"), "{");

  const summary = await summarizeBatchResults(folder);
  const [job_path, job_id, ...rest] = summary.columnNames();
  expect([job_path, job_id]).toEqual(["job_path", "job_id"]);
  expect(rest.slice(0, 4)).toEqual([
    "num_frames",
    "num_annotations",
    "avg_percent_in_fov",
    "avg_percent_occlusion",
  ]);
  expect(rest.slice(4).sort()).toEqual(session.space.names.sort());
  expect(summary.objects()).toMatchObject([
    { job_path: join(folder, first), job_id: first, num_reps: 1, image_width: 128 },
    { job_path: join(folder, last), job_id: last, num_reps: 3, image_width: 128 },
  ]);
  const frames = summary.array("num_frames") as number[];
  expect(frames[1]).toBeGreaterThan(2 * frames[0]!);
});

test("summarizeBatchResults() tells parameters and summaries of one name apart and leaves unreadable jobs out", async () => {
  const job = (job_id: string, status: string) => ({
    job_id,
    design_row: 0,
    status,
    params: { num_frames: 9 },
  });
  const folder = await fixtureFolder({
    ".infinity/batch.json": batchMetadata([
      ...[job("a1", "completed"), job("a2", "failed"), job("a3", "in_progress"), job("a4", "completed")],
    ]),
    "a1/job.json": { params: { num_frames: 9, job_id: 3, label_num_annotations: 4 } },
    "a1/labels.json": labels(2, [[50, 25]]),
  });
  const summary = await summarizeBatchResults(folder);
  expect(summary.columnNames()).toEqual([
    ...[
      "job_path",
      "job_id",
      "label_num_frames",
      "num_annotations",
      "avg_percent_in_fov",
      "avg_percent_occlusion",
    ],
    ...["scene", "num_reps", "camera_height", "is_sunny", "state_id"],
    ...["num_frames", "param_job_id", "label_num_annotations"],
  ]);
  expect(summary.objects()).toMatchObject([
    {
      job_path: join(folder, "a1"),
      job_id: "a1",
      label_num_frames: 2,
      num_frames: 9,
      avg_percent_occlusion: 25,
    },
  ]);
});

test("summarizeBatchResults() stops at an aborted signal", async () => {
  const folder = await fixtureFolder({ "a1/job.json": { params: {} }, "a1/labels.json": labels(1) });
  const controller = new AbortController();
  const reason = new Error("stop");
  const summing = summarizeBatchResults(folder, { signal: controller.signal });
  controller.abort(reason);
  await expect(summing).rejects.toBe(reason);
});
