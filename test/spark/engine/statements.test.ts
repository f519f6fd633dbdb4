import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { EngineProgress } from "../../../src/engine/engine.ts";
import { openEngine } from "../../../src/engine/open-engine.ts";
import { SparkEngine } from "../../../src/engine/spark/spark-engine.ts";
import { temporaryFolder } from "../../util/temporary-folder.ts";
import { sparkAddress } from "../shared-cluster.ts";
import { openSpark } from "./opened.ts";

/** Takes a minute: longer than the test, and not for ever, should it not be stopped. */
const LONG = "SELECT sum(id % 7) AS n FROM range(0, 100000000000, 1, 4)";

test("openEngine() opens an engine on Spark by its address", async () => {
  const engine = await openEngine(sparkAddress());
  expect(engine).toBeInstanceOf(SparkEngine);
  expect(engine.name).toBe("spark");
  expect(engine.version).toMatch(/^4\.\d+\.\d+/);
  await engine.close();
  await engine.close();
});

test("statements make views and read them", async () => {
  const engine = await openSpark();
  await engine.exec("CREATE TEMPORARY VIEW three AS SELECT id FROM range(3)");
  const sum = await engine.query("SELECT sum(id) AS n FROM three WHERE id > :least", { least: 0 }).toTable();
  expect(sum.objects()).toEqual([{ n: 3 }]);
  await engine.exec("DROP VIEW three");
  const gone = engine.query("SELECT * FROM three").toTable();
  await expect(gone).rejects.toMatchObject({
    name: "QueryError",
    engine: "spark",
    query: "SELECT * FROM three",
    errorClass: "TABLE_OR_VIEW_NOT_FOUND",
    sqlState: "42P01",
  });
});

test("writeTable() writes folders by columns' values, and does what its mode says with what is there", async () => {
  const engine = await openSpark();
  const path = join(await temporaryFolder(), "a b");
  const query = "SELECT id, IF(id = 0, 'x y', 'z') AS kind FROM range(:n)";
  const rows = async () => {
    await engine.registerDataset({ written: path });
    return (await engine.query("SELECT id, kind FROM written ORDER BY id, kind").toTable()).objects();
  };
  await engine.writeTable(query, { path, partitionBy: ["kind"], params: { n: 2 } });
  expect((await readdir(path)).filter((name) => /^[^._]/.test(name)).sort()).toEqual(["kind=x y", "kind=z"]);
  const both = [
    { id: 0, kind: "x y" },
    { id: 1, kind: "z" },
  ];
  expect(await rows()).toEqual(both);
  await expect(engine.writeTable(query, { path, params: { n: 1 } })).rejects.toMatchObject({
    name: "FileExistsError",
    path,
    cause: { name: "QueryError", errorClass: "PATH_ALREADY_EXISTS", query },
  });
  await engine.writeTable(query, { path, mode: "ignore", params: { n: 1 } });
  expect(await rows()).toEqual(both);
  await engine.writeTable(query, { path, mode: "append", partitionBy: ["kind"], params: { n: 1 } });
  expect(await rows()).toEqual([both[0], ...both]);
  await engine.writeTable(query, { path, mode: "overwrite", partitionBy: ["kind"], params: { n: 1 } });
  expect(await rows()).toEqual([both[0]]);
});

test.each([
  ["csv", "id,s\n0,it's\n"],
  ["json", '{"id":0,"s":"it\'s"}\n'],
] as const)("writeTable() writes %s", async (format, expected) => {
  const engine = await openSpark();
  const path = join(await temporaryFolder(), "out");
  await engine.writeTable("SELECT id, :s AS s FROM range(0, 1, 1, 1)", {
    path,
    format,
    params: { s: "it's" },
  });
  const files = (await readdir(path)).filter((name) => name.startsWith("part-"));
  const texts = await Promise.all(files.map((file) => readFile(join(path, file), "utf8")));
  expect(texts.join("")).toBe(expected);
});

test("options that there are not are refused", async () => {
  const engine = await openSpark();
  const write = (options: object) => engine.writeTable("SELECT 1", { path: "/nowhere", ...options });
  await expect(write({ partitionby: ["a"] })).rejects.toThrow(
    'no option "partitionby" (did you mean "partitionBy"?)',
  );
  await expect(write({ mode: "replace" })).rejects.toThrow(
    'mode "replace": expected one of error, overwrite, append, ignore',
  );
  await expect(write({ format: "orc" })).rejects.toThrow('format "orc": expected one of parquet, csv, json');
});

test("explain() tells the plan", async () => {
  const engine = await openSpark();
  const plan = await engine.explain("SELECT count(*) FROM range(:n)", { n: 5 });
  expect(plan).toContain("== Physical Plan ==");
  expect(plan).toContain("HashAggregate");
  await expect(engine.explain("SELECT nothing")).rejects.toMatchObject({ query: "SELECT nothing" });
});

test("a signal stops a query, and who breaks off stops it, too", async () => {
  const engine = await openSpark();
  const controller = new AbortController();
  const reason = new Error("enough");
  const progress: EngineProgress[] = [];
  const stopped = engine.query(LONG, undefined, {
    signal: controller.signal,
    onProgress: (each) => {
      progress.push(each);
      if (each.total > 0) controller.abort(reason);
    },
  });
  await expect(stopped.toTable()).rejects.toBe(reason);
  expect(progress.at(-1)).toMatchObject({ unit: "task", done: expect.any(Number) });
  for await (const batch of engine.query("SELECT id FROM range(0, 1000000000, 1, 1000)")) {
    expect(batch.numRows).toBeGreaterThan(0);
    break;
  }
  expect((await engine.query("SELECT 1 AS one").toTable()).objects()).toEqual([{ one: 1 }]);
});
