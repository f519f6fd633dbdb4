// Times queries over Parquet parts of 10,000,000 annotations against the same queries typed into DuckDB, both in this run.
// `npm run bench:sql [rows]`

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { sql } from "infinity-frames";

const rows = Number(process.argv[2] ?? 10_000_000);
const RUNS = 9;
const PARTS = 16;
const JOBS = 10_000;

const folder = mkdtempSync(join(tmpdir(), "infinity-frames-bench-"));
const partOf = (part) => join(folder, `annotations-${part}.parquet`);
const annotations = Array.from({ length: PARTS }, (_, part) => partOf(part));
const jobs = join(folder, "jobs.parquet");

/** Parts as ingest writes them: sorted by job, a few of them to each part. */
async function makeParts() {
  const database = await DuckDBInstance.create(":memory:");
  const connection = await database.connect();
  const perPart = Math.ceil(rows / PARTS);
  for (const [part, path] of annotations.entries()) {
    const [start, end] = [part * perPart, Math.min(rows, (part + 1) * perPart)];
    await connection.run(`COPY (
      SELECT 'job-' || lpad((range * ${JOBS} // ${rows})::VARCHAR, 32, '0') AS job_id, range AS annotation_id,
        (range // 20)::INTEGER AS image_id, (hash(range) % 12)::INTEGER AS category_id, hash(range + 1) % 100000 / 7 AS area,
        hash(range + 2) % 1000 / 10 AS percent_in_fov, hash(range + 3) % 1920 / 2 AS bbox_x, hash(range + 4) % 1080 / 2 AS bbox_y
      FROM range(${start}, ${end})) TO '${path}' (FORMAT parquet, COMPRESSION snappy)`);
  }
  await connection.run(`COPY (
    SELECT 'job-' || lpad(range::VARCHAR, 32, '0') AS job_id, 'GYM_' || range % 9 AS scene, range % 7 / 2 AS camera_height
    FROM range(${JOBS})) TO '${jobs}' (FORMAT parquet)`);
  connection.closeSync();
  database.closeSync();
}

async function direct(query) {
  const database = await DuckDBInstance.create(":memory:");
  const connection = await database.connect();
  const list = annotations.map((path) => `'${path}'`).join(", ");
  const text = query.replaceAll("annotations", `read_parquet([${list}])`).replaceAll("jobs", `'${jobs}'`);
  const result = await connection.run(text);
  const columns = await result.getColumnsJS();
  connection.closeSync();
  database.closeSync();
  return columns[0].length;
}

async function ours(query) {
  return (await sql(query, { tables: { annotations, jobs } })).numRows();
}

const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];

async function compare(name, query) {
  const times = { ours: [], direct: [] };
  for (let run = 0; run <= RUNS; run++) {
    const counts = [];
    for (const [who, ask] of [
      ["ours", ours],
      ["direct", direct],
    ]) {
      const start = performance.now();
      counts.push(await ask(query));
      // The first run fills the caches of the disk.
      if (run > 0) times[who].push(performance.now() - start);
    }
    if (counts[0] !== counts[1]) throw new Error(`${name}: ${counts[0]} rows, expected ${counts[1]}`);
  }
  const [mine, theirs] = [median(times.ours), median(times.direct)];
  const ratio = (mine / theirs).toFixed(2);
  console.log(
    `${name.padEnd(34)} ${mine.toFixed(0).padStart(6)} ms  DuckDB ${theirs.toFixed(0).padStart(6)} ms  ${ratio} x`,
  );
}

try {
  await makeParts();
  console.log(
    `${rows} annotations in ${PARTS} parts, ${JOBS} jobs; medians of ${RUNS} runs, opening the database included`,
  );
  await compare(
    "group by category",
    "SELECT category_id, count(*) AS n, avg(area) AS area, max(percent_in_fov) AS seen FROM annotations GROUP BY category_id ORDER BY category_id",
  );
  await compare(
    "group by job",
    "SELECT job_id, count(*) AS n, avg(area) AS area FROM annotations GROUP BY job_id",
  );
  await compare(
    "group by scene, joined to jobs",
    "SELECT scene, count(*) AS n, avg(area) AS area FROM annotations JOIN jobs USING (job_id) GROUP BY scene",
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
