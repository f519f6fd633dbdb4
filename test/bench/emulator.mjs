// Counts the results that the emulator builds in a second, and what memory many of them take.
// `npm run bench:emulator [jobs]`

import { createEmulator } from "infinity-frames/emulator";

const jobs = Number(process.argv[2] ?? 200);
const JOB = { name: "visionfit-v0.3.1", is_preview: false };
const PARAMS = { frame_rate: 6, num_reps: 4, image_width: 256, image_height: 256 };

/** Archives of finished jobs, one after the other. */
async function* archives(masks) {
  const emulator = createEmulator({ jobDurationMs: 0, masks, quota: Number.MAX_SAFE_INTEGER });
  const headers = { Authorization: `Token ${emulator.token}` };
  const job_runs = Array.from({ length: jobs }, (_, i) => ({
    ...JOB,
    param_values: { ...PARAMS, relative_height: (i % 9) - 4 },
  }));
  const body = JSON.stringify({ name: "bench", job_runs });
  const request = new Request("http://emulator/api/batch/", { method: "POST", headers, body });
  const batch = await (await emulator.fetch(request)).json();
  const summary = new Request(`http://emulator/api/batch/${batch.id}/summary/`, { headers });
  for (const { result_url } of (await (await emulator.fetch(summary)).json()).job_runs) {
    yield await (await emulator.fetch(new Request(result_url))).arrayBuffer();
  }
}

const results = [];
for (const masks of [false, true]) {
  let [count, bytes, early] = [0, 0, 0];
  const start = performance.now();
  for await (const archive of archives(masks)) {
    bytes += archive.byteLength;
    if (++count === Math.ceil(jobs / 10)) early = process.memoryUsage().rss;
  }
  const seconds = (performance.now() - start) / 1000;
  results.push({
    masks,
    jobs,
    "jobs/s": Number((jobs / seconds).toFixed(1)),
    "KB/job": Math.round(bytes / jobs / 1024),
    "MB after a tenth": Math.round(early / 2 ** 20),
    "MB at the end": Math.round(process.memoryUsage().rss / 2 ** 20),
  });
}
console.table(results);
console.log(
  `visionfit-v0.3.1, 4 repetitions at 6 frames a second, 256 x 256, one core, in process, Node ${process.version}.\n` +
    "Most of the time: with masks, compressing pictures; without, the labels' JSON and its compression.",
);
