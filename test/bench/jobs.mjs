// Times the work on job tables against the obvious row-by-row way, in one run. `npm run bench [rows]`

import {
  cross,
  fill,
  grid,
  jobsToTable,
  ParameterSpace,
  sample,
  sobol,
  tableToJobs,
  uniform,
  validateJobs,
} from "infinity-frames";
import { createEmulator } from "infinity-frames/emulator";

const rows = Number(process.argv[2] ?? 200_000);
const emulator = createEmulator();
const headers = { Authorization: `Token ${emulator.token}` };
const reply = await emulator.fetch(new Request("http://emulator/api/jobs/visionfit-v0.3.1/", { headers }));
const space = new ParameterSpace(await reply.json());

function median(work) {
  const times = [];
  for (let run = 0; run < 5; run++) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[2];
}

/** One job at a time, a record each, as the reference client does it. */
function randomRecord() {
  const job = {};
  for (const { name, type, options, default_value } of space.generator.params) {
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

const records = Array.from({ length: rows }, randomRecord);
const empty = jobsToTable(
  Array.from({ length: rows }, () => ({})),
  { space },
);
const filled = fill(space, empty, { with: "random", seed: 1 });
const columns = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`c${i}`, uniform(0, 1)]));
const half = (offset) =>
  sample(Object.fromEntries(Object.entries(columns).slice(offset, offset + 10)), 1000, { seed: 1 });
const [left, right] = [half(0), half(10)];

const cases = [
  [
    "randomise 21 parameters",
    rows,
    () => fill(space, empty, { with: "random", seed: 1 }),
    () => Array.from({ length: rows }, randomRecord),
  ],
  ["validate", rows, () => validateJobs(space, filled), () => records.map(problemsOf)],
  ["table to records", rows, () => tableToJobs(filled), () => filled.objects({ limit: Infinity })],
  ["records to table", rows, () => jobsToTable(records, { space }), null],
  ["cross 1,000 x 1,000, 20 columns", 1e6, () => cross(left, right), null],
  ["grid of 10^6", 1e6, () => grid({ a: range(100), b: range(100), c: range(100) }), null],
  ["Sobol, 20 columns", rows, () => sample(columns, rows, { seed: 1, method: sobol() }), null],
];

function range(n) {
  return Array.from({ length: n }, (_, i) => i);
}

const table = cases.map(([name, count, ours, theirs]) => {
  const ms = median(ours);
  const peer = theirs === null ? null : median(theirs);
  return {
    case: name,
    rows: count,
    "ours (ms)": Math.round(ms),
    "ns per row": Math.round((1e6 * ms) / count),
    "row by row (ms)": peer === null ? "" : Math.round(peer),
    ratio: peer === null ? "" : `${(peer / ms).toFixed(1)} x`,
  };
});
console.table(table);
console.log(
  `Median of 5 runs, Node ${process.version}. The peer of "table to records" is Arquero's objects(), which needs eval.`,
);
