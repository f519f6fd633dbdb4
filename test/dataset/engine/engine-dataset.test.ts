import { rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeEach, describe, expect, test } from "vitest";
import type { EngineDataset } from "../../../src/dataset/engine-dataset.ts";
import { openEngineDataset } from "../../../src/dataset/open-engine-dataset.ts";
import type { Engine } from "../../../src/engine/engine.ts";
import { openEngine } from "../../../src/engine/open-engine.ts";
import { QueryError } from "../../../src/engine/query-error.ts";
import { plainRows } from "../../util/plain-rows.ts";
import { temporaryFolder } from "../../util/temporary-folder.ts";
import { fixtureFolder } from "../fixture-folder.ts";
import { ingest, openParquetDataset } from "../ingest/built.ts";

const jobsOf = (...heights: number[]) =>
  Object.fromEntries(heights.map((height, i) => [`${i}/job.json`, { params: { height } }]));

let engine: Engine;
let out: string;
let dataset: EngineDataset;

beforeEach(async () => {
  engine = await openEngine("duckdb:");
  out = join(await temporaryFolder(), "out");
  await ingest(await fixtureFolder(jobsOf(1, 2, 3)), out, { workers: 1 });
  dataset = await openEngineDataset(engine, out);
  return () => engine.close();
});

const heights = async (of: EngineDataset, query = "SELECT height FROM jobs ORDER BY height DESC") =>
  plainRows(await of.sql(query)).map(({ height }) => height);

describe("openEngineDataset()", () => {
  test("opens several datasets on one engine, each with its own tables, beside those of the engine", async () => {
    const other = join(await temporaryFolder(), "other");
    await ingest(await fixtureFolder(jobsOf(7)), other, { workers: 1 });
    const second = await openEngineDataset(engine, other);
    await engine.exec("CREATE TABLE extra AS SELECT 5 AS height");
    expect(await heights(dataset)).toEqual([3, 2, 1]);
    expect(await heights(second)).toEqual([7]);
    expect(await heights(second, "SELECT height FROM extra UNION ALL SELECT height FROM jobs")).toEqual([
      5, 7,
    ]);
    await expect(engine.query("SELECT * FROM jobs").toTable()).rejects.toThrow(QueryError);
  });

  test("opens an address through the engine", async () => {
    const there = await openEngineDataset(engine, `${pathToFileURL(out).href}/`);
    expect(there.jobIds).toEqual(dataset.jobIds);
    expect(plainRows(await there.table("jobs"))).toEqual(plainRows(await dataset.table("jobs")));
    const nowhere = `${pathToFileURL(out).href}/nowhere`;
    await expect(openEngineDataset(engine, nowhere)).rejects.toMatchObject({
      code: "INGEST_FOLDER",
      folder: nowhere,
      message: expect.stringContaining("no ingest has written any into it"),
    });
    const views = await engine.query("SELECT view_name FROM duckdb_views() WHERE NOT internal").toTable();
    expect(views.array("view_name").filter((name) => String(name).includes("manifest"))).toEqual([]);
  });

  test("says what is wrong with a folder, and with options", async () => {
    const empty = await temporaryFolder();
    await expect(openEngineDataset(engine, empty)).rejects.toMatchObject({ code: "INGEST_FOLDER" });
    await expect(openEngineDataset(engine, out, { prefix: "a" } as object)).rejects.toThrow(
      'There is no option "prefix"',
    );
    const reason = new Error("stop");
    await expect(openEngineDataset(engine, out, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

describe("EngineDataset", () => {
  test("knows of its tables what the manifest says", async () => {
    const files = await openParquetDataset(out);
    expect(dataset.about).toEqual(files.about);
    expect(dataset.dialect).toBe(engine.dialect);
    expect(dataset.columns("jobs")).toEqual(files.columns("jobs"));
    expect(await dataset.numRows("jobs")).toBe(3);
    const table = await dataset.table("jobs", { columns: ["height"] });
    expect(plainRows(table)).toEqual([{ height: 1 }, { height: 2 }, { height: 3 }]);
    await expect(dataset.table("jobs", { columns: ["hight"] })).rejects.toThrow('did you mean "height"');
    await expect(dataset.table("polygons")).rejects.toThrow("ingest with { polygons: true }");
  });

  test.each([
    ["WITH jobs AS (SELECT * FROM jobs WHERE height > 1) SELECT height FROM jobs ORDER BY 1 DESC", [3, 2]],
    ["/* WITH */ -- the tallest\n WITH tall AS (FROM jobs WHERE height > 2) FROM tall;\n", [3]],
    ["FROM JOBS SELECT height WHERE height = 2 -- the middle", [2]],
    ["SELECT DISTINCT 'jobs' = 'images' AS height", [false]],
  ])("resolves the names of tables in %s", async (query, expected) => {
    expect(await heights(dataset, query)).toEqual(expected);
  });

  test("takes parameters, and shows errors with the query as it was written", async () => {
    const query = "SELECT height FROM jobs WHERE height > $least";
    expect(plainRows(await dataset.sql(query, { least: 2 }))).toEqual([{ height: 3 }]);
    const wrong = "SELECT hight FROM jobs";
    await expect(dataset.sql(wrong)).rejects.toMatchObject({ name: "QueryError", query: wrong });
    await expect(dataset.sql(wrong, [], { memoryLimit: 5 } as object)).rejects.toThrow(
      'There is no option "memoryLimit"',
    );
  });

  test("says that files are gone", async () => {
    await rm(join(out, "jobs"), { recursive: true });
    for (const folder of [out, pathToFileURL(out).href]) {
      const opening = openEngineDataset(engine, folder);
      await expect(opening).rejects.toMatchObject({ code: "INGEST_FOLDER", folder });
    }
    await expect(dataset.table("jobs")).rejects.toThrow("jobs/part-");
    await expect(dataset.sql("SELECT * FROM jobs")).rejects.toMatchObject({ code: "INGEST_FOLDER" });
  });
});
