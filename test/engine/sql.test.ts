import { mkdir, readdir, writeFile } from "node:fs/promises";
import { relative } from "node:path";
import { desc, table } from "arquero";
import { describe, expect, test } from "vitest";
import { sql } from "../../src/engine/sql.ts";
import { makeTable } from "../../src/tables/make-table.ts";
import { TypedColumn } from "../../src/tables/typed-column.ts";
import { temporaryFolder } from "../util/temporary-folder.ts";
import { writeParquet } from "./write-parquet.ts";

const JOBS = table({ job_id: ["a", "b", "c"], size: [1.5, 2, 3] });

describe("sql() over Arquero tables", () => {
  test("joins and groups them", async () => {
    const annotations = table({ job_id: ["b", "a", "b"], area: [10, 20, 30] });
    const result = await sql(
      "SELECT job_id, size, sum(area) AS total FROM annotations JOIN jobs USING (job_id) GROUP BY ALL ORDER BY job_id",
      { tables: { jobs: JOBS, annotations } },
    );
    expect(result.objects()).toEqual([
      { job_id: "a", size: 1.5, total: 20 },
      { job_id: "b", size: 2, total: 40 },
    ]);
  });

  test("sees the rows that a table shows, in their order", async () => {
    const shown = JOBS.filter((row: { size: number }) => row.size > 1.5).orderby(desc("size"));
    const result = await sql("FROM jobs", { tables: { jobs: shown } });
    expect(result.objects()).toEqual([
      { job_id: "c", size: 3 },
      { job_id: "b", size: 2 },
    ]);
  });

  test("finds tables and columns of any name, in upper or lower case", async () => {
    const odd = makeTable([
      ["a.b", [1]],
      ["__proto__", ["x"]],
      ['q"uote', [true]],
    ]);
    const result = await sql('FROM "my ""odd"" TABLE"', { tables: { 'My "odd" table': odd } });
    expect(result.columnNames()).toEqual(["a.b", "__proto__", 'q"uote']);
    expect(result.columnNames().map((_, index) => result.columnAt(index)?.at(0))).toEqual([1, "x", true]);
  });

  test("names the row that a table's column does not fit, only when the query asks for the table", async () => {
    const broken = makeTable([["x", new TypedColumn("float64", [1, "two"])]]);
    const tables = { jobs: JOBS, broken };
    await expect(sql("FROM broken", { tables })).rejects.toThrow(/column "x": row 1/);
    expect((await sql("SELECT count(*) AS n FROM jobs", { tables })).objects()).toEqual([{ n: 3 }]);
  });

  test("knows its tables where none is named", async () => {
    const result = await sql("SHOW TABLES", { tables: { jobs: JOBS, images: JOBS } });
    expect(result.array("name")).toEqual(["images", "jobs"]);
  });

  test("refuses two tables that SQL cannot tell apart, and what is no table", async () => {
    await expect(sql("FROM jobs", { tables: { jobs: JOBS, JOBS } })).rejects.toThrow(
      new TypeError(
        'Cannot query table "JOBS" beside "jobs": SQL does not tell upper from lower case, give them other names',
      ),
    );
    for (const wrong of [null, 5, [], [5], {}]) {
      await expect(sql("FROM jobs", { tables: { jobs: wrong as never } })).rejects.toThrow(
        /^Cannot query table "jobs": expected an Arquero table/,
      );
    }
    await expect(sql("FROM jobs", { tables: {}, memoryLimits: 1 } as never)).rejects.toThrow(
      'There is no option "memoryLimits" (did you mean "memoryLimit"?)',
    );
  });
});

