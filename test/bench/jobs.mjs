// Times the work on job tables against the obvious row-by-row way, both in this run. `npm run bench [rows]`

import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import {
  aq,
  cross,
  fill,
  jobsToTable,
  ParameterSpace,
  Session,
  sample,
  sobol,
  tableToJobs,
  takeFromGrid,
  uniform,
  validateJobs,
} from "infinity-frames";
import { createEmulator } from "infinity-frames/emulator";
import { openSink } from "./sink.mjs";

const [rows, only] = [Number(process.argv[2] ?? 1_000_000), process.argv[3]];
const RUNS = 9;
const PEER_ROWS = Math.min(rows, 100_000);

const emulator = createEmulator();
const headers = { Authorization: `Token ${emulator.token}` };
const reply = await emulator.fetch(new Request("http://emulator/api/jobs/visionfit-v0.3.1/", { headers }));
const space = new ParameterSpace(await reply.json());
const { params } = space.generator;

const design = () => aq.table({ design_row: Int32Array.from({ length: rows }, (_, row) => row) });
const filled = () => fill(space, design(), { with: "random", seed: 1 });

/** One job at a time, a record each, as the reference client does it. */
function randomRecord() {
  const job = {};
  for (const { name, type, options, default_value } of params) {
    const { min, max, choices } = options ?? {};
    if (choices) job[name] = choices[Math.floor(Math.random() * choices.length)];
    else if (type === "int") job[name] = min + Math.floor(Math.random() * (max - min + 1));
    else if (type === "float") job[name] = min + Math.random() * (max - min);
    else job[name] = default_value;
  }
  return job;
}

function problemsOf(job) {
  const problems = [];
  for (const [name, value] of Object.entries(job)) {
    if (value === null) continue;
    const { min, max, choices } = space.find(name).options ?? {};
    if (min !== undefined && value < min) problems.push(name);
    if (max !== undefined && value > max) problems.push(name);
    if (choices && !choices.includes(value)) problems.push(name);
  }
  return problems;
}

/** Arquero's way from rows to columns, cell by cell. */
function columnsOf(records) {
  return aq.table(Object.fromEntries(params.map(({ name }) => [name, records.map((job) => job[name])])));
}

const peerRecords = () => Array.from({ length: PEER_ROWS }, randomRecord);
const columns = (count, prefix) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`${prefix}${i}`, uniform(0, 1)]));
const range = (n) => Array.from({ length: n }, (_, i) => i);

/**
 * `setup` makes what `ours` works on and is not timed; `reference` is what the Python client takes for a row, in
 * microseconds, as published for it; `limit` is what most of our time goes into, told by a profile.
 */
