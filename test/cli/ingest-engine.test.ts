import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openParquetDataset } from "../../src/dataset/ingest/open-parquet-dataset.ts";
import { mixedJobs } from "../dataset/engine-ingest/mixed-jobs.ts";
import { fixtureFolder } from "../dataset/fixture-folder.ts";
import { runCli } from "../util/run-cli.ts";
import { temporaryFolder } from "../util/temporary-folder.ts";

test("ingest --engine has an engine write the tables", async () => {
  const [folder, out] = [await fixtureFolder(mixedJobs()), join(await temporaryFolder(), "out")];
  const args = ["ingest", folder, "--out", out, "--partition-by", "status", "--engine", "duckdb:"];
  const { status, stdout, stderr } = await runCli(...args, "--json");
  expect(status).toBe(3);
  expect(JSON.parse(stdout).jobs).toMatchObject({ read: 12, kept: 0, removed: 0 });
  expect(stderr).toMatch(/^12 jobs read, 0 kept, 0 removed$/m);
  expect(await readdir(join(out, "images"))).toEqual(["status=completed", "status=failed"]);
  const dataset = await openParquetDataset(out);
  expect(dataset.jobIds).toContain("gone");
});

test.each([
  ["--workers", "2"],
  ["--memory", "2GB"],
  ["--from-zips"],
  ["--part-size", "1MB"],
  ["--compression", "zstd"],
  ["--raw"],
])("ingest --engine has no use for %s", async (...option) => {
  const { status, stderr } = await runCli("ingest", ".", "--out", "out", "--engine", "duckdb:", ...option);
  expect(status).toBe(2);
  expect(stderr).toContain(`${option[0]} is for the work on this machine, not for --engine`);
});

test("ingest --engine is for Parquet, and does not repeat an address that it cannot read", async () => {
  const csv = await runCli("ingest", ".", "--out", "out", "--format", "csv", "--engine", "duckdb:");
  expect(csv.stderr).toContain("--engine is for --format parquet, not for csv");
  const folder = await fixtureFolder(mixedJobs());
  const odd = await runCli("ingest", folder, "--out", `${folder}-out`, "--engine", "sx://h/;token=secret");
  expect([odd.status, odd.stderr.includes("secret")]).toEqual([1, false]);
});
