import { mkdir, writeFile } from "node:fs/promises";
import { relative } from "node:path";
import { desc } from "arquero";
import { describe, expect, test } from "vitest";
import type { EngineColumn } from "../../../src/engine/engine-source.ts";
import { writeParquet } from "../../../src/io/write-parquet.ts";
import { makeTable } from "../../../src/tables/make-table.ts";
import { TypedColumn } from "../../../src/tables/typed-column.ts";
import { InfinityFramesError } from "../../../src/util/infinity-frames-error.ts";
import { temporaryFolder } from "../../util/temporary-folder.ts";
import type { SuiteParts } from "./engine-suite.ts";

const ODD_NAMES = ["it's [1].json", "a b+c%20.json", "é {x,y} #1.json", "star*.json", "what?.json"];

const COLUMNS: readonly EngineColumn[] = [
  ["n", "int64"],
  ["flag", "bool"],
  ["boxes", { list: { struct: [["x", "float64"] as const, ["tags", "string[]"] as const] } }],
  ["scores", { map: "float64" }],
  ["extra", "json"],
  ["it's", "int32"],
];

const NOTHING = { n: null, flag: null, boxes: null, scores: null, extra: null, "it's": null };

/** Documents, and what becomes of them; null for broken ones. */
const DOCUMENTS: readonly (readonly [string, string, object | null])[] = [
  [
    "all fields",
    '{"n":9007199254740993,"flag":true,"boxes":[{"x":1.5,"tags":["a",null]},null],"scores":{"p":1},"extra":{"q":[1,"]"]},"it\'s":2}',
    {
      n: 9007199254740993n,
      flag: true,
      boxes: [{ x: 1.5, tags: ["a", null] }, null],
      scores: '{"p":1}',
      extra: '{"q":[1,"]"]}',
      "it's": 2,
    },
  ],
  ["none", "{}", {}],
  ["others", '{"other":[{"deep":1}],"n":null}', {}],
  [
    "over lines",
    '{\n  "n": 1,\n  "boxes": [\n    {"x": 2}\n  ]\n}\n',
    { n: 1n, boxes: [{ x: 2, tags: null }] },
  ],
  ["empty lists, objects and maps", '{"boxes":[],"scores":{}}', { boxes: [], scores: "{}" }],
  ["an empty object in a list", '{"boxes":[{},null]}', { boxes: [{ x: null, tags: null }, null] }],
  ["a text cut off", '{"n":1', null],
  ["no text", "", null],
  ["two documents", '{"n":1}{"n":2}', null],
  ["a list", '[{"n":1}]', null],
  ["a number", "5", null],
  ["a comma too many", '{"n":1,}', null],
  ["text for a number", '{"n":"1"}', null],
  ["a fraction for an integer", '{"n":1.5}', null],
  ["an integer beyond 64 bits", '{"n":9223372036854775808}', null],
  ["an integer beyond 32 bits", '{"it\'s":2147483648}', null],
  ["a number for a truth value", '{"flag":1}', null],
  ["an object for a list", '{"boxes":{"x":1}}', null],
  ["a number in a list of objects", '{"boxes":[{},5]}', null],
  ["text for a number deep inside", '{"boxes":[{"x":1},{"x":"two"}]}', null],
  ["text in a map of numbers", '{"scores":{"p":1,"q":"x"}}', null],
];