const CASES = {
  "randomise 21 parameters": {
    setup: design,
    ours: (jobs) => fill(space, jobs, { with: "random", seed: 1 }),
    peer: { setup: () => null, run: peerRecords },
    reference: 11,
    limit: "Threefry (a third), fresh memory (a third), redraws by the trim rule",
  },
  "validate 21 parameters": {
    setup: filled,
    ours: (jobs) => validateJobs(space, jobs),
    peer: { setup: peerRecords, run: (records) => records.map(problemsOf) },
    reference: 11,
    limit: "one comparison a value; the trim rule row by row (a third)",
  },
  "table to records": {
    setup: filled,
    ours: tableToJobs,
    peer: { setup: () => filled().slice(0, PEER_ROWS), run: (jobs) => jobs.objects({ limit: Infinity }) },
    reference: 6.5,
    limit: "garbage collection, which moves 400 bytes a record twice; the peer makes its code with eval",
  },
  "records to table": {
    setup: () => Array.from({ length: rows }, randomRecord),
    ours: (records) => jobsToTable(records, { space }),
    peer: { setup: peerRecords, run: columnsOf },
    reference: 6.5,
    limit: "reading properties by name, then one look at every value for its type",
  },
  "send a batch as a stream": {
    setup: async () => {
      const { server, close } = await openSink(space.generator, rows);
      const options = {
        server,
        token: "bench",
        generator: space.generator.name,
        timeouts: { postHeadersMs: 600_000 },
      };
      return { session: await Session.connect(options), jobs: filled(), close };
    },
    ours: ({ session, jobs }) => session.estimateSamples(jobs),
    close: ({ close }) => close(),
    limit: "records are made twice, to be checked and to be sent; JSON.stringify of numbers of 17 digits",
  },
  "cross 1,000 x 1,000, 20 columns": {
    rows: 1e6,
    setup: () => [sample(columns(10, "a"), 1000, { seed: 1 }), sample(columns(10, "b"), 1000, { seed: 1 })],
    ours: ([left, right]) => cross(left, right),
    peer: { setup: (parts) => parts, run: ([left, right]) => left.cross(right), rows: 1e6 },
    limit: "fresh memory",
  },
  "random, 20 columns": {
    setup: () => columns(20, "c"),
    ours: (c) => sample(c, rows, { seed: 1 }),
    limit: "Threefry and fresh memory, half each",
  },
  "Sobol, 20 columns": {
    setup: () => columns(20, "c"),
    ours: (c) => sample(c, rows, { seed: 1, method: sobol() }),
    limit: "fresh memory",
  },
  "1,000 rows of a grid of 10^12": {
    rows: 1000,
    setup: () => ({ a: range(1000), b: range(1000), c: range(1000), d: range(1000) }),
    ours: (values) => takeFromGrid(values, 1000, { seed: 1 }),
    limit: "one draw a row",
  },
};

async function median(work, runs = RUNS) {
  const times = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[runs >> 1];
}

/** Measures one case in this process; the first run, from which memory is told, comes before the timed ones. */
async function measure(name) {
  const { rows: count = rows, setup, ours, close, peer, reference, limit } = CASES[name];
  const input = await setup();
  const before = process.resourceUsage().maxRSS;
  await ours(input);
  const memory = (process.resourceUsage().maxRSS - before) / 1024;
  const ms = await median(() => ours(input));
  const result = {
    case: name,
    rows: count,
    "ms (median)": Math.round(ms * 10) / 10,
    "us/row": Number(((1000 * ms) / count).toPrecision(2)),
    "peak MB": Math.round(memory),
    "x row by row": "",
    "x reference": reference === undefined ? "" : Math.round((reference * count) / 1000 / ms),
    limit,
  };
  close?.(input);
  if (peer !== undefined) {
    const peerInput = peer.setup(input);
    const peerMs = (await median(() => peer.run(peerInput), 3)) * (count / (peer.rows ?? PEER_ROWS));
    result["x row by row"] = Number((peerMs / ms).toPrecision(2));
  }
  return result;
}

/** In a process of its own, so that no case profits from another or pays for it. */
function measureApart(name) {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), [String(rows), name]);
    child.once("message", resolve);
    child.once("exit", (code) => code && reject(new Error(`"${name}" ended with status ${code}`)));
  });
}

if (only !== undefined) {
  const result = await measure(only);
  process.send(result, () => process.exit());
} else {
  const results = [];
  for (const name of Object.keys(CASES)) results.push(await measureApart(name));
  console.table(results.map(({ limit, ...numbers }) => numbers));
  console.log("What most of the time goes into:");
  for (const { case: name, limit } of results) console.log(`  ${name}: ${limit}`);
  const bytes = filled().columnNames().length;
  console.log(
    `\nMedians of ${RUNS} runs, each case in a process of its own, Node ${process.version}. "peak MB" is memory beyond the\n` +
      `case's input (the table of ${rows} jobs and ${bytes - 1} parameters takes ${Math.round((rows * 127) / 2 ** 20)} MB). "x row by row" compares with plain\n` +
      `code in this run, one row at a time (${PEER_ROWS} rows, scaled), or with Arquero's own verb. "x reference" compares with\n` +
      "what was published for the Python client: 11 us to randomise or to validate a job, 5 to 8 between records and a frame.",
  );
}
