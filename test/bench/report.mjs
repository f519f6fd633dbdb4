// Times a report of jobs with all keypoints, read from Parquet, in processes that start cold, and says which step takes
// how long. The peer is what the machine can do: Node starting and loading the packages that draw and query.
// `npm run bench:report [jobs]`

import { spawnSync } from "node:child_process";
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ingest } from "../../dist/dataset/ingest/ingest.js";
import { openParquetDataset } from "../../dist/dataset/ingest/open-parquet-dataset.js";
import { report } from "../../dist/report/report.js";

const FRAMES = 60;
const KINDS = 8;
const RUNS = 3;
const MAIN = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

if (process.argv[2] === "--steps") {
  const steps = [];
  let since = performance.now();
  let step = "opening";
  const end = (next) => {
    const now = performance.now();
    if (next !== step) steps.push([step, Math.round(now - since)]);
    if (next !== step) [step, since] = [next, now];
  };
  const options = { outcome: "avg_percent_occlusion", onProgress: (progress) => end(progress.step) };
  const { html } = await report(await openParquetDataset(process.argv[3]), options);
  end("");
  console.log(JSON.stringify({ steps, bytes: html.length }));
  process.exit();
}

/** Label files like those of people who exercise: a fixture's annotations, again and again. */
function makeJobs(base, jobs) {
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
        const percent_occlusion = ((7 * frame) % 60) + 5 * kind;
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
    writeFileSync(join(own, "job.json"), JSON.stringify({ params: paramsOf(number) }));
    linkSync(files[(number * 5) % KINDS], join(own, "labels.json"));
  }
  return folder;
}

/** Thirty parameters, ten of which vary. */
function paramsOf(number) {
  const params = {
    scene: `GYM_${number % 5}`,
    exercise: `EXERCISE_${number % 12}`,
    is_sunny: number % 2 === 0,
  };
  for (let place = 0; place < 7; place++) params[`level_${place}`] = ((number * (2 * place + 3)) % 97) / 97;
  for (let place = 0; place < 20; place++) params[`constant_${place}`] = place;
  return params;
}

function median(values) {
  return values.sort((a, b) => a - b)[values.length >> 1];
}

/** Seconds from the start of a process to its end, and its processor time; the median of some runs. */
function timed(args, after = () => {}) {
  const runs = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    after();
    return (performance.now() - start) / 1000;
  });
  return median(runs);
}

const jobs = Number(process.argv[2] ?? 1000);
const kept = process.env.BENCH_FOLDER;
const base = kept ?? mkdtempSync(join(tmpdir(), "infinity-frames-bench-"));
try {
  const out = join(base, "out");
  if (!readdirSync(base).includes("out")) await ingest(makeJobs(base, jobs), out);
  const { jobIds } = await openParquetDataset(out);
  const html = join(base, "report.html");
  const peer = timed([
    "--input-type=module",
    "-e",
    'await import("vega"); await import("vega-lite"); await import("@duckdb/node-api");',
  ]);
  let bytes = 0;
  const whole = timed(
    [MAIN, "report", out, "--outcome", "avg_percent_occlusion", "--out", html, "--quiet"],
    () => {
      bytes = statSync(html).size;
      rmSync(html);
    },
  );
  console.log(
    `report of ${jobIds.length} jobs x ${FRAMES} frames: ${whole.toFixed(2)} s of a cold process (bound 5), ` +
      `${(whole / peer).toFixed(1)} x loading vega, vega-lite and DuckDB (${peer.toFixed(2)} s); ${(bytes / 1e6).toFixed(2)} MB`,
  );
  const { stdout } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), "--steps", out], {
    encoding: "utf8",
  });
  console.log(
    JSON.parse(stdout)
      .steps.map(([step, ms]) => `${step} ${ms} ms`)
      .join(", "),
  );
} finally {
  if (kept === undefined) rmSync(base, { recursive: true, force: true });
}
