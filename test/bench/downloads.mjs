// Downloads and unpacks pre-built archives of stored bytes from a static server, beside a loop of curl and unzip with
// the same concurrency. `npm run bench:downloads [archives] [megabytes] [rounds]`

import { execFileSync, fork } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { crc32 } from "node:zlib";
import { ApiClient, Batch, ParameterSpace } from "infinity-frames";
import { serveFiles } from "./files.mjs";

const CONCURRENCY = 4;
const [, , first = 200, megabytes = 5, rounds = 3] = process.argv;

/** An archive of one folder with two files, stored. */
function storedZip(id, bytes) {
  const files = [
    [`${id}/job.json`, Buffer.from("{}")],
    [`${id}/video.rgb.mp4`, randomBytes(bytes)],
  ];
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [name, data] of files) {
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(0x00210000, 6);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(name.length, 22);
    const attributes = Buffer.alloc(14);
    attributes.writeUInt32LE((0o100644 << 16) >>> 0, 6);
    attributes.writeUInt32LE(offset, 10);
    const madeBy = Buffer.from([20, 3]);
    directory.push(Buffer.from("PK\x01\x02", "latin1"), madeBy, common, attributes, Buffer.from(name));
    const local = [Buffer.from("PK\x03\x04", "latin1"), common, Buffer.from(name), data];
    parts.push(...local);
    offset += local.reduce((sum, { length }) => sum + length, 0);
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}

function has(tool) {
  try {
    execFileSync(tool, [tool === "unzip" ? "-v" : "--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** What users run by hand: each archive is fetched, unpacked and removed, several at once. */
function loopOfCurl({ server, ids, folder }) {
  const each = `curl -sSf -o "$1.zip" "${server}/results/$1.zip" && unzip -q "$1.zip" && rm "$1.zip"`;
  const args = ["-P", String(CONCURRENCY), "-I{}", "sh", "-c", each, "sh", "{}"];
  execFileSync("xargs", args, { cwd: folder, input: ids.join("\n") });
}

/** Downloads a batch, in a process of its own so that its memory can be measured. */
function ours({ server, ids, folder }) {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), ["download"]);
    child.once("message", resolve);
    child.once("exit", (code) => code !== 0 && reject(new Error(`The download ended with ${code}`)));
    child.send({ server, ids, folder });
  });
}

async function download({ server, ids, folder }) {
  const job_runs = ids.map((id) => {
    return { id, name: "bench", in_progress: false, result_url: null, is_preview: false, param_values: {} };
  });
  const data = { id: "bench", name: "", created: "2022-08-10T13:50:41+00:00", job_runs };
  const generator = { name: "bench", version: "1", params: [], options: { preview: false } };
  const client = new ApiClient({ token: "bench", server });
  const batch = new Batch({ client, space: new ParameterSpace(generator), data });
  const start = performance.now();
  await batch.download(folder, { concurrency: CONCURRENCY });
  return { ms: performance.now() - start, peakBytes: process.resourceUsage().maxRSS * 1024 };
}

async function measure({ count, bytes }) {
  const parent = mkdtempSync(join(tmpdir(), "infinity-frames-bench-"));
  const archives = join(parent, "archives");
  mkdirSync(archives);
  const ids = Array.from({ length: count }, () => randomUUID());
  for (const id of ids) writeFileSync(join(archives, `${id}.zip`), storedZip(id, bytes));
  const { server, close } = await serveFiles(archives, ids);
  const times = { ours: [], curl: [] };
  let peak = 0;
  for (let round = 0; round < Number(rounds); round++) {
    const folder = join(parent, "out");
    mkdirSync(folder);
    const start = performance.now();
    loopOfCurl({ server, ids, folder });
    times.curl.push(performance.now() - start);
    rmSync(folder, { recursive: true });
    const { ms, peakBytes } = await ours({ server, ids, folder });
    times.ours.push(ms);
    peak = Math.max(peak, peakBytes);
    rmSync(folder, { recursive: true });
  }
  close();
  rmSync(parent, { recursive: true });
  const [curlMs, oursMs] = [times.curl, times.ours].map((all) => all.sort((a, b) => a - b)[all.length >> 1]);
  return {
    archives: count,
    "MB each": bytes / 1e6,
    "curl + unzip, s": Number((curlMs / 1000).toFixed(2)),
    "ours, s": Number((oursMs / 1000).toFixed(2)),
    "throughput, % of curl's": Math.round((100 * curlMs) / oursMs),
    "peak memory, MB": Math.round(peak / 2 ** 20),
  };
}

if (process.argv[2] === "download") {
  process.once("message", async (task) => {
    process.send(await download(task), () => process.disconnect());
  });
} else if (!has("curl") || !has("unzip")) {
  console.log("Nothing is measured: this bench compares with curl and unzip, and one of them is missing");
} else {
  const count = Number(first);
  const bytes = Number(megabytes) * 1e6;
  const results = [
    await measure({ count, bytes }),
    await measure({ count: Math.ceil(count / 10), bytes: bytes * 10 }),
  ];
  console.table(results);
  console.log(
    `${CONCURRENCY} at once, medians of ${rounds} rounds, stored bytes over loopback, Node ${process.version}. Peak memory must not\n` +
      "grow with the archives. Ours also checks every CRC, and flushes every file to the disk before its receipt.",
  );
}
