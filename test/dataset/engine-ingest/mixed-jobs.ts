import { batchMetadata, labels, motion } from "../fixture-folder.ts";

const PARAMS = { name: "visionfit-v0.4.0", params: { scene: "GYM_1", num_reps: 3, camera_height: "0.5" } };

/** Jobs that an engine reads, and such that are broken, odd or not there; in folders of their own. */
export function mixedJobs(): Record<string, unknown> {
  const job = (job_id: string, design_row: number, status = "completed") => {
    return { job_id, design_row, status, params: PARAMS.params };
  };
  const odd = labels(2, [[50, 10]]) as { images: Record<string, unknown>[] };
  return {
    ".infinity/batch.json": batchMetadata([
      job("a", 0),
      job("z", 1),
      job("gone", 2),
      job("refused", 3, "failed"),
      job("torn", 4),
      job("moving", 5),
    ]),
    "a/job.json": PARAMS,
    "a/labels.json": labels(3, [[90, 5]]),
    "z/job.json": PARAMS,
    "z/labels.json": labels(2, [[80, 15]]),
    "torn/job.json": PARAMS,
    "torn/labels.json": JSON.stringify(labels(3)).slice(0, -20),
    "moving/job.json": PARAMS,
    "moving/data.csv": motion(4),
    "still/job.json": PARAMS,
    "still/data.csv": motion(3).slice(0, -6),
    "plain/labels.json": labels(2),
    "empty/job.json": PARAMS,
    "empty/labels.json": "",
    "folder/job.json": PARAMS,
    "folder/labels.json/": null,
    "typed/job.json": PARAMS,
    "typed/labels.json": {
      ...odd,
      images: odd.images.map((image, i) => ({ ...image, width: i === 0 ? "8" : 8, "odd field": i * 1.5 })),
    },
    "unparsed/job.json": '{"params": {',
    "unparsed/labels.json": labels(1),
  };
}

/** Jobs of a published dataset, some of several cameras. */
export function flatJobs(): Record<string, unknown> {
  return {
    "00001_params.json": PARAMS,
    "00001_cam1_labels.json": labels(2, [[10, 1]]),
    "00001_cam0_labels.json": labels(2, [[20, 2]]),
    "00002_params.json": PARAMS,
    "00002_labels.json": labels(1),
    "00003_params.json": PARAMS,
    "00003_cam0_labels.json": labels(2),
    // Another camera with other categories.
    "00003_cam2_labels.json": { ...labels(1), categories: [{ id: 1, name: "spill" }] },
    "00004.csv": motion(3),
  };
}
