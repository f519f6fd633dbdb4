import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { aq, inspectFile, readTable, writeTable } from "infinity-frames";
import { describe, expect, test } from "vitest";
import { plainRows } from "../util/plain-rows.ts";
import { runCli } from "../util/run-cli.ts";
import { temporaryFolder } from "../util/temporary-folder.ts";

const FIXTURE = join(import.meta.dirname, "..", "..", "fixtures", "spills", "batch");
const study = aq.table({
  num_reps: Int32Array.of(1, 2),
  camera_height: [0.5, null],
  scene: ["GYM_1", "=SUM(A1)"],
  at: [new Date("2022-07-28T12:00:00Z"), null],
  lens: [{ focal: 35, tags: ["a"] }, null],
});

describe("infinity-frames convert", () => {
  test("keeps types and metadata from Parquet to Arrow and back", async () => {
    const folder = await temporaryFolder();
    const path = (name: string) => join(folder, name);
    await writeTable(study, path("a.parquet"), { metadata: { recipe: "{}" } });
    expect(await runCli("convert", path("a.parquet"), path("b.arrow"))).toMatchObject({
      status: 0,
      stdout: "",
      stderr: expect.stringContaining("2 rows of 5 columns written to "),
    });
    const again = await runCli(
      "convert",
      path("b.arrow"),
      path("c.parquet"),
      "--compression",
      "zstd",
      "--json",
      "--quiet",
    );
    expect([again.status, again.stderr]).toEqual([0, ""]);
    expect(JSON.parse(again.stdout)).toEqual({ path: path("c.parquet"), rows: 2, columns: 5 });
    const [a, c] = await Promise.all(["a.parquet", "c.parquet"].map((name) => inspectFile(path(name))));
    expect(c).toMatchObject({ columns: a?.columns, metadata: { recipe: "{}" }, compression: ["zstd"] });
    expect(plainRows(await readTable(path("c.parquet")))).toEqual(plainRows(study));
  });

  test("gives the columns of CSV files their types, or leaves them as text", async () => {
    const folder = await temporaryFolder();
    const path = (name: string) => join(folder, name);
    await writeFile(path("a.csv"), "id,name,on\n1,007,true\n2,,false\n");
    await runCli("convert", path("a.csv"), path("typed.parquet"));
    await runCli("convert", path("a.csv"), path("text.parquet"), "--text");
    const types = async (name: string) => (await inspectFile(path(name))).columns.map(({ type }) => type);
    expect(await types("typed.parquet")).toEqual(["int32", "string", "bool"]);
    expect(await types("text.parquet")).toEqual(["string", "string", "string"]);
  });

  test("guards the texts of CSV files that a spreadsheet would run, unless told not to", async () => {
    const folder = await temporaryFolder();
    const path = (name: string) => join(folder, name);
    await writeTable(study.select("scene"), path("a.parquet"));
    await runCli("convert", path("a.parquet"), path("guarded.csv"));
    await runCli("convert", path("a.parquet"), path("raw.csv"), "--raw");
    const cell = async (name: string) => (await readTable(path(name))).get("scene", 1);
    expect([await cell("guarded.csv"), await cell("raw.csv")]).toEqual(["'=SUM(A1)", "=SUM(A1)"]);
  });

  test("overwrites nothing without --force, and says what it cannot do", async () => {
    const folder = await temporaryFolder();
    const path = (name: string) => join(folder, name);
    await writeTable(study, path("a.parquet"));
    await writeFile(path("taken.arrow"), "");
    const taken = await runCli("convert", path("a.parquet"), path("taken.arrow"));
    expect([taken.status, taken.stderr]).toEqual([
      1,
      expect.stringContaining(`taken.arrow": it exists, pass --force`),
    ]);
    expect((await runCli("convert", path("a.parquet"), path("taken.arrow"), "--force")).status).toBe(0);
    const odd = await runCli("convert", path("a.parquet"), path("b.txt"));
    expect([odd.status, odd.stderr]).toEqual([
      2,
      expect.stringContaining("OUT must end with one of .parquet, .arrow, .csv"),
    ]);
    const codec = await runCli("convert", path("a.parquet"), path("b.csv"), "--compression", "zstd");
    expect([codec.status, codec.stderr]).toEqual([
      2,
      expect.stringContaining("--compression is for .parquet files"),
    ]);
    const missing = await runCli("convert", path("none.parquet"), path("b.csv"));
    expect([missing.status, missing.stderr]).toEqual([
      1,
      expect.stringContaining('none.parquet": there is no such file'),
    ]);
  });
});

describe("infinity-frames inspect", () => {
  test("shows columns, rows and metadata of a file, for people and as JSON", async () => {
    const path = join(await temporaryFolder(), "a.parquet");
    await writeTable(study, path, { metadata: { recipe: '{"seed":1}' } });
    const { status, stdout } = await runCli("inspect", path);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^size +2 rows of 5 columns, in 1 row group$/m);
    expect(stdout).toMatch(/^timestamp +at$/m);
    expect(stdout).toMatch(/^recipe +\{"seed":1\}$/m);
    const json = await runCli("inspect", path, "--json");
    expect(JSON.parse(json.stdout)).toEqual(await inspectFile(path));
  });

  test("lists the tables of a folder that ingest wrote", async () => {
    const out = join(await temporaryFolder(), "tables");
    await runCli("ingest", FIXTURE, "--out", out);
    const { stdout } = await runCli("inspect", out);
    expect(stdout).toMatch(/^generators +spills-v0.1.0$/m);
    expect(stdout).toMatch(/^ *12 +1 +[\d.]+ kB +images$/m);
    expect(JSON.parse((await runCli("inspect", out, "--json")).stdout)).toMatchObject({
      format: "dataset",
      jobs: 2,
      about: { generators: ["spills-v0.1.0"] },
    });
  });

  test("says what is wrong with other files", async () => {
    const folder = await temporaryFolder();
    const path = join(folder, "a.csv");
    await writeFile(path, "a,b\n");
    const { status, stderr } = await runCli("inspect", path);
    expect([status, stderr]).toEqual([1, expect.stringContaining("it is neither Parquet nor Arrow")]);
    await mkdir(join(folder, "empty"));
    const empty = await runCli("inspect", join(folder, "empty"));
    expect([empty.status, empty.stderr]).toEqual([1, expect.stringContaining("no ingest has written any")]);
    expect((await runCli("inspect", join(folder, "none"))).stderr).toContain('none": there is no such file');
  });
});
