// Ingests one large label file under many job ids with one worker and with two, against JSON.parse of the same bytes in
// this run, and shows the peak memory of all processes together.
// `npm run bench:ingest [GB]`

import { spawn } from "node:child_process";
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

const MB = 1e6;
const GIB = 2 ** 30;
const FILE_BYTES = 20 * MB;

if (process.argv[2] === "--ingest") {
  const [folder, out, workers] = process.argv.slice(3);
  const start = performance.now();
  const { tables, problems } = await ingest(folder, out, { workers: Number(workers) });
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(JSON.stringify({ seconds: (performance.now() - start) / 1000, rows, problems }));
  process.exit();
}

/** A label file like those of people who exercise, with all joints: a fixture's annotations, again and again. */
function makeLabels() {
  const batch = fileURLToPath(new URL("../../fixtures/flagship/batch", import.meta.url));
  const job = readdirSync(batch).find(
    (name) => statSync(join(batch, name)).isDirectory() && !name.startsWith("."),
  );
  const source = JSON.parse(readFileSync(join(batch, job, "labels.json"), "utf8"));
  const images = [];
  const annotations = [];
  let bytes = 0;
  for (let frame = 0; bytes < FILE_BYTES; frame++) {
    const image = { ...source.images[frame % source.images.length], id: frame, frame_number: frame };
    images.push(image);
    const own = source.images[frame % source.images.length].id;
    for (const annotation of source.annotations.filter(({ image_id }) => image_id === own)) {
      const copy = { ...annotation, id: annotations.length, image_id: frame };
      annotations.push(copy);
      bytes += JSON.stringify(copy).length;
    }
  }
  return JSON.stringify({ ...source, images, annotations });
}

/** The resident memory of a process and its children, in bytes. */
function treeRss(pid) {
  try {
    const rss = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) * 1024;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")
      .trim()
      .split(" ")
      .filter(Boolean);
    return children.reduce((sum, child) => sum + treeRss(child), rss);
  } catch {
    return 0;
  }
}

async function timed(folder, out, workers) {
  const child = spawn(
    process.execPath,
    [fileURLToPath(import.meta.url), "--ingest", folder, out, String(workers)],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  let peak = 0;
  const looking = setInterval(() => {
    peak = Math.max(peak, treeRss(child.pid));
  }, 20);
  let said = "";
  for await (const bytes of child.stdout) said += bytes;
  clearInterval(looking);
  return { ...JSON.parse(said), peak };
}

/** The speed of JSON.parse on the same bytes, in MB/s: the median of some runs. */
function parseSpeed(bytes) {
  const speeds = Array.from({ length: 7 }, () => {
    const start = performance.now();
    JSON.parse(bytes);
    return bytes.length / MB / ((performance.now() - start) / 1000);
  });
  return speeds.sort((a, b) => a - b)[3];
}

const total = Number(process.argv[2] ?? 1) * 1000 * MB;
const base = mkdtempSync(join(tmpdir(), "infinity-frames-bench-"));
try {
  const text = makeLabels();
  const bytes = Buffer.from(text);
  const folder = join(base, "jobs");
  mkdirSync(folder);
  writeFileSync(join(base, "labels.json"), bytes);
  const jobs = Math.max(2, Math.round(total / bytes.length));
  for (let job = 0; job < jobs; job++) {
    const own = join(folder, `job-${String(job).padStart(5, "0")}`);
    mkdirSync(own);
    writeFileSync(join(own, "job.json"), JSON.stringify({ params: { number: job } }));
    linkSync(join(base, "labels.json"), join(own, "labels.json"));
  }
  const megabytes = (jobs * bytes.length) / MB;
  console.log(`${jobs} jobs of ${(bytes.length / MB).toFixed(1)} MB: ${megabytes.toFixed(0)} MB of labels`);
  const results = [];
  for (const workers of [1, 2]) {
    const out = join(base, `out-${workers}`);
    const before = parseSpeed(bytes);
    const { seconds, rows, peak } = await timed(folder, out, workers);
    const speed = megabytes / seconds;
    const parse = (before + parseSpeed(bytes)) / 2;
    const bound = GIB + 12 * bytes.length * workers;
    results.push(speed);
    console.log(
      `${workers} worker(s): ${seconds.toFixed(1)} s, ${speed.toFixed(0)} MB/s, ${(speed / workers).toFixed(0)} MB/s a worker, ` +
        `JSON.parse ${parse.toFixed(0)} MB/s (${(speed / workers / parse).toFixed(2)} x), ${rows} rows, ` +
        `peak RSS ${(peak / GIB).toFixed(2)} GiB (bound ${(bound / GIB).toFixed(2)})`,
    );
    rmSync(out, { recursive: true });
  }
  console.log(`two workers: ${(results[1] / results[0]).toFixed(2)} x one`);
} finally {
  rmSync(base, { recursive: true, force: true });
}
