// Times writing a table of jobs as Parquet by both of our engines against hyparquet-writer, parquetjs-lite and DuckDB's
// own COPY, all in this run, and reading it back; and Arrow IPC against Arquero's own.
// `npm run bench:parquet [rows] [rounds]`

import { mkdtempSync, rmSync, statSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { table } from "arquero";
import { parquetWriteBuffer } from "hyparquet-writer";
import { feedTable } from "../../dist/io/duckdb/feed-table.js";
import { fromArrowIpc } from "../../dist/io/from-arrow-ipc.js";
import { fromParquet } from "../../dist/io/from-parquet.js";
import { toArrowIpc } from "../../dist/io/to-arrow-ipc.js";
import { writeParquet } from "../../dist/io/write-parquet.js";
import { DictColumn } from "../../dist/tables/dict-column.js";

const { ParquetSchema, ParquetWriter } = createRequire(import.meta.url)("parquetjs-lite");

const rows = Number(process.argv[2] ?? 1_000_000);
const rounds = Number(process.argv[3] ?? 5);
/** parquetjs-lite is given fewer rows, and its time is multiplied. */
const FEWER = 20;
const folder = mkdtempSync(join(tmpdir(), "infinity-frames-bench-"));
const path = (name) => join(folder, `${name}.parquet`);

/** A generator of numbers in [0, 1) that gives the same ones each time. */
function makeRandom(state) {
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** 13 columns of floats, 4 of integers, a choice of integers, and 3 of strings: 2, 4 and 35 different ones. */
function makeJobs(n) {
  const random = makeRandom(7);
  const columns = {};
  for (let i = 0; i < 13; i++) columns[`float_${i}`] = Float64Array.from({ length: n }, random);
  for (let i = 0; i < 4; i++) columns[`int_${i}`] = Int32Array.from({ length: n }, () => random() * 1000);
  columns.int_choice = Int32Array.from({ length: n }, () => random() * 9);
  for (const size of [2, 4, 35]) {
    const values = Array.from({ length: size }, (_, i) => `EXERCISE_${size}_${i}`);
    columns[`choice_${size}`] = new DictColumn(
      Uint8Array.from({ length: n }, () => random() * size),
      values,
    );
  }
  return table(columns);
}

const jobs = makeJobs(rows);
const names = jobs.columnNames();
const columnData = names.map((name) => {
  const column = jobs.column(name);
  if (column instanceof Float64Array) return { name, data: column, type: "DOUBLE" };
  return column instanceof Int32Array
    ? { name, data: column, type: "INT32" }
    : { name, data: column.toArray(), type: "STRING" };
});
const instance = await DuckDBInstance.create();
const connection = await instance.connect();
await feedTable(connection, "feed", jobs);
await connection.run("CREATE TABLE own AS FROM feed()");
const copyOwn = (codec) =>
  connection.run(`COPY own TO '${path("own")}' (FORMAT parquet, COMPRESSION ${codec})`);

async function writeWithParquetjs() {
  const TYPES = { DOUBLE: "DOUBLE", INT32: "INT32", STRING: "UTF8" };
  const schema = new ParquetSchema(
    Object.fromEntries(
      columnData.map(({ name, type }) => [name, { type: TYPES[type], compression: "SNAPPY" }]),
    ),
  );
  const writer = await ParquetWriter.openFile(schema, path("parquetjs"));
  for (let row = 0; row < rows / FEWER; row++) {
    await writer.appendRow(Object.fromEntries(columnData.map(({ name, data }) => [name, data[row]])));
  }
  await writer.close();
}

const files = { parquet: null, zstd: null };
const arrow = toArrowIpc(jobs);
const contestants = {
  "ours, snappy": () => writeParquet(jobs, path("native"), { force: true }),
  "DuckDB's COPY of its own table, snappy": () => copyOwn("snappy"),
  "ours, zstd": () => writeParquet(jobs, path("zstd"), { force: true, compression: "zstd" }),
  "DuckDB's COPY of its own table, zstd": () => copyOwn("zstd"),
  "hyparquet-writer, defaults": async () =>
    writeFile(path("hyparquet"), Buffer.from(parquetWriteBuffer({ columnData }))),
  "ours in JavaScript, snappy": () => writeParquet(jobs, path("js"), { force: true, engine: "js" }),
  "reading ours": async () => fromParquet(files.parquet),
  "writing Arrow IPC, ours": async () => toArrowIpc(jobs),
  "writing Arrow IPC, Arquero's": async () => jobs.toArrowIPC(),
  "reading Arrow IPC, ours": async () => fromArrowIpc(arrow),
};

const times = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
await writeParquet(jobs, path("native"));
files.parquet = await readFile(path("native"));
for (let round = 0; round < rounds; round++) {
  for (const [name, run] of Object.entries(contestants)) {
    const start = performance.now();
    await run();
    times[name].push(performance.now() - start);
  }
}
const start = performance.now();
await writeWithParquetjs();
times["parquetjs-lite"] = [(performance.now() - start) * FEWER];

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const ms = (name) => median(times[name]);
console.log(
  `${rows} rows x ${names.length} columns, medians of ${rounds} rounds; parquetjs-lite once, of 1/${FEWER} of the rows`,
);
for (const name of Object.keys(times))
  console.log(`${name.padEnd(42)} ${ms(name).toFixed(0).padStart(7)} ms`);
const mb = (name) => `${(statSync(path(name)).size / 1e6).toFixed(0)} MB`;
console.log(
  `files: ${mb("native")} snappy, ${mb("zstd")} zstd, ${mb("own")} DuckDB's zstd, ${mb("js")} in JavaScript`,
);

const ours = ms("ours, snappy");
const ratio = (label, value, goal) => console.log(`${label.padEnd(42)} ${value.toFixed(2)} x (${goal})`);
ratio("hyparquet-writer takes, of our time", ms("hyparquet-writer, defaults") / ours, "at least 3");
ratio("parquetjs-lite takes, of our time", ms("parquetjs-lite") / ours, "at least 50");
ratio(
  "ours takes, of DuckDB's COPY, snappy",
  ours / ms("DuckDB's COPY of its own table, snappy"),
  "at most 1.5",
);
ratio(
  "ours takes, of DuckDB's COPY, zstd",
  ms("ours, zstd") / ms("DuckDB's COPY of its own table, zstd"),
  "at most 1.5",
);
ratio(
  "Arquero's Arrow takes, of our time",
  ms("writing Arrow IPC, Arquero's") / ms("writing Arrow IPC, ours"),
  "more than 1",
);

connection.closeSync();
instance.closeSync();
rmSync(folder, { recursive: true, force: true });
