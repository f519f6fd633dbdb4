// What an ingest costs: fixed, a job and a GB of labels; on one core of this machine and on a cluster, from three sets of
// jobs measured in this run; with the bytes, files, tasks and shuffled bytes behind it, and what 10^6 jobs would take.
// `INFINITY_FRAMES_SPARK=sc://HOST:PORT INFINITY_FRAMES_SPARK_UI=http://HOST:PORT npm run bench:scale [jobs] [MB]`

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
import { ingest, ingestOnEngine, openEngine } from "../../dist/index.js";

const MB = 1e6;
const SMALL_JOBS = Number(process.argv[2] ?? 1000);
const LARGE_MB = Number(process.argv[3] ?? 5);
const LARGE_JOBS = Math.max(2, Math.round(400 / LARGE_MB));
const { INFINITY_FRAMES_SPARK: address, INFINITY_FRAMES_SPARK_UI: ui } = process.env;

const base = mkdtempSync(join(tmpdir(), "infinity-frames-bench-"));

/** A label file of a person who exercises, with as many frames as make so many bytes. */
function makeLabels(bytes) {
  const batch = fileURLToPath(new URL("../../fixtures/flagship/batch", import.meta.url));
  const job = readdirSync(batch).find(
    (name) => statSync(join(batch, name)).isDirectory() && !name.startsWith("."),
  );
  const source = JSON.parse(readFileSync(join(batch, job, "labels.json"), "utf8"));
  const images = [];
  const annotations = [];
  let size = 0;
  for (let frame = 0; frame === 0 || size < bytes; frame++) {
    const of = source.images[frame % source.images.length];
    images.push({ ...of, id: frame, frame_number: frame });
    for (const annotation of source.annotations.filter(({ image_id }) => image_id === of.id)) {
      annotations.push({ ...annotation, id: annotations.length, image_id: frame });
      size += JSON.stringify(annotation).length;
    }
  }
  return JSON.stringify({ ...source, images, annotations });
}

function makeJobs(name, jobs, bytes) {
  const folder = join(base, name);
  mkdirSync(folder);
  const labels = join(base, `${name}.json`);
  writeFileSync(labels, makeLabels(bytes));
  for (let job = 0; job < jobs; job++) {
    const own = join(folder, `job-${String(job).padStart(7, "0")}`);
    mkdirSync(own);
    writeFileSync(join(own, "job.json"), JSON.stringify({ params: { number: job } }));
    linkSync(labels, join(own, "labels.json"));
  }
  return { name, folder, jobs, gigabytes: (jobs * statSync(labels).size) / 1e9 };
}

/** What the executors of a cluster have done by now. */
async function clusterTotals() {
  if (ui === undefined) return null;
  const [{ id }] = await (await fetch(`${ui}/api/v1/applications`)).json();
  const executors = await (await fetch(`${ui}/api/v1/applications/${id}/allexecutors`)).json();
  const sum = (key) => executors.reduce((all, each) => all + each[key], 0);
  return {
    tasks: sum("completedTasks"),
    shuffled: sum("totalShuffleWrite"),
    read: sum("totalInputBytes"),
    seconds: sum("totalDuration") / 1000,
  };
}

/** Fixed seconds, seconds a job and seconds a GB that explain three measurements. */
function solve(rows) {
  const matrix = rows.map(({ jobs, gigabytes, seconds }) => [1, jobs, gigabytes, seconds]);
  for (let i = 0; i < 3; i++) {
    const pivot = matrix.slice(i).reduce((a, b) => (Math.abs(a[i]) > Math.abs(b[i]) ? a : b));
    matrix.splice(matrix.indexOf(pivot), 1);
    matrix.splice(i, 0, pivot);
    for (const row of matrix) {
      if (row === pivot) continue;
      const factor = row[i] / pivot[i];
      for (let k = i; k < 4; k++) row[k] -= factor * pivot[k];
    }
  }
  const [fixed, job, gigabyte] = matrix.map((row, i) => row[3] / row[i]);
  return { fixed, job, gigabyte };
}

function tell(label, rows) {
  const { fixed, job, gigabyte } = solve(rows);
  console.log(
    `${label}: ${fixed.toFixed(1)} s + ${(1000 * job).toFixed(2)} ms a job + ${gigabyte.toFixed(1)} s a GB`,
  );
  for (const [jobs, size] of [
    [1e6, rows[0].gigabytes / rows[0].jobs],
    [1e6, rows[2].gigabytes / rows[2].jobs],
  ]) {
    const hours = (fixed + job * jobs + gigabyte * size * jobs) / 3600;
    console.log(
      `  ${jobs} jobs of ${(1000 * size).toFixed(2)} MB, ${(jobs * size).toFixed(0)} GB: ${hours.toFixed(1)} h`,
    );
  }
}

async function measure(sets, run) {
  const rows = [];
  // What is compiled on first use is no cost of jobs.
  await run(sets[0].folder, join(base, "warm"));
  rmSync(join(base, "warm"), { recursive: true });
  for (const set of sets) {
    const out = join(base, "out");
    const before = await clusterTotals();
    const start = performance.now();
    const report = await run(set.folder, out);
    const seconds = (performance.now() - start) / 1000;
    const after = await clusterTotals();
    const sum = (key) => report.tables.reduce((all, table) => all + table[key], 0);
    const told = [
      `${set.jobs} jobs, ${set.gigabytes.toFixed(3)} GB of labels: ${seconds.toFixed(1)} s`,
      `${sum("rows")} rows, ${sum("parts")} files, ${(sum("bytes") / MB).toFixed(1)} MB of Parquet`,
    ];
    if (before !== null && after.tasks > before.tasks) {
      const since = (key) => after[key] - before[key];
      told.push(
        `${since("tasks")} tasks, ${since("seconds").toFixed(1)} s in them, ${(since("read") / MB).toFixed(0)} MB read, ` +
          `${(since("shuffled") / MB).toFixed(1)} MB shuffled`,
      );
    }
    console.log(`  ${told.join("; ")}`);
    rows.push({ ...set, seconds });
    rmSync(out, { recursive: true });
  }
  return rows;
}

try {
  const sets = [
    makeJobs("few", SMALL_JOBS, 0.05 * MB),
    makeJobs("more", 3 * SMALL_JOBS, 0.05 * MB),
    makeJobs("large", LARGE_JOBS, LARGE_MB * MB),
  ];
  console.log("One core here");
  tell("one core", await measure(sets, (folder, out) => ingest(folder, out, { workers: 1 })));
  if (address === undefined) {
    console.log("No cluster: INFINITY_FRAMES_SPARK names none");
  } else {
    const engine = await openEngine(address);
    try {
      console.log(`Spark ${engine.version}`);
      tell("cluster", await measure(sets, (folder, out) => ingestOnEngine(engine, folder, { out })));
    } finally {
      await engine.close();
    }
  }
} finally {
  rmSync(base, { recursive: true, force: true });
}
