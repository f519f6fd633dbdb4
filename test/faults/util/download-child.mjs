// Downloads a batch in a process of its own, with the built package: `node download-child.mjs JSON`.
// It writes one line of JSON for every step: `{ begun }` when the download begins, `{ done }` for a job that is finished, then what came of it all.

import { closeSync, openSync } from "node:fs";
import { Batch } from "../../../dist/index.js";

const { folder, options, spareFiles, ...source } = JSON.parse(process.argv[2]);
const say = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);

/** Opens so many files that only a few more can be opened. */
function useUpFiles() {
  const open = [];
  try {
    while (true) open.push(openSync("/dev/null"));
  } catch {
    for (const file of open.slice(0, spareFiles)) closeSync(file);
  }
}

try {
  if (spareFiles !== undefined) useUpFiles();
  const batch = await Batch.fromApi(source);
  const onProgress = ({ jobId, numJobsDone }) => {
    if (jobId !== null) say({ done: numJobsDone });
  };
  say({ begun: true });
  say({ summary: await batch.download(folder, { ...options, onProgress }) });
} catch (error) {
  const { name, message, code } = error;
  say({ error: { name, message, code } });
  process.exitCode = 1;
}
