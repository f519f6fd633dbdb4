// Times the label statistics of jobs with all keypoints, read from Parquet, against one aggregate of the same keypoints
// typed into DuckDB, both in this run.
// `npm run bench:label-statistics [jobs]`

import { linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { ingest } from "../../dist/dataset/ingest/ingest.js";
import { openParquetDataset } from "../../dist/dataset/ingest/open-parquet-dataset.js";
import { labelStatistics } from "../../dist/stats/labels/label-statistics.js";

const jobs = Number(process.argv[2] ?? 1000);
const FRAMES = 60;
const KINDS = 4;
const RUNS = 7;

const base = mkdtempSync(join(tmpdir(), "infinity-frames-bench-"));

/** Label files like those of people who exercise: a fixture's annotations, again and again. */
function makeJobs() {
  const batch = fileURLToPath(new URL("../../fixtures/flagship/batch", import.meta.url));
  const [job] = readdirSync(batch, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map(({ name }) => name);
  const source = JSON.parse(readFileSync(join(batch, job, "labels.json"), "utf8"));
  const files = Array.from({ length: KINDS }, (_, kind) => {
    const images = [];
    const annotations = [];
    for (let frame = 0; frame < FRAMES; frame++) {
      const image = source.images[(frame + kind) % source.images.length];
      images.push({ ...image, id: 3 * frame, frame_number: frame, rep_count_from_start: frame / 12 });
      for (const annotation of source.annotations.filter(({ image_id }) => image_id === image.id)) {
        const percent_occlusion = (7 * frame + kind) % 100;
        annotations.push({ ...annotation, id: annotations.length, image_id: 3 * frame, percent_occlusion });
      }
    }
    const path = join(base, `labels-${kind}.json`);
    writeFileSync(path, JSON.stringify({ ...source, images, annotations }));
    return path;
  });
  const folder = join(base, "jobs");
  for (let number = 0; number < jobs; number++) {
    const own = join(folder, `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`);
    mkdirSync(own, { recursive: true });
    const params = { scene: `GYM_${number % 5}`, frame_rate: 12 };
    writeFileSync(join(own, "job.json"), JSON.stringify({ params }));
    linkSync(files[number % KINDS], join(own, "labels.json"));
  }
  return folder;
}

async function aggregate(paths) {
  const database = await DuckDBInstance.create(":memory:");
  const connection = await database.connect();
  const files = paths.map((path) => `'${path}'`).join(", ");
  await (
    await connection.run(`SELECT skeleton, keypoint, v, count(*) FROM read_parquet([${files}]) GROUP BY ALL`)
  ).getRows();
  connection.closeSync();
  database.closeSync();
}

async function medianOf(work) {
  await work();
  const times = [];
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[RUNS >> 1];
}

try {
  const out = join(base, "out");
  await ingest(makeJobs(), out);
  const dataset = await openParquetDataset(out);
  const keypoints = await dataset.numRows("keypoints");
  console.log(`${jobs} jobs of ${FRAMES} frames, ${keypoints} keypoints; medians of ${RUNS} runs`);
  const peer = await medianOf(() => aggregate(dataset.parts("keypoints").map(({ path }) => path)));
  console.log(`keypoints counted by DuckDB      ${peer.toFixed(0).padStart(6)} ms`);
  for (const [name, options] of [
    ["label statistics", {}],
    ["label statistics by a parameter", { by: "scene" }],
  ]) {
    const time = await medianOf(() => labelStatistics(dataset, options));
    console.log(`${name.padEnd(32)} ${time.toFixed(0).padStart(6)} ms  ${(time / peer).toFixed(2)} x`);
  }
} finally {
  rmSync(base, { recursive: true, force: true });
}
