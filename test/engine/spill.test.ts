import { readdir } from "node:fs/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { DuckDbEngine } from "../../src/engine/duckdb/duckdb-engine.ts";
import type { DuckDbOptions } from "../../src/engine/duckdb/duckdb-options.ts";
import { temporaryFolder } from "../util/temporary-folder.ts";

const MB = 1e6;
const ROWS = 500_000;
const NOTES = `WITH notes AS MATERIALIZED (
  SELECT range AS id, md5(range::VARCHAR) || md5(range::VARCHAR) AS text FROM range(${ROWS}))`;
const JOIN = `${NOTES} SELECT count(*) AS n FROM notes a JOIN notes b USING (text)`;
const SORT = `${NOTES} SELECT max(place) AS n FROM (SELECT row_number() OVER (ORDER BY text) AS place FROM notes)`;

async function openEngine(options: DuckDbOptions = {}) {
  const tempFolder = await temporaryFolder();
  const engine = await DuckDbEngine.over({}, { memoryLimit: 60 * MB, threads: 2, tempFolder, ...options });
  onTestFinished(() => engine.close());
  return { engine, tempFolder };
}

describe("a query that does not fit into memory", () => {
  test.each([
    ["join", JOIN],
    ["sort", SORT],
  ])("goes to temporary files, which are gone in the end (%s)", async (_, query) => {
    const { engine, tempFolder } = await openEngine();
    let files = 0;
    const look = setInterval(async () => {
      const found = await readdir(tempFolder, { recursive: true }).catch(() => []);
      files = Math.max(files, found.length);
    }, 5);
    const result = await engine
      .query(query)
      .toTable()
      .finally(() => clearInterval(look));
    expect(result.get("n")).toBe(ROWS);
    // The folder of the engine itself, and what lies in it.
    expect(files).toBeGreaterThan(1);
    await engine.close();
    await engine.close();
    expect(await readdir(tempFolder)).toEqual([]);
    await expect(engine.query("SELECT 1").toTable()).rejects.toThrow(
      "Cannot run the query: the engine is closed",
    );
  });

  test("is told so where temporary files would take too much, and the engine goes on", async () => {
    const { engine, tempFolder } = await openEngine({ maxTempBytes: 5 * MB });
    await expect(engine.query(JOIN).toTable()).rejects.toMatchObject({
      name: "QueryError",
      code: "QUERY",
      message: expect.stringMatching(/Out of Memory Error.*maxTempBytes gives temporary files more room$/s),
    });
    expect((await engine.query("SELECT count(*) AS n FROM range(10)").toTable()).get("n")).toBe(10);
    await engine.close();
    expect(await readdir(tempFolder)).toEqual([]);
  });

  test("is told so where there is not memory enough to work in", async () => {
    const { engine } = await openEngine({ memoryLimit: 1 * MB });
    await expect(engine.query(JOIN).toTable()).rejects.toThrow(
      /Out of Memory Error.*memoryLimit gives it more memory/s,
    );
  });
});

describe("an engine", () => {
  test("runs queries side by side, and one that is stopped does not stop the others", async () => {
    const { engine } = await openEngine();
    const controller = new AbortController();
    const endless = engine
      .query(
        "SELECT count(*) FROM range(10000000) a, range(10000000) b WHERE a.range * b.range % 7 = 1",
        undefined,
        { signal: controller.signal },
      )
      .toTable();
    const query = "SELECT count(*) AS n FROM range(1000) WHERE range >= $least";
    const counts = [1, 2, 3].map((least) => engine.query(query, { least }).toTable());
    expect((await Promise.all(counts)).map((count) => count.get("n"))).toEqual([999, 998, 997]);
    controller.abort();
    await expect(endless).rejects.toBe(controller.signal.reason);
  });
});
