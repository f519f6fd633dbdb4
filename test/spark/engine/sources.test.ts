import { mkdir, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { table } from "arquero";
import { expect, test } from "vitest";
import { writeParquet } from "../../../src/io/write-parquet.ts";
import { makeTable } from "../../../src/tables/make-table.ts";
import { allTypes } from "../../io/all-types.ts";
import { plainRows } from "../../util/plain-rows.ts";
import { temporaryFolder } from "../../util/temporary-folder.ts";
import { openSpark } from "./opened.ts";

/** Names that mean something to shells, addresses, patterns or SQL. */
const NAMES = [
  "a b.json",
  "ü+ +.json",
  "%2F%zz#frag?x=1.json",
  "日本 😀.json",
  "g[1]*?.json",
  "{a,b}.json",
  "back\\slash.json",
  "quote'\"`.json",
  "job_id=1.json",
  "x;y&z.json",
];

test("tables in memory keep every type and value", async () => {
  const engine = await openSpark();
  const source = allTypes();
  const names = source.columnNames();
  const table = makeTable(names.map((name, i) => [`c${i}`, source.column(name) as never]));
  await engine.registerDataset({ memory: table });
  const result = await engine.query("SELECT * FROM memory").toTable();
  expect(plainRows(result)).toEqual(plainRows(table));
  await engine.registerDataset({ memory: makeTable([["n", [1, 2]]]) });
  expect((await engine.query("SELECT * FROM memory").toTable()).objects()).toEqual([{ n: 1 }, { n: 2 }]);
});

test("a table that is too large to send is refused, with what to do", async () => {
  const engine = await openSpark();
  const large = table({ x: new Float64Array(2 ** 23 + 1) });
  await expect(engine.registerDataset({ large })).rejects.toThrow(
    /^Cannot send table "large" to Spark: it has \d+ bytes, at most 67108864 .* Parquet files/,
  );
});

test.each(["json", "text"] as const)("%s files are called as the caller spells them", async (format) => {
  const engine = await openSpark();
  const folder = await temporaryFolder();
  const files: string[] = [];
  for (const [place, name] of NAMES.entries()) {
    const path = join(folder, name);
    await writeFile(path, `{"n": ${place}}`);
    files.push([path, relative(".", path), `./${relative(".", path)}`][place % 3] as string);
  }
  const address = `file://${join(folder, NAMES[0] as string)}`;
  const all = [...files, address];
  await engine.registerDataset({
    docs: format === "text" ? { format, files: all } : { format, files: all, columns: [["n", "int32"]] },
  });
  const n = format === "text" ? `get_json_object(content, '$.n')` : "n";
  const rows = (await engine.query(`SELECT file, CAST(${n} AS INT) AS n FROM docs`).toTable()).objects() as {
    file: string;
    n: number;
  }[];
  const expected = all.map((file, place) => [file, place % files.length] as const);
  expect(rows.map(({ file, n }) => [file, n]).sort()).toEqual(expected.sort());
});

test("JSON documents are read by their schema, and told to be broken where they are not of it", async () => {
  const engine = await openSpark();
  const folder = await temporaryFolder();
  const documents: readonly (readonly [text: string, broken: boolean, a: number | null])[] = [
    [
      '{"a": 1, "b": [{"x": 0.5}, {"x": 2, "y": 3}, null], "c": {"k": [1, "z"]}, "m": {"p": 1}, "more": 1}',
      false,
      1,
    ],
    ["{}", false, null],
    ['{"a": 2, "b": [{"x": "no"}, {"x": 2}]}', true, 2],
    ['{"a": "3"}', true, null],
    ['{"a": 1.5}', true, null],
    ['{"a": 9223372036854775808}', true, null],
    ['[{"a": 1}]', true, null],
    ["null", true, null],
    ["", true, null],
    ["  \n", true, null],
    ['{"a": 1', true, null],
    ['{"a": 1} and more', true, null],
    ['{"a": 1}{"a": 2}', true, null],
    ['{"a": 1},{"a": 2}', true, null],
    ['{"a": 1}}', true, null],
    ['{"a": 1}]', true, null],
    ["{'a': 1}", true, null],
    ['{"b": [{"x": NaN}]}', true, null],
  ];
  const files: string[] = [];
  for (const [place, [text]] of documents.entries()) {
    files.push(join(folder, `${String(place).padStart(2, "0")}.json`));
    await writeFile(files.at(-1) as string, text);
  }
  await engine.registerDataset({
    docs: {
      format: "json",
      files,
      columns: [
        ["b", { list: { struct: [["x", "float64"]] } }],
        ["a", "int64"],
        ["c", "json"],
        ["m", { map: "int32" }],
      ],
    },
  });
  const result = await engine.query("SELECT * FROM docs ORDER BY file").toTable();
  expect(result.columnNames()).toEqual(["b", "a", "c", "m", "file", "broken"]);
  expect(result.array("broken")).toEqual(documents.map(([, broken]) => broken));
  // What follows a document may leave its values or not: they are of a broken one.
  const known = documents
    .map(([, broken, a], place) => (broken ? null : [place, a]))
    .filter((row) => row !== null);
  const found = result.objects() as { a: number | null; broken: boolean }[];
  expect(found.flatMap(({ a, broken }, place) => (broken ? [] : [[place, a]]))).toEqual(known);
  expect(result.object(0)).toMatchObject({
    b: [{ x: 0.5 }, { x: 2 }, null],
    c: '{"k":[1,"z"]}',
    m: '{"p":1}',
  });
  // Whether a document is broken does not hang on what a query asks for.
  const count = await engine.query("SELECT count(*)::INT AS n FROM docs WHERE broken").toTable();
  expect(count.get("n", 0)).toBe(documents.filter(([, broken]) => broken).length);
  const mistyped = await engine.query("SELECT file FROM docs WHERE broken AND a = 2").toTable();
  expect(mistyped.array("file")).toEqual([files[2]]);
});

test("text files come whole, also empty ones, and twice where they are named twice", async () => {
  const engine = await openSpark();
  const folder = await temporaryFolder();
  const contents = { "a.txt": "two\nlines \u{1F600}\r\n", "b.txt": "", "c.txt": "\ufeffmark" };
  for (const [name, content] of Object.entries(contents)) await writeFile(join(folder, name), content);
  const files = Object.keys(contents).map((name) => join(folder, name));
  await engine.registerDataset({ texts: { format: "text", files: [...files, files[0] as string] } });
  const result = await engine.query("SELECT file, content FROM texts ORDER BY file").toTable();
  const [first, ...others] = Object.values(contents);
  expect(result.array("content")).toEqual([first, first, ...others]);
});

test("files that Spark leaves out by their names are refused", async () => {
  const engine = await openSpark();
  const folder = await temporaryFolder();
  for (const name of ["_a.json", ".b.json"]) {
    await writeFile(join(folder, name), "{}");
    const files = [join(folder, name)];
    await expect(engine.registerDataset({ docs: { format: "text", files } })).rejects.toThrow(
      `Cannot read ${files[0]} on Spark, which leaves out files whose names begin with "_" or "."`,
    );
  }
});

test("a dataset without a file is refused", async () => {
  const engine = await openSpark();
  for (const source of [[], { format: "text", files: [] }] as const) {
    await expect(engine.registerDataset({ docs: source })).rejects.toThrow('table "docs": it has no files');
  }
});

test("Parquet files have the columns that are asked for, in that order, and folders' names as texts", async () => {
  const engine = await openSpark();
  const folder = await temporaryFolder();
  for (const job of ["007", "8"]) {
    await mkdir(join(folder, `job_id=${job}`));
    await writeParquet(
      table({ n: Int32Array.of(Number(job)), s: [`job ${job}`] }),
      join(folder, `job_id=${job}`, "a.parquet"),
    );
  }
  await engine.registerDataset({ whole: folder });
  const whole = await engine.query("SELECT * FROM whole ORDER BY n").toTable();
  expect(whole.objects()).toEqual([
    { n: 7, s: "job 007", job_id: "007" },
    { n: 8, s: "job 8", job_id: "8" },
  ]);
  const columns = [
    ["job_id", "string"],
    ["n", "int64"],
  ] as const;
  await engine.registerDataset({ some: { format: "parquet", files: [folder], columns } });
  const some = await engine.query("SELECT * FROM some ORDER BY n").toTable();
  expect(some.columnNames()).toEqual(["job_id", "n"]);
  expect(some.objects()).toEqual([
    { job_id: "007", n: 7 },
    { job_id: "8", n: 8 },
  ]);
  const files = ["007", "8"].map((job) => join(folder, `job_id=${job}`, "a.parquet"));
  await engine.registerDataset({ files });
  const listed = await engine.query("SELECT * FROM files ORDER BY n").toTable();
  expect(listed.objects()).toEqual([
    { n: 7, s: "job 007" },
    { n: 8, s: "job 8" },
  ]);
});

test("a missing file is named", async () => {
  const engine = await openSpark();
  const missing = join(await temporaryFolder(), "none.parquet");
  await expect(engine.registerDataset({ jobs: missing })).rejects.toMatchObject({
    name: "QueryError",
    errorClass: "PATH_NOT_FOUND",
    message: expect.stringContaining(missing),
  });
});
