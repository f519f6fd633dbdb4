import { readdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { sql } from "../../src/engine/sql.ts";
import { temporaryFolder } from "../util/temporary-folder.ts";
import { writeParquet } from "./write-parquet.ts";

/** A folder with a table of a dataset, and a secret that is not of it. */
async function place() {
  const folder = await temporaryFolder();
  const jobs = `${folder}/jobs.parquet`;
  await writeParquet("SELECT 1 AS id", jobs);
  const secret = `${folder}/secret.csv`;
  await writeFile(secret, "word\nswordfish\n");
  const state = async () => [(await readdir(folder)).sort(), await readFile(jobs, "hex")];
  const ask = (query: string, options = {}) => sql(query, { tables: { jobs }, ...options });
  return { folder, jobs, secret, state, ask };
}

const NO_QUERY = /^Cannot run the query: it is no query, expected one SELECT/;

describe("a query", () => {
  test.each([
    ["COPY", (p: Place) => `COPY (SELECT 2 AS id) TO '${p.jobs}' (FORMAT parquet)`],
    ["COPY of a table", (p: Place) => `COPY jobs TO '${p.folder}/copy.csv'`],
    ["EXPLAIN ANALYZE COPY", (p: Place) => `EXPLAIN ANALYZE COPY (SELECT 2 AS id) TO '${p.jobs}'`],
    ["EXPORT", (p: Place) => `EXPORT DATABASE '${p.folder}/export'`],
    ["IMPORT", (p: Place) => `IMPORT DATABASE '${p.folder}'`],
    ["ATTACH", (p: Place) => `ATTACH '${p.folder}/other.db'`],
    ["INSTALL", () => "INSTALL httpfs"],
    ["LOAD", () => "LOAD httpfs"],
    ["SET", () => "SET memory_limit = '1GB'"],
    ["SET of what opens files", () => "SET enable_external_access = true"],
    ["RESET", () => "RESET lock_configuration"],
    ["PRAGMA", () => "PRAGMA enable_profiling"],
    ["CALL", (p: Place) => `CALL enable_logging(storage = 'file', storage_path = '${p.folder}/log')`],
    ["CREATE TABLE", () => "CREATE TABLE t AS SELECT 1"],
    ["CREATE SECRET", () => "CREATE SECRET s (TYPE s3, KEY_ID 'a')"],
    ["INSERT", () => "INSERT INTO jobs VALUES (2)"],
    ["DELETE", () => "DELETE FROM jobs"],
    ["DROP", () => "DROP VIEW jobs"],
    ["VACUUM", () => "VACUUM"],
    ["CHECKPOINT", () => "CHECKPOINT"],
    ["PREPARE", () => "PREPARE p AS SELECT 1"],
    ["a transaction", () => "BEGIN"],
    ["something after a SELECT", () => "SELECT 1; DROP VIEW jobs"],
    ["PIVOT without its values", () => "PIVOT jobs ON id USING count(*)"],
  ])("is no %s", async (_, queryIn) => {
    const p = await place();
    const before = await p.state();
    await expect(p.ask(queryIn(p))).rejects.toThrow(NO_QUERY);
    await expect(p.ask(queryIn(p), { externalAccess: true })).rejects.toThrow(NO_QUERY);
    expect(await p.state()).toEqual(before);
  });

  test.each([
    ["two of them", "SELECT 1; SELECT 2", "it holds 2 statements, expected one SELECT"],
    ["none", "", "it holds no statement, expected one SELECT"],
    ["a comment", "-- SELECT 1", "it holds no statement, expected one SELECT"],
    ["one with an end before its end", "SELECT 1\0; DROP VIEW jobs", "it holds a character of code 0"],
  ])("is not %s", async (_, query, reason) => {
    const { ask } = await place();
    await expect(ask(query)).rejects.toThrow(`Cannot run the query: ${reason}`);
  });

  test.each([
    ["VALUES", "VALUES (1)"],
    ["a CTE", "WITH RECURSIVE r AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM r WHERE i < 5) FROM r"],
    ["DESCRIBE", "DESCRIBE jobs"],
    ["SUMMARIZE", "SUMMARIZE jobs"],
    ["PIVOT with its values", "PIVOT jobs ON id IN (1, 2) USING count(*)"],
    ["range() and unnest()", "SELECT * FROM range(3), unnest([1, 2])"],
    ["a closing semicolon", "SELECT 1;"],
    ["the catalogue", "SELECT table_name FROM information_schema.tables"],
    ["a table named by a text", "FROM query_table('jobs')"],
  ])("may be %s", async (_, query) => {
    const { ask } = await place();
    expect((await ask(query)).numRows()).toBeGreaterThan(0);
  });

  test.each([
    ["read_text", (p: Place) => `FROM read_text('${p.secret}')`],
    ["read_blob", (p: Place) => `FROM read_blob('${p.secret}')`],
    ["read_csv", (p: Place) => `SELECT (SELECT max(word) FROM READ_CSV('${p.secret}')) FROM jobs`],
    ["glob", (p: Place) => `SELECT * FROM jobs WHERE EXISTS (FROM glob('${p.folder}/*'))`],
    ["sniff_csv", (p: Place) => `WITH s AS (FROM sniff_csv('${p.secret}')) FROM s`],
    ["read_parquet", () => "FROM system.main.read_parquet('http://127.0.0.1:1/a.parquet')"],
    ["parquet_metadata", (p: Place) => `FROM parquet_metadata('${p.secret}')`],
    ["read_duckdb", (p: Place) => `FROM read_duckdb('${p.folder}/other.db')`],
    [
      "enable_logging",
      (p: Place) => `FROM enable_logging(storage = 'file', storage_path = '${p.folder}/log')`,
    ],
    ["enable_profiling", () => "FROM enable_profiling()"],
    ["force_checkpoint", () => "FROM force_checkpoint()"],
    ["query", () => "FROM query('SELECT 1')"],
    ["json_execute_serialized_sql", () => "FROM json_execute_serialized_sql(json_serialize_sql('SELECT 1'))"],
    ["arrow_scan", () => "FROM arrow_scan(1, 2, 3)"],
    ["duckdb_secrets", () => "FROM duckdb_secrets()"],
    ["table_0", () => "FROM table_0()"],
  ])("calls no %s()", async (name, queryIn) => {
    const p = await place();
    const before = await p.state();
    await expect(p.ask(queryIn(p))).rejects.toThrow(
      `Cannot run the query: it calls ${name}(…) in place of a table, expected a table or one of range, `,
    );
    expect(await p.state()).toEqual(before);
  });

  test("reads no file by its name, be it beside those of the dataset", async () => {
    const { ask, secret, folder } = await place();
    await writeParquet("SELECT 2 AS id", `${folder}/other.parquet`);
    for (const path of [secret, "/etc/passwd", `${folder}/other.parquet`, `${folder}/*.parquet`]) {
      await expect(ask(`FROM '${path}'`)).rejects.toThrow(/does not exist|disabled by configuration/);
      for (const query of [`DESCRIBE '${path}'`, `SUMMARIZE '${path}'`, `FROM query_table('${path}')`]) {
        await expect(ask(query)).rejects.toThrow(/does not exist|disabled by configuration/);
      }
    }
  });

  test("changes no setting: the next query finds them as they were", async () => {
    const { ask } = await place();
    const query =
      "SELECT value FROM duckdb_settings() WHERE name IN ('lock_configuration', 'enable_external_access', 'autoinstall_known_extensions', 'autoload_known_extensions', 'allow_persistent_secrets') ORDER BY name";
    expect((await ask(query)).array("value")).toEqual(["false", "false", "false", "false", "true"]);
  });
});

describe("externalAccess", () => {
  test("lets a query read other files", async () => {
    const { ask, secret } = await place();
    const query = `SELECT word FROM read_csv('${secret}')`;
    expect((await ask(query, { externalAccess: true })).array("word")).toEqual(["swordfish"]);
  });
});

describe("a query that names an address", () => {
  test("asks for nothing there", async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? "");
      response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const { ask } = await place();
    await expect(ask(`FROM 'http://127.0.0.1:${port}/a.parquet'`)).rejects.toMatchObject({
      name: "QueryError",
    });
    expect(asked).toEqual([]);
  });
});

type Place = Awaited<ReturnType<typeof place>>;
