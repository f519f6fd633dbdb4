// Times extractZip against unzip, both in this run, and shows that memory does not grow with the archive.
// `npm run bench:extract [archives]`

import { execFile, execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { zipSync } from "fflate";
import { extractZip } from "../../dist/archives/extract-zip.js";

const MB = 1e6;
const ROUNDS = 3;
const CONCURRENCY = 4;
const run = promisify(execFile);

/** Extracts one archive in a process of its own, which tells its peak memory. */
if (process.argv[2] === "--peak") {
  const [archive, folder] = process.argv.slice(3);
  await extractZip(archive, folder);
  console.log(process.resourceUsage().maxRSS / 1024);
  process.exit();
}

const count = Number(process.argv[2] ?? 200);
const base = mkdtempSync(join(tmpdir(), "infinity-frames-bench-"));
const out = join(base, "out");

/** An archive of stored files that do not compress. */
function makeArchive(name, files, bytes) {
  const data = randomBytes(bytes);
  const entries = Object.fromEntries(Array.from({ length: files }, (_, i) => [`${name}/${i}.png`, data]));
  const path = join(base, `${name}.zip`);
  writeFileSync(path, zipSync(entries, { level: 0 }));
  return path;
}

function hasUnzip() {
  try {
    execFileSync("unzip", ["-v"]);
    return true;
  } catch {
    return false;
  }
}

async function seconds(archives, extract) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out);
  // What one contestant left to be written must not slow down the next.
  execFileSync("sync");
  const start = performance.now();
  let next = 0;
  const worker = async () => {
    while (next < archives.length) await extract(archives[next++]);
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  return (performance.now() - start) / 1000;
}

async function peak(archive) {
  rmSync(out, { recursive: true, force: true });
  const { stdout } = await run(process.execPath, [fileURLToPath(import.meta.url), "--peak", archive, out]);
  return Number(stdout);
}

try {
  const archives = Array.from({ length: count }, (_, i) => makeArchive(`job-${i}`, 50, MB / 10));
  const ratios = [];
  for (let round = 1; round <= ROUNDS; round++) {
    const ours = await seconds(archives, (archive) => extractZip(archive, out));
    const speed = (time) => `${((5 * count) / time).toFixed(0)} MB/s`;
    if (!hasUnzip()) {
      console.log(`extractZip ${speed(ours)}; unzip is not installed, nothing to compare with`);
      continue;
    }
    const theirs = await seconds(archives, (archive) => run("unzip", ["-q", archive, "-d", out]));
    ratios.push(theirs / ours);
    console.log(
      `extractZip, flushed ${speed(ours)}, unzip ${speed(theirs)}: ${(theirs / ours).toFixed(2)} times its speed`,
    );
  }
  if (ratios.length > 0)
    console.log(`median ${ratios.sort((a, b) => a - b)[1].toFixed(2)}, at least 0.8 is wanted`);
  const small = await peak(makeArchive("small", 1, 5 * MB));
  const large = await peak(makeArchive("large", 50, 10 * MB));
  const huge = await peak(makeArchive("huge", 1, 500 * MB));
  const mib = (value) => `${value.toFixed(0)} MiB`;
  console.log(
    `peak memory: 5 MB ${mib(small)}, 50 files of 10 MB ${mib(large)}, one file of 500 MB ${mib(huge)}`,
  );
} finally {
  rmSync(base, { recursive: true, force: true });
}
