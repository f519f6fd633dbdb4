// Times what happens before a submission leaves and until its answer is read. `npm run bench:submit [jobs]`

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { aq, fill, ParameterSpace, Session } from "infinity-frames";
import { createEmulator } from "infinity-frames/emulator";
import { openSink } from "./sink.mjs";

const jobs = Number(process.argv[2] ?? 10_000);
const RUNS = 5;

const emulator = createEmulator();
const headers = { Authorization: `Token ${emulator.token}` };
const reply = await emulator.fetch(new Request("http://emulator/api/jobs/visionfit-v0.3.1/", { headers }));
const generator = await reply.json();
const rows = aq.table({ design_row: Int32Array.from({ length: jobs }, (_, row) => row) });
const design = fill(new ParameterSpace(generator), rows, { with: "random", seed: 1 });

const { server, close } = await openSink(generator, jobs);
const journal = await mkdtemp(join(tmpdir(), "infinity-frames-bench-"));
const times = {};
const options = { token: "bench", generator: generator.name, timeouts: { postHeadersMs: 600_000 } };
const onEvent = (event) => {
  if (event.type === "submission") times[event.state] = performance.now();
  if (event.type === "request") times.request = performance.now();
  if (event.type === "response") times.response = performance.now();
};
const session = await Session.connect({ ...options, server, journal, onEvent });

const results = [];
for (let run = 1; run <= RUNS; run++) {
  const start = performance.now();
  await session.submit(design, { batchName: `run ${run}` });
  const ms = (from, to) => Math.round(10 * (to - from)) / 10;
  results.push({
    jobs,
    "ms to validate, hash and note": ms(start, times.sending),
    "ms to check again": ms(times.sending, times.request),
    "ms to build the body, send and be answered": ms(times.request, times.response),
    "ms to read the answer and note it": ms(times.response, times.accepted),
    "peak MB": Math.round(process.resourceUsage().maxRSS / 1024),
  });
}
close();
await rm(journal, { recursive: true });
console.table(results);
console.log(
  `${generator.params.length} parameters a job, ${RUNS} runs in a row in one process, the server in another that reads all and\n` +
    `answers with a batch made before; Node ${process.version}. The first run is without a warm compiler.`,
);
