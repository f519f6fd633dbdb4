// Times the reading of large label files into tables against JSON.parse, with and without copying what it gives into
// typed arrays, and DuckDB's read_json of one table, all in this run. `npm run bench:labels [MB]`

import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { readCocoLabels } from "../../dist/labels/coco/read-coco-labels.js";
import { LabelTables } from "../../dist/labels/label-tables.js";

const sizes = process.argv[2] === undefined ? [1, 5, 20] : [Number(process.argv[2])];
const [WARM_UP, ROUNDS] = [2, 9];
const POINT = ["x", "y", "v", "z", "x_global", "y_global", "z_global"];

const batch = new URL("../../fixtures/visionfit/batch/", import.meta.url);
const [job] = (await readdir(batch)).filter((name) => !name.startsWith(".") && !name.endsWith(".txt"));
const model = JSON.parse(await readFile(new URL(`${job}/video.rgb.json`, batch), "utf8"));

let state = 1;
function random() {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
}

/** The same labels with other numbers: with as many digits as doubles have, or as few as in the fixture. */
function varied(value, digits, name = "") {
  if (typeof value === "number") {
    const isPlace = name === "x" || name === "y";
    if (Number.isInteger(value) && (digits === "short" || !isPlace)) return value;
    const number = value * (1 + random() / 1000);
    return digits === "full" ? number : Number(number.toFixed(4));
  }
  if (Array.isArray(value)) return value.map((item) => varied(item, digits));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, varied(item, digits, key)]));
}

/** Processor time in milliseconds. */
function now() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** A label file of about a size, by repeating the fixture's annotations. */
function labelsOf(megabytes, digits) {
  const [images, annotations] = [[], []];
  for (let size = 0; size < megabytes * 1e6; ) {
    const id = 3 * images.length;
    images.push({ ...model.images[0], id, frame_number: images.length });
    for (const each of model.annotations) {
      const copy = { ...varied(each, digits), id: annotations.length, image_id: id };
      size += JSON.stringify(annotations[annotations.push(copy) - 1]).length;
    }
  }
  return { ...model, images, annotations };
}

/** What a program would do that wants columns and has JSON.parse. */
function parseAndCopy(bytes) {
  const { annotations } = JSON.parse(bytes);
  let rows = 0;
  for (const { armature_keypoints = {} } of annotations) rows += Object.keys(armature_keypoints).length;
  const points = POINT.map(() => new Float64Array(rows));
  const turns = [0, 1, 2, 3].map(() => new Float64Array(rows));
  const keys = [new Int32Array(rows), new Int32Array(rows)];
  const names = new Array(rows);
  const boxes = [0, 1, 2, 3].map(() => new Float64Array(annotations.length));
  const scalars = [
    "id",
    "image_id",
    "category_id",
    "area",
    "percent_in_fov",
    "percent_occlusion",
    "num_keypoints",
  ].map((name) => [name, new Float64Array(annotations.length)]);
  let row = 0;
  for (let i = 0; i < annotations.length; i++) {
    const annotation = annotations[i];
    for (const [name, column] of scalars) column[i] = annotation[name] ?? Number.NaN;
    for (let k = 0; k < 4; k++) boxes[k][i] = annotation.bbox?.[k] ?? Number.NaN;
    for (const [name, point] of Object.entries(annotation.armature_keypoints ?? {})) {
      names[row] = name;
      keys[0][row] = annotation.id;
      keys[1][row] = annotation.image_id;
      for (let k = 0; k < POINT.length; k++) points[k][row] = point[POINT[k]] ?? Number.NaN;
      const turn = annotation.quaternions?.[name];
      for (let k = 0; k < 4; k++) turns[k][row] = turn?.[k] ?? Number.NaN;
      row++;
    }
  }
  return { points, turns, keys, names, boxes, scalars };
}

function read(input, polygons) {
  const into = new LabelTables();
  readCocoLabels(input, { jobId: "job", file: "labels.json", into, polygons });
  return into.toTables();
}

const folder = await mkdtemp(join(tmpdir(), "bench-labels-"));
const duckdb = await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect();

async function bench(name, labels) {
  const spaced = name.includes("spaces");
  const bytes = Buffer.from(
    spaced ? JSON.stringify(labels).replace(/[,:](?=["\d[{-])/g, "$& ") : JSON.stringify(labels),
  );
  const path = join(folder, "labels.json");
  await writeFile(path, bytes);
  const sql =
    "SELECT a.id, k.key, k.value.x FROM (SELECT unnest(annotations) a FROM read_json($1, maximum_object_size=500000000, " +
    "columns={annotations: 'STRUCT(id INT, armature_keypoints MAP(VARCHAR, STRUCT(x DOUBLE, y DOUBLE, v INT, z DOUBLE, " +
    "x_global DOUBLE, y_global DOUBLE, z_global DOUBLE)))[]'})), UNNEST(map_entries(a.armature_keypoints)) AS u(k)";
  const variants = {
    ours: () => read(bytes, false),
    "ours, polygons too": () => read(bytes, true),
    "JSON.parse": () => JSON.parse(bytes),
    "JSON.parse + copy": () => parseAndCopy(bytes),
    "our JSON.parse path": () => read(bytes.toString(), false),
    "DuckDB, one table": () => duckdb.runAndReadAll(`CREATE OR REPLACE TABLE t AS ${sql}`, [path]),
  };
  const speeds = [];
  for (const [variant, run] of Object.entries(variants)) {
    const times = [];
    for (let round = -WARM_UP; round < ROUNDS; round++) {
      const start = now();
      await run();
      if (round >= 0) times.push(now() - start);
    }
    speeds.push([variant, bytes.length / 1e3 / times.sort((a, b) => a - b)[ROUNDS >> 1]]);
  }
  const ours = speeds[0][1];
  for (const [variant, speed] of speeds) {
    rows.push({
      file: name,
      variant,
      "MB/s per core": Math.round(speed),
      "ours is": `${(ours / speed).toFixed(2)} x`,
    });
  }
}

const rows = [];
for (const size of sizes) {
  await bench(`${size} MB, full precision`, labelsOf(size, "full"));
  if (size !== Math.max(...sizes)) continue;
  await bench(`${size} MB, full precision, Python's spaces`, labelsOf(size, "full"));
  await bench(`${size} MB, 4 decimals`, labelsOf(size, "short"));
}
await rm(folder, { recursive: true });
console.table(rows);
console.log(
  `Processor time, medians of ${ROUNDS} warm runs; files in memory but for DuckDB. Node ${process.version}.`,
);
