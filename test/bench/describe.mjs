// Times `describe` of a table of jobs, with exact quantiles and numbers of different values, against sorting a
// Float64Array for each of its numeric columns, which any exact quantile takes; both in this run.
// `npm run bench:describe [rows] [rounds]`

import { table } from "arquero";
import { describe } from "../../dist/stats/describe/describe.js";
import { DictColumn } from "../../dist/tables/dict-column.js";
import { PackedColumn } from "../../dist/tables/packed-column.js";

const rows = Number(process.argv[2] ?? 1_000_000);
const rounds = Number(process.argv[3] ?? 5);

/** A generator of numbers in [0, 1) that gives the same ones each time. */
function makeRandom(state) {
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** 21 columns: 12 of floats, of which one lacks a tenth, 4 of integers, one of truth values, 3 of few texts and one of many. */
function makeJobs(n) {
  const random = makeRandom(7);
  const columns = {};
  for (let i = 0; i < 11; i++) columns[`float_${i}`] = Float64Array.from({ length: n }, random);
  columns.float_missing = new PackedColumn(
    "float64",
    Float64Array.from({ length: n }, random),
    Uint8Array.from({ length: n }, () => Number(random() > 0.1)),
  );
  for (let i = 0; i < 3; i++) columns[`int_${i}`] = Int32Array.from({ length: n }, () => random() * 1000);
  columns.int_wide = Int32Array.from({ length: n }, () => random() * 2 ** 31);
  columns.bool = new PackedColumn(
    "bool",
    Uint8Array.from({ length: n }, () => Number(random() > 0.3)),
  );
  for (const size of [2, 35]) {
    const values = Array.from({ length: size }, (_, i) => `EXERCISE_${size}_${i}`);
    columns[`choice_${size}`] = new DictColumn(
      Uint8Array.from({ length: n }, () => random() * size),
      values,
    );
  }
  columns.text_few = Array.from({ length: n }, () => `ROOM_${Math.floor(random() * 12)}`);
  columns.text_many = Array.from({ length: n }, () => `job-${Math.floor(random() * 2 ** 32)}`);
  return table(columns);
}

const jobs = makeJobs(rows);
const names = jobs.columnNames();
const numeric = names.filter((name) => /^(float|int)/.test(name));
const numbers = numeric.map((name) => {
  const column = jobs.column(name);
  return column instanceof PackedColumn ? column.values : Float64Array.from(column);
});

const contestants = {
  [`sorting ${numeric.length} Float64Arrays`]: () => numbers.map((values) => values.slice().sort()),
  [`describe, ${names.length} columns`]: () => describe(jobs),
  [`describe, the ${numeric.length} numeric columns`]: () => describe(jobs, { columns: numeric }),
  "describe, by a choice of 35": () => describe(jobs, { by: "choice_35" }),
  "describe, weighted": () => describe(jobs, { weight: "int_0" }),
};
const times = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
for (let round = 0; round <= rounds; round++) {
  for (const [name, run] of Object.entries(contestants)) {
    const start = performance.now();
    run();
    if (round > 0) times[name].push(performance.now() - start);
  }
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const [sorting, describing] = Object.keys(contestants);
console.log(`${rows} rows x ${names.length} columns, medians of ${rounds} rounds after one`);
for (const [name, each] of Object.entries(times)) {
  const ratio = (median(each) / median(times[sorting])).toFixed(2);
  console.log(
    `${name.padEnd(40)} ${median(each).toFixed(0).padStart(7)} ms  ${ratio.padStart(5)} x the sorting`,
  );
}
const ratio = median(times[describing]) / median(times[sorting]);
console.log(`describe takes ${ratio.toFixed(2)} x the time of the sorting (at most 2)`);
