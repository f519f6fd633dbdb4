import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { summarizeBatchResults } from "../../src/dataset/summarize-batch-results.ts";
import { connect, serve } from "../util/serve.ts";
import { temporaryFolder } from "../util/temporary-folder.ts";

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
