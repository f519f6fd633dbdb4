import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { fixtureFolder } from "../dataset/fixture-folder.ts";
import { someJobs } from "../dataset/ingest/some-jobs.ts";
import { runCli } from "../util/run-cli.ts";
import { temporaryFolder } from "../util/temporary-folder.ts";

async function sql(...args: string[]) {
  const { status, stdout, stderr } = await runCli("sql", ...args, "--engine", "duckdb:", "--json", "--quiet");
  expect([status, stderr]).toEqual([0, ""]);
  return JSON.parse(stdout);
}

/** A folder with two files of one name, and what `ingest` wrote. */
async function someTables(): Promise<{ folder: string; tables: string; files: string[] }> {
  const folder = await temporaryFolder();
  const tables = join(folder, "tables");
  const files = ["a", "b"].map((name) => join(folder, name, "boxes.parquet"));
  expect(
    (await runCli("ingest", await fixtureFolder(someJobs(3, 2)), "--out", tables, "--quiet")).status,
  ).toBe(0);
  for (const [place, file] of files.entries()) {
    const query = `SELECT ${place + 1} AS v, 'x' AS job_id`;
    expect((await runCli("sql", query, "--out", file, "--quiet")).status).toBe(0);
  }
  return { folder, tables, files };
}

test("sql --engine takes files of one name for parts of one table, beside an ingested folder", async () => {
  const { tables, files } = await someTables();
  expect(await sql("SELECT count(*)::INT AS n, sum(v)::INT AS v FROM boxes", ...files)).toEqual([
    { n: 2, v: 3 },
  ]);
  const both = "SELECT (SELECT count(*) FROM images)::INT AS images, (SELECT max(v) FROM boxes) AS v";
  expect(await sql(both, tables, ...files)).toEqual([{ images: 6, v: 2 }]);
  expect(await sql(both, pathToFileURL(tables).href, ...files)).toEqual([{ images: 6, v: 2 }]);
});

test("sql --engine tells of two tables of one name, and of a folder that is not there", async () => {
  const { folder, tables, files } = await someTables();
  const named = ["--table", `images=${files[0]}`, "--engine", "duckdb:"];
  const twice = await runCli("sql", "SELECT 1", tables, ...named);
  expect(twice.stderr).toContain("There are two tables images");
  const gone = await runCli("sql", "SELECT 1 FROM gone", join(folder, "gone"), "--engine", "duckdb:");
  expect(gone.status).toBe(1);
  expect(gone.stderr).toContain(join(folder, "gone"));
});
