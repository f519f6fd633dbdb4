import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { table } from "arquero";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MISSING_KEY, partitionKey, partitionName } from "../../../src/dataset/ingest/partition-key.ts";
import { toParquet } from "../../../src/io/to-parquet.ts";
import { temporaryFolder } from "../../util/temporary-folder.ts";

const VALUES = [
  ..."GYM_1 squat a-b A true FALSE nan NaN Infinity inf null None NULL na epoch now today e5 0 00 007 7 42 1e5 0x10 1.5 -1 +1 1_000".split(
    " ",
  ),
  ..."2023-01-01 2023-01-01T00:00:00 12:00 12:00:00 _ __ _x __HIVE_DEFAULT_PARTITION__ _HIVE_DEFAULT_PARTITION__ -x2e- a-x2e-b a.b %20 a%2Fb a/b a\\b a=b".split(
    " ",
  ),
  "",
  " ",
  " a",
  "a b",
  "é",
  "日本",
  "😀",
  "\ud800",
  "a\nb",
  "..",
  "con",
  "x".repeat(300),
  "y".repeat(300),
  "62a0659f-8bb3-4ff8-8a46-3ebfe3356451",
  "'\"`$",
];

describe("partitionKey()", () => {
  it("keeps words, and marks everything that an engine may take for something else", () => {
    expect(
      ["GYM_1", "a-b", "true", "7", "", 7, 0.5, -0, true, null, undefined, 2n ** 60n].map(partitionKey),
    ).toEqual([
      "GYM_1",
      "a-b",
      "_true",
      "_7",
      "_",
      "_7",
      "_0-x2e-5",
      "_0",
      "_true",
      MISSING_KEY,
      MISSING_KEY,
      "_1152921504606846976",
    ]);
    expect(partitionName("camera.height=1")).toBe("camera-x2e-height-x3d-1");
  });

  it("gives different texts different keys, that are names on every system", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.oneof(fc.constantFrom(...VALUES), fc.string({ unit: "binary", maxLength: 300 }))),
        (texts) => {
          const keys = texts.map(partitionKey);
          expect(new Set([...keys, MISSING_KEY]).size).toBe(texts.length + 1);
          for (const key of keys) expect(key).toMatch(/^[A-Za-z_][A-Za-z0-9_-]{0,160}$/);
        },
      ),
    );
  });
});

const PYTHON = process.env.INFINITY_FRAMES_PYTHON ?? (existsSync("/usr/bin/python3") ? "python3" : null);

/** Folders with a file each, named by keys; what each file holds is its key. */
async function partitions(): Promise<{ folder: string; keys: string[] }> {
  const folder = await temporaryFolder();
  const keys = [...new Set(VALUES.map(partitionKey))];
  for (const key of keys) {
    await mkdir(join(folder, `k=${key}`));
    await writeFile(join(folder, `k=${key}`, "part.parquet"), toParquet(table({ own: [key] })));
  }
  return { folder, keys: keys.sort() };
}

/** What a Python package reads, or null where it is not there. */
function readInPython(code: string, folder: string): [string, string][] | null {
  if (PYTHON === null) return null;
  try {
    return JSON.parse(
      execFileSync(PYTHON, ["-c", code, folder], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }),
    );
  } catch (error) {
    const said = String((error as { stderr?: unknown }).stderr);
    if (!said.includes("ModuleNotFoundError")) throw new Error(said, { cause: error });
    process.stderr.write(`${/No module named .*/.exec(said)?.[0]}: the test of its reader is skipped\n`);
    return null;
  }
}

const READERS = {
  pyarrow: `
import sys, json, pyarrow.dataset as ds
t = ds.dataset(sys.argv[1], format="parquet", partitioning="hive").to_table()
print(json.dumps(sorted(zip(t.column("k").to_pylist(), t.column("own").to_pylist()))))`,
  pandas: `
import sys, json, pandas
t = pandas.read_parquet(sys.argv[1])
print(json.dumps(sorted(zip([str(v) for v in t["k"]], t["own"]))))`,
  polars: `
import sys, json, polars
t = polars.read_parquet(sys.argv[1] + "/**/*.parquet", hive_partitioning=True)
print(json.dumps(sorted(zip(t["k"].to_list(), t["own"].to_list()))))`,
};

describe("keys of partitions", () => {
  it("are read as they are by DuckDB", async () => {
    const { folder, keys } = await partitions();
    const instance = await DuckDBInstance.create();
    const connection = await instance.connect();
    const read = await connection.runAndReadAll(
      `SELECT k, own, typeof(k) FROM read_parquet('${folder}/**/*.parquet', hive_partitioning = true) ORDER BY own`,
    );
    connection.closeSync();
    instance.closeSync();
    expect(read.getRows()).toEqual(keys.map((key) => [key, key, "VARCHAR"]));
  });

  it.each(Object.entries(READERS))("are read as they are by %s, where it is there", async (_, code) => {
    const { folder, keys } = await partitions();
    const read = readInPython(code, folder);
    expect(read ?? keys.map((key) => [key, key])).toEqual(keys.map((key) => [key, key]));
  });
});
