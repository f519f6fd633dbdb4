// What an ingest keeps of a million jobs: the text of its manifest, beside one that lists jobs by their ids, and the
// records of jobs; their sizes, the time to write and to read them, and this process's memory.
// `npm run bench:manifest [jobs]`

import { mkdtempSync, rmSync, statSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ingestPaths } from "../../dist/dataset/ingest/ingest-paths.js";
import { readJobRecordLines, writeJobRecords } from "../../dist/dataset/ingest/job-record-lines.js";
import {
  manifestText,
  parseManifest,
  readJobRecords,
  readManifest,
} from "../../dist/dataset/ingest/manifest.js";
import { ingest } from "../../dist/index.js";

const jobs = Number(process.argv[2] ?? 1_000_000);
/** So many jobs have rows in one file. */
const JOBS_A_FILE = 2000;

const megabytes = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`;

async function timed(label, work) {
  const start = performance.now();
  const { result, size } = await work();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const memory = megabytes(process.memoryUsage().rss);
  console.log(
    `${label.padEnd(28)} ${size === undefined ? "" : megabytes(size)} in ${seconds} s, ${memory} of memory`,
  );
  return result;
}

const base = mkdtempSync(join(tmpdir(), "infinity-frames-bench-"));
try {
  const out = join(base, "out");
  await ingest(fileURLToPath(new URL("../../fixtures/flagship/batch", import.meta.url)), out, { workers: 1 });
  const small = await readManifest(ingestPaths(out));
  const [record] = await readJobRecords(ingestPaths(out));

  const ids = Array.from(
    { length: jobs },
    (_, i) => `0f0e0d0c-0b0a-4908-8706-${String(i).padStart(12, "0")}`,
  );
  const spread = ({ parts: [part], ...table }) => ({
    ...table,
    parts: Array.from({ length: part === undefined ? 0 : Math.ceil(jobs / JOBS_A_FILE) }, (_, place) => {
      const own = ids.slice(place * JOBS_A_FILE, (place + 1) * JOBS_A_FILE);
      return { ...part, jobs: own.map((jobId, index) => [jobId, index % 50]) };
    }),
  });
  const isByJob = ({ parts: [part] }) => (part?.jobs.length ?? 0) > 0;
  const tables = small.tables.map((table) => (isByJob(table) ? spread(table) : table));
  const manifest = { ...small, jobs: ids, tables };
  console.log(`${jobs} jobs, with rows in ${tables.filter(isByJob).length} tables`);

  await timed("manifest, by ids", () => ({ size: JSON.stringify(manifest).length }));
  const text = await timed("manifest, by places", () => {
    const result = manifestText(manifest);
    return { result, size: result.length };
  });
  await timed("manifest, read", () => ({ result: parseManifest(text, { path: out, folder: out }) }));

  const records = ids.map((jobId) => ({ ...record, jobId }));
  const path = join(base, "jobs.jsonl");
  await timed("records, written", async () => {
    const file = await open(path, "wx");
    await writeJobRecords(file, records);
    await file.close();
    return { size: statSync(path).size };
  });
  await timed("records, read", async () => ({ result: (await readJobRecordLines(path)).length }));
} finally {
  rmSync(base, { recursive: true, force: true });
}