export function sourceSuite({ engine }: SuiteParts): void {
  const objects = async (sql: string): Promise<object[]> => (await engine().query(sql).toTable()).objects();

  test("registers tables in memory, with the rows they show, and anew", async () => {
    const memory = makeTable([
      ["id", new TypedColumn("int32", [1, 2, 3])],
      ["big", new TypedColumn("int64", [1, null, 2 ** 40])],
      ["ratio", new TypedColumn("float64", [0.5, Number.NaN, null])],
      ["text", new TypedColumn("string", ["a", null, "it's"])],
      ["flag", new TypedColumn("bool", [true, null, false])],
      [
        "at",
        new TypedColumn("timestamp", [new Date("2024-01-01"), null, new Date("1969-12-31T23:59:59.999Z")]),
      ],
      ["list", new TypedColumn("float64[]", [[1, 2], null, []])],
      ["pose", new TypedColumn("struct<x:float64,n:string>", [{ x: 1, n: "a" }, null, { x: null, n: null }])],
    ]);
    await engine().registerDataset({ memory });
    expect(await objects("SELECT * FROM memory ORDER BY id")).toEqual(memory.objects());
    const shown = memory.filter((row: { id: number }) => row.id > 1).orderby(desc("id"));
    await engine().registerDataset({ memory: shown.select("id") });
    expect(await objects("SELECT * FROM memory ORDER BY id")).toEqual([{ id: 2 }, { id: 3 }]);
    await engine().registerDataset({ memory: makeTable([["id", new TypedColumn("int32", [])]]) });
    expect(await objects("SELECT count(*) AS n FROM memory")).toEqual([{ n: 0 }]);
  });

  test("registers a Parquet file, several, and folders of them with and without partitions", async () => {
    const folder = await temporaryFolder();
    const part = (id: number) =>
      makeTable([
        ["id", new TypedColumn("int32", [id, id + 1])],
        ["name", new TypedColumn("string", [`n${id}`, null])],
      ]);
    const plain = `${folder}/it's [1] *?/b+c%20`;
    for (const [i, path] of [`${plain}/a.parquet`, `${plain}/deep.parquet`].entries()) {
      await writeParquet(part(10 * i), path);
    }
    await writeFile(`${plain}/_SUCCESS`, "");
    await writeFile(`${plain}/.hidden.parquet`, "unfinished");
    const ids = "SELECT id, name FROM files ORDER BY id";
    const both = [0, 1, 10, 11].map((id) => ({ id, name: id % 10 === 0 ? `n${id}` : null }));
    for (const files of [
      plain,
      [`${plain}/a.parquet`, `${plain}/deep.parquet`],
      relative(process.cwd(), plain),
    ]) {
      await engine().registerDataset({ files });
      expect(await objects(ids)).toEqual(both);
    }
    await engine().registerDataset({ files: `${plain}/a.parquet` });
    expect(await objects(ids)).toEqual(both.slice(0, 2));

    const parted = `${folder}/out/parted`;
    for (const [i, name] of ["job=007", "job=a%2Fb", "job=__HIVE_DEFAULT_PARTITION__"].entries()) {
      await mkdir(`${parted}/${name}`, { recursive: true });
      await writeParquet(part(10 * i), `${parted}/${name}/x.parquet`);
    }
    await engine().registerDataset({ parted });
    expect(await objects("SELECT id, job FROM parted ORDER BY id")).toEqual([
      ...[0, 1].map((id) => ({ id, job: "007" })),
      ...[10, 11].map((id) => ({ id, job: "a/b" })),
      ...[20, 21].map((id) => ({ id, job: null })),
    ]);
    const columns: readonly EngineColumn[] = [
      ["name", "string"],
      ["job", "string"],
      ["id", "int32"],
      ["missing", "float64"],
    ];
    await engine().registerDataset({ parted: { format: "parquet", files: [parted], columns } });
    expect((await objects("SELECT * FROM parted ORDER BY id"))[0]).toEqual({
      name: "n0",
      job: "007",
      id: 0,
      missing: null,
    });
  });

  test("registers texts by the names they are given under", async () => {
    const folder = await temporaryFolder();
    const files = [...ODD_NAMES, "empty.txt"].map((name) => `${folder}/${name}`);
    for (const file of files) await writeFile(file, file.endsWith("empty.txt") ? "" : `${file}\r\né😀\n`);
    const given = files.map((file, i) => (i % 2 === 0 ? file : relative(process.cwd(), file)));
    await engine().registerDataset({ texts: { format: "text", files: given } });
    const rows = await objects("SELECT file, content FROM texts");
    const expected = given.map((file, i) => ({
      file,
      content: i === files.length - 1 ? "" : `${files[i]}\r\né😀\n`,
    }));
    expect(sorted(rows)).toEqual(sorted(expected));
  });

  test("registers documents of JSON, and tells which are broken", async () => {
    const folder = await temporaryFolder();
    const files = DOCUMENTS.map((_, i) => `${folder}/${i}-${ODD_NAMES[i % ODD_NAMES.length]}`);
    for (const [i, [, content]] of DOCUMENTS.entries()) await writeFile(files[i] as string, content);
    await engine().registerDataset({ documents: { format: "json", files, columns: COLUMNS } });
    const names = COLUMNS.map(([name]) => `"${name}"`).join(", ");
    const rows = (await objects(`SELECT file, broken, ${names} FROM documents`)) as { file: string }[];
    expect(rows.length).toBe(files.length);
    const found = new Map(rows.map(({ file, ...row }) => [file, row]));
    for (const [i, [about, , fields]] of DOCUMENTS.entries()) {
      const row = found.get(files[i] as string);
      // What can be told of a broken file is an engine's own affair.
      const expected = fields === null ? { ...row, broken: true } : { broken: false, ...NOTHING, ...fields };
      expect([about, row]).toEqual([about, expected]);
    }
    // Whichever columns a query asks for, the same files are broken.
    const broken = files.filter((_, i) => DOCUMENTS[i]?.[2] === null);
    const told = (await objects("SELECT file FROM documents WHERE broken")) as { file: string }[];
    expect(told.map(({ file }) => file).sort()).toEqual(broken.sort());
  });

  describe("refuses", () => {
    test.each([
      ["a Parquet file", (path: string) => path],
      ["a text", (path: string) => ({ format: "text" as const, files: [path] })],
      ["a document", (path: string) => ({ format: "json" as const, files: [path], columns: COLUMNS })],
    ])("%s that is missing, by its name", async (_, source) => {
      const path = `${await temporaryFolder()}/nothing-here`;
      const registered = (async () => {
        await engine().registerDataset({ missing: source(path) });
        await engine().query("SELECT * FROM missing").toTable();
      })();
      const error: unknown = await registered.catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(InfinityFramesError);
      expect(String(error)).toContain("nothing-here");
    });

    test("a Parquet file that is none", async () => {
      const path = `${await temporaryFolder()}/none.parquet`;
      await writeFile(path, "no Parquet at all");
      const registered = (async () => {
        await engine().registerDataset({ none: path });
        await engine().query("SELECT * FROM none").toTable();
      })();
      await expect(registered).rejects.toBeInstanceOf(InfinityFramesError);
    });
  });
}

function sorted(rows: readonly object[]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}
