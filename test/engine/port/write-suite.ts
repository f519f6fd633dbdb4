import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { FileExistsError } from "../../../src/io/file-exists-error.ts";
import { readParquet } from "../../../src/io/read-parquet.ts";
import { readTable } from "../../../src/io/read-table.ts";
import { makeTable } from "../../../src/tables/make-table.ts";
import { InfinityFramesError } from "../../../src/util/infinity-frames-error.ts";
import { temporaryFolder } from "../../util/temporary-folder.ts";
import type { SuiteParts } from "./engine-suite.ts";

const ROWS = "SELECT x, k FROM (VALUES (1, 'a'), (2, 'b/c é'), (3, NULL), (4, 'a')) AS t(x, k)";

/** The files of data in a folder. */
async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  // What lies in folders that begin so is not finished.
  const isData = (name: string): boolean => name.split("/").every((part) => !/^[._]/.test(part));
  return names
    .filter((name) => /\.(parquet|csv|json)$/.test(name) && isData(name))
    .map((name) => join(folder, name));
}

export function writeSuite({ engine }: SuiteParts): void {
  const rowsOf = async (folder: string, sql = "SELECT x, k FROM written ORDER BY x"): Promise<object[]> => {
    await engine().registerDataset({ written: folder });
    return (await engine().query(sql).toTable()).objects();
  };

  test("writes Parquet that others read, with the types of the query", async () => {
    const path = `${await temporaryFolder()}/new/out`;
    const { literal, param, list } = engine().dialect;
    const sql = `SELECT x, CAST(x AS DOUBLE) / 2 AS half, k, ${list(["x"])} AS l, ${literal(new Date(5))} AS at, ${literal(2 ** 40)} AS big, x > 2 AS more FROM (${ROWS}) AS r WHERE x < ${param("most")} ORDER BY x`;
    await engine().writeTable(sql, { path, params: { most: 3 } });
    const files = await filesIn(path);
    const rows: unknown[] = [];
    for (const file of files) rows.push(...(await readParquet(file)).objects());
    expect(rows).toEqual([
      { x: 1, half: 0.5, k: "a", l: [1], at: new Date(5), big: 2 ** 40, more: false },
      { x: 2, half: 1, k: "b/c é", l: [2], at: new Date(5), big: 2 ** 40, more: false },
    ]);
    expect(await rowsOf(path)).toEqual([
      { x: 1, k: "a" },
      { x: 2, k: "b/c é" },
    ]);
  });

  test("lays files out by values, in folders whose names are encoded", async () => {
    const path = `${await temporaryFolder()}/out`;
    await engine().writeTable(ROWS, { path, partitionBy: ["k"] });
    const folders = (await readdir(path)).filter((name) => name.startsWith("k=")).sort();
    expect(folders.length).toBe(3);
    expect(folders).toContain("k=__HIVE_DEFAULT_PARTITION__");
    expect(folders.every((name) => !name.slice(2).includes("/"))).toBe(true);
    for (const file of await filesIn(path)) {
      expect((await readParquet(file)).columnNames()).toEqual(["x"]);
    }
    expect(await rowsOf(path)).toEqual([
      { x: 1, k: "a" },
      { x: 2, k: "b/c é" },
      { x: 3, k: null },
      { x: 4, k: "a" },
    ]);
  });

  test("takes a query that ends with a semicolon, in partitions too", async () => {
    const folder = await temporaryFolder();
    for (const partitionBy of [[], ["k"]]) {
      const path = `${folder}/${partitionBy.length}`;
      await engine().writeTable("SELECT 1 AS x, 'a' AS k; ", { path, partitionBy });
      expect(await rowsOf(path)).toEqual([{ x: 1, k: "a" }]);
    }
  });

  test("refuses an empty text to lay files out by, and leaves nothing", async () => {
    const folder = await temporaryFolder();
    const sql = "SELECT x, k FROM (VALUES (1, ''), (2, 'a')) AS t(x, k)";
    const written = engine().writeTable(sql, { path: `${folder}/out`, partitionBy: ["k"] });
    await expect(written).rejects.toThrow(RangeError);
    await expect(written).rejects.toThrow(/"k".*empty text/);
    expect(await filesIn(folder)).toEqual([]);
  });

  test("minds what is there already", async () => {
    const folder = await temporaryFolder();
    const path = `${folder}/out`;
    const one = (x: number) => `SELECT ${x} AS x, 'k${x}' AS k`;
    await engine().writeTable(one(1), { path, partitionBy: ["k"] });
    const error: unknown = await engine()
      .writeTable(one(2), { path, partitionBy: ["k"] })
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(FileExistsError);
    expect(error).toMatchObject({ path });
    await engine().writeTable(one(3), { path, mode: "ignore" });
    expect(await rowsOf(path)).toEqual([{ x: 1, k: "k1" }]);
    await engine().writeTable(one(4), { path, partitionBy: ["k"], mode: "append" });
    await engine().writeTable(one(4), { path, partitionBy: ["k"], mode: "append" });
    expect((await rowsOf(path)).map((row) => (row as { x: number }).x)).toEqual([1, 4, 4]);
    await engine().writeTable(one(5), { path, partitionBy: ["k"], mode: "overwrite" });
    expect(await rowsOf(path)).toEqual([{ x: 5, k: "k5" }]);
    await engine().writeTable(one(6), { path: `${folder}/fresh`, mode: "append" });
    expect(await rowsOf(`${folder}/fresh`)).toEqual([{ x: 6, k: "k6" }]);
    expect((await readdir(folder)).sort()).toEqual(["fresh", "out"]);
  });

  test("replaces a table by what is made of it", async () => {
    const path = `${await temporaryFolder()}/out`;
    await engine().writeTable(ROWS, { path });
    await engine().registerDataset({ before: path });
    await engine().writeTable("SELECT x + 10 AS x, k FROM before WHERE x < 3", {
      path: `${path}-2`,
      mode: "overwrite",
    });
    expect(await rowsOf(`${path}-2`, "SELECT x FROM written ORDER BY x")).toEqual([{ x: 11 }, { x: 12 }]);
  });

  test("writes a table without rows", async () => {
    const path = `${await temporaryFolder()}/out`;
    await engine().writeTable(`${ROWS} WHERE x > 9`, { path });
    expect(await rowsOf(path)).toEqual([]);
  });

  test.each(["csv", "json"] as const)("writes %s, with and without folders", async (format) => {
    const folder = await temporaryFolder();
    const rows: unknown[] = [];
    await engine().writeTable(ROWS, { path: `${folder}/plain`, format });
    for (const file of await filesIn(`${folder}/plain`)) rows.push(...(await linesOf(file, format)));
    expect(
      rows.map((row) => [Number((row as { x: unknown }).x), (row as { k?: unknown }).k ?? null]),
    ).toEqual(
      expect.arrayContaining([
        [1, "a"],
        [2, "b/c é"],
        [3, null],
        [4, "a"],
      ]),
    );
    expect(rows.length).toBe(4);
    await engine().writeTable(ROWS, { path: `${folder}/parted`, format, partitionBy: ["k"] });
    const files = await filesIn(`${folder}/parted`);
    const ofA = files.filter((file) => file.includes("/k=a/"));
    const numbers: number[] = [];
    for (const file of ofA) {
      for (const row of await linesOf(file, format)) {
        expect(Object.keys(row)).toEqual(["x"]);
        numbers.push(Number((row as { x: unknown }).x));
      }
    }
    expect(numbers.sort()).toEqual([1, 4]);
  });

  test("leaves nothing of what failed or was stopped", async () => {
    const folder = await temporaryFolder();
    const failing = "SELECT CAST(k AS INT) AS x FROM (SELECT 'word' AS k) AS t";
    await expect(engine().writeTable(failing, { path: `${folder}/failed` })).rejects.toThrow();
    const long = makeTable([["n", Int32Array.from({ length: 3000 }, (_, i) => i)]]);
    await engine().registerDataset({ long });
    await engine().writeTable("SELECT 1 AS x, 'kept' AS k", { path: `${folder}/kept` });
    const controller = new AbortController();
    const writing = engine().writeTable("SELECT a.n AS x FROM long a, long b, long c, long d", {
      path: `${folder}/stopped`,
      signal: controller.signal,
    });
    setTimeout(() => controller.abort(new Error("enough")), 300);
    await expect(writing).rejects.toThrow("enough");
    // A cluster clears up after it has answered.
    await vi.waitFor(async () => {
      for (const name of await readdir(folder)) {
        if (name !== "kept") expect(await filesIn(`${folder}/${name}`)).toEqual([]);
      }
    }, 10_000);
    const over = { path: `${folder}/kept`, mode: "append" as const };
    await expect(engine().writeTable(failing, over)).rejects.toThrow();
    expect(await rowsOf(`${folder}/kept`)).toEqual([{ x: 1, k: "kept" }]);
  });

  test("refuses options that there are not, and a folder that is a file", async () => {
    const folder = await temporaryFolder();
    const path = `${folder}/taken`;
    await expect(engine().writeTable("SELECT 1 AS x", { path, modes: "append" } as never)).rejects.toThrow(
      'There is no option "modes" (did you mean "mode"?)',
    );
    for (const wrong of [{ mode: "replace" }, { format: "xlsx" }]) {
      await expect(engine().writeTable("SELECT 1 AS x", { path, ...wrong } as never)).rejects.toThrow(
        TypeError,
      );
    }
    await mkdir(folder, { recursive: true });
    await writeFile(path, "a file");
    await expect(engine().writeTable("SELECT 1 AS x", { path })).rejects.toBeInstanceOf(InfinityFramesError);
    expect(await readFile(path, "utf8")).toBe("a file");
  });
}

async function linesOf(file: string, format: "csv" | "json"): Promise<object[]> {
  if (format === "csv") return (await readTable(file)).objects();
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line !== "");
  return lines.map((line) => JSON.parse(line) as object);
}