describe("sql() over files", () => {
  test("reads a Parquet file, a list of them, and a folder of them", async () => {
    const folder = await temporaryFolder();
    // None of this is a pattern, and no column is called scene.
    const odd = `${folder}/it's [1] *?/scene=GYM_1`;
    await mkdir(odd, { recursive: true });
    const parts = [`${odd}/part-0.parquet`, `${odd}/part-1.parquet`];
    await writeParquet("SELECT range AS id FROM range(3000)", parts[0]!);
    await writeParquet("SELECT range + 3000 AS id, 'late' AS note FROM range(10)", parts[1]!);
    await writeFile(`${odd}/_part-2.parquet`, "an unfinished part");
    const query = "SELECT count(*) AS n, sum(id) AS total, count(note) AS notes FROM parts";
    const all = [{ n: 3010, total: (3009 * 3010) / 2, notes: 10 }];
    for (const parts_ of [parts, folder, relative(process.cwd(), folder)]) {
      expect((await sql(query, { tables: { parts: parts_ } })).objects()).toEqual(all);
    }
    const first = await sql("FROM part ORDER BY id LIMIT 1", { tables: { part: parts[0]! } });
    expect(first.objects()).toEqual([{ id: 0 }]);
  });

  test("reads files of other formats, CSV with types, and joins them to tables", async () => {
    const folder = await temporaryFolder();
    await writeFile(`${folder}/notes.csv`, "job_id,note\nb,007\n");
    await writeFile(`${folder}/weights.csv`, "w,big,lit\n1,9007199254740993,true\n2,,false\n");
    const typed = await sql("SELECT sum(w) AS w, max(big) AS big, bool_or(lit) AS lit FROM weights", {
      tables: { weights: `${folder}/weights.csv` },
    });
    expect(typed.objects()).toEqual([{ w: 3, big: 9007199254740993n, lit: true }]);
    const result = await sql("SELECT job_id, size, note FROM jobs JOIN notes USING (job_id)", {
      tables: { jobs: JOBS, notes: `${folder}/notes.csv` },
    });
    expect(result.objects()).toEqual([{ job_id: "b", size: 2, note: "007" }]);
  });

  test("names a file that is missing or no Parquet file", async () => {
    const folder = await temporaryFolder();
    const missing = `${folder}/none.parquet`;
    for (const jobs of [missing, [missing]]) {
      await expect(sql("FROM jobs", { tables: { jobs } })).rejects.toMatchObject({
        name: "TableReadError",
        message: `Cannot read "${missing}": there is no such file`,
      });
    }
    await expect(sql("FROM jobs", { tables: { jobs: folder } })).rejects.toThrow("it holds no Parquet file");
    await writeFile(missing, "no Parquet file");
    await expect(sql("FROM jobs", { tables: { jobs: missing } })).rejects.toMatchObject({
      name: "TableReadError",
      path: missing,
      message: expect.stringMatching(/^Cannot read "[^"\n]+": [^'\n]+$/),
    });
  });
});

describe("sql()", () => {
  test("shows where a query is wrong, and which tables there are", async () => {
    const ask = (query: string) => sql(query, { tables: { jobs: JOBS } });
    await expect(ask("SELECT\nsize FORM jobs")).rejects.toThrow(/LINE 2: size FORM jobs\n +\^/);
    await expect(ask("FROM job")).rejects.toThrow(/job does not exist!.*the tables are jobs$/s);
    await expect(ask("SELECT siz FROM jobs")).rejects.toThrow(/"siz" not found.*size/s);
  });

  test("refuses a result with two columns of one name", async () => {
    const query = "SELECT * FROM jobs a JOIN jobs b ON a.job_id = b.job_id";
    const error = new TypeError(
      'Cannot give the result of the query as a table: two of its columns are called "job_id"; name them apart with AS, or join with USING (…)',
    );
    await expect(sql(query, { tables: { jobs: JOBS } })).rejects.toThrow(error);
    const params = { a: 1, b: 2 };
    await expect(sql("SELECT $a AS job_id, $b AS job_id", { tables: {}, params })).rejects.toThrow(error);
  });

  test("stops when the signal aborts, with its reason, and leaves no file", async () => {
    const tempFolder = await temporaryFolder();
    const endless =
      "SELECT count(*) FROM range(10000000) a, range(10000000) b WHERE a.range * b.range % 7 = 1";
    const reason = new Error("enough");
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 50);
    const { signal } = controller;
    await expect(sql(endless, { tables: {}, signal, tempFolder })).rejects.toBe(reason);
    await expect(sql("SELECT 1", { tables: {}, signal, tempFolder })).rejects.toBe(reason);
    expect(await readdir(tempFolder)).toEqual([]);
  });

  test("does the same with one thread, and refuses limits that are none", async () => {
    const one = await sql("SELECT sum(range) AS s FROM range(100000)", { tables: {}, threads: 1 });
    expect(one.get("s")).toBe(4_999_950_000);
    for (const name of ["memoryLimit", "maxTempBytes", "threads"]) {
      await expect(sql("SELECT 1", { tables: {}, [name]: 0.5 })).rejects.toThrow(
        new RangeError(`Cannot open a database with ${name} 0.5: expected a whole number of at least 1`),
      );
    }
  });
});
