import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parseParams } from "../../src/cli/parse-params.ts";
import { parseSize } from "../../src/cli/parse-size.ts";
import { readTable } from "../../src/io/read-table.ts";
import { runCli } from "../util/run-cli.ts";
import { temporaryFolder } from "../util/temporary-folder.ts";

const BATCH = fileURLToPath(new URL("../../fixtures/spills/batch", import.meta.url));

const COUNTS =
  "SELECT size, count(*) AS n, round(avg(area), 1) AS area FROM annotations JOIN jobs USING (job_id) GROUP BY size ORDER BY size";

async function json(...args: string[]) {
  const { status, stdout, stderr } = await runCli("sql", ...args, "--json", "--quiet");
  expect([status, stderr]).toEqual([0, ""]);
  return JSON.parse(stdout);
}

describe("infinity-frames sql", () => {
  it("queries downloaded jobs, and the same jobs ingested", async () => {
    const tables = join(await temporaryFolder(), "tables");
    expect((await runCli("ingest", BATCH, "--out", tables, "--quiet")).status).toBe(0);
    const ofJobs = await json(COUNTS, BATCH);
    expect(ofJobs).toEqual(await json(COUNTS, tables));
    expect(ofJobs.map(({ n }: { n: number }) => n)).toEqual([12, 12]);
    const twice = await json("SELECT count(*) AS n FROM images", tables, tables);
    expect(twice).toEqual([{ n: 24 }]);
  });

  it("prints rows in aligned columns, and says how many more there are", async () => {
    const query =
      "SELECT range AS n, 'x' || range AS t, range / 3 AS third, NULL AS none, [range] AS l FROM range(60)";
    const { status, stdout, stderr } = await runCli("sql", query, "--max-rows", "2");
    expect(status).toBe(0);
    expect(stdout).toBe(
      ["n  t       third  none  l", "0  x0          0  null  [0]", "1  x1  0.3333333  null  [1]", ""].join(
        "\n",
      ),
    );
    expect(stderr).toBe("2 of 60 rows; --max-rows shows more, --out writes all to a file\n");
    const long = await runCli("sql", "SELECT repeat('a', 300) AS a, repeat('b', 300) AS b");
    expect(long.stdout).toContain(`\n${"a".repeat(59)}…  ${"b".repeat(239)}…\n`);
    const all = await runCli("sql", query);
    expect(all.stdout.trimEnd().split("\n")).toHaveLength(51);
    expect(await json(query)).toHaveLength(60);
    expect(await json(query, "--max-rows", "3")).toHaveLength(3);
  });

  it("takes single files as tables, by their own names and by others", async () => {
    const folder = await temporaryFolder();
    const notes = join(folder, "notes.csv");
    await writeFile(notes, "job_id,note\na,first\nb,second\n");
    expect(await json("SELECT note FROM notes", notes)).toEqual([{ note: "first" }, { note: "second" }]);
    const query = "SELECT count(*) AS n FROM notes JOIN other USING (job_id)";
    expect(await json(query, notes, "--table", `other=${notes}`)).toEqual([{ n: 2 }]);
    const numbers = join(folder, "numbers.tsv");
    await writeFile(numbers, "n\tcode\n1\t007\n2\t008\n");
    const types = "SELECT sum(n) AS sum, any_value(typeof(code)) AS code FROM numbers";
    expect(await json(types, numbers)).toEqual([{ sum: 3, code: "VARCHAR" }]);
    const twice = await runCli("sql", "FROM notes", notes, notes);
    expect([twice.status, twice.stderr]).toEqual([
      1,
      expect.stringContaining(`give it another name with --table NAME=${notes}`),
    ]);
    const missing = await runCli("sql", "FROM gone", join(folder, "gone.parquet"));
    expect([missing.status, missing.stderr]).toEqual([1, expect.stringContaining("there is no such file")]);
  });

  it("binds parameters, typed as in JSON", async () => {
    const query = "SELECT typeof($a) AS a, typeof($b) AS b, $c AS c, $d AS d";
    const params = ["a=5", "b=GYM_1", 'c="5"', "d=9007199254740993"].flatMap((param) => ["--param", param]);
    expect(await json(query, ...params)).toEqual([
      { a: "INTEGER", b: "VARCHAR", c: "5", d: "9007199254740993" },
    ]);
    expect(parseParams(["x=[1,null]", "y=true", "z=007", "e=", "q=a=b"])).toEqual({
      x: [1, null],
      y: true,
      z: "007",
      e: "",
      q: "a=b",
    });
    const missing = await runCli("sql", "SELECT $a");
    expect([missing.status, missing.stderr]).toEqual([1, expect.stringContaining('"a": it is missing')]);
  });

  it.each(["parquet", "arrow", "csv"])(
    "writes a .%s file, which it does not replace unasked",
    async (extension) => {
      const out = join(await temporaryFolder(), `result.${extension}`);
      const args = ["sql", "SELECT range AS n, 'x' AS t FROM range(3)", "--out", out];
      const { status, stdout, stderr } = await runCli(...args);
      expect([status, stdout, stderr]).toEqual([0, "", `3 rows written to ${out}\n`]);
      expect((await readTable(out)).array("t")).toEqual(["x", "x", "x"]);
      const before = await readFile(out);
      const again = await runCli(...args);
      expect([again.status, again.stderr]).toEqual([
        1,
        expect.stringContaining("pass --force to replace it"),
      ]);
      expect(await readFile(out)).toEqual(before);
      const forced = await runCli(...args, "--force", "--json", "--quiet");
      expect(JSON.parse(forced.stdout)).toEqual({ rows: 3, path: out });
    },
  );

  it("reads no other file unless it may", async () => {
    const secret = join(await temporaryFolder(), "secret.csv");
    await writeFile(secret, "word\nswordfish\n");
    const query = `SELECT word FROM read_csv('${secret}')`;
    const refused = await runCli("sql", query, "--json");
    expect(refused.status).toBe(1);
    expect(JSON.parse(refused.stdout).error).toMatchObject({
      name: "QueryError",
      code: "QUERY",
      message: expect.stringContaining("; --external-access lets queries call others"),
    });
    expect(await json(query, "--external-access")).toEqual([{ word: "swordfish" }]);
  });

  it("tells what is wrong with what it is given", async () => {
    const wrong = async (...args: string[]) => {
      const { status, stderr } = await runCli("sql", ...args);
      return [status, stderr.split("\n")[0]];
    };
    expect(await wrong()).toEqual([2, expect.stringContaining("sql needs QUERY")]);
    expect(await wrong("FROM t", "--table", "t")).toEqual([
      2,
      "infinity-frames: --table must be a name, = and a value, got t",
    ]);
    expect(await wrong("FROM t", "--out", "t.xlsx")).toEqual([
      2,
      "infinity-frames: --out must end with one of .parquet, .arrow, .csv, got t.xlsx",
    ]);
    expect(await wrong("SELECT $a", "--param", "a=1", "--param", "a=2")).toEqual([
      2,
      "infinity-frames: --param a is given twice",
    ]);
    const sum = await runCli("sql", "SELECT sum('a')");
    expect(sum.stderr).toContain("\n  Candidate functions:\n  sum(");
    expect((await runCli("sql", "SELECT\nsize FORM jobs", BATCH)).stderr).toMatch(
      /LINE 2: size FORM jobs\n +\^/,
    );
  });
});

describe("--memory", () => {
  it.each([
    ["1024", 1024],
    ["512MB", 512e6],
    ["1.5GiB", 1.5 * 2 ** 30],
    ["2 tb", 2e12],
    ["3k", 3000],
  ])("%s is %d bytes", (text, bytes) => {
    expect(parseSize("memory", text)).toBe(bytes);
  });

  it("is not less than what is needed", () => {
    expect(() => parseSize("memory", "1MB", 2 ** 20)).toThrow(
      "--memory must be 1048576 bytes or more, got 1MB",
    );
    expect(parseSize("memory", "1MiB", 2 ** 20)).toBe(2 ** 20);
  });

  it.each(["", "GB", "-1GB", "5 apples", "0", "1e3", "0.5"])("is not %j", (text) => {
    expect(() => parseSize("memory", text)).toThrow("--memory must be a size such as 512MB");
  });
});
