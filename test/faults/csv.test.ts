import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type ColumnTable, table } from "arquero";
import fc from "fast-check";
import { describe, expect } from "vitest";
import { type ReadTableOptions, readTable } from "../../src/io/read-table.ts";
import { TableReadError } from "../../src/io/table-read-error.ts";
import { toCsv } from "../../src/io/to-csv.ts";
import { writeTable } from "../../src/io/write-table.ts";
import { makeTable } from "../../src/tables/make-table.ts";
import { shownValues } from "../../src/tables/shown-values.ts";
import { fixtureFolder, labels } from "../dataset/fixture-folder.ts";
import { runCli } from "../util/run-cli.ts";
import { temporaryFolder } from "../util/temporary-folder.ts";
import { it } from "./util/fault-test.ts";

async function read(
  name: string,
  content: string | Uint8Array,
  options?: ReadTableOptions,
): Promise<ColumnTable> {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, content);
  return readTable(path, options);
}

/** A table as pairs of names and values, which can hold any name. */
function columnsOf(source: ColumnTable): [string, unknown[]][] {
  return source.columnNames().map((name) => [name, Array.from(shownValues(source, name))]);
}

async function expectFailure(
  name: string,
  content: string | Uint8Array,
  { line, reason }: { line: number | null; reason: string },
): Promise<void> {
  const error = await read(name, content).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(TableReadError);
  expect(error).toMatchObject({ code: "TABLE_READ", line });
  const { message } = error as Error;
  expect(message).toContain(name);
  expect(message).toContain(reason);
  if (line !== null) expect(message).toContain(`, line ${line}: `);
}

describe("#64 formulas", () => {
  const formulas = ["=1+1\nx", "=1+1", "+1", "-1.5", "@SUM(A1)", "\t=1", "\r=1"];
  const harmless = ["", "a", " =1", "'=1", "a\n=1", "1-2", "x=1"];

  it("#64 texts that would run are guarded, others and numbers are not", () => {
    const written = table({
      text: [...formulas, ...harmless],
      number: [...formulas, ...harmless].map(() => -1.5),
    });
    const plain = toCsv(written);
    const guarded = toCsv(written, { guardFormulas: true });
    for (const text of formulas) {
      const quoted = (each: string): string => (/[\n\r]/.test(each) ? `"${each}"` : each);
      expect(plain).toContain(`\n${quoted(text)},-1.5\n`);
      expect(guarded).toContain(`\n${quoted(`'${text}`)},-1.5\n`);
    }
    expect(guarded.replaceAll("'", "")).toBe(plain.replaceAll("'", ""));
    expect(guarded.length - plain.length).toBe(formulas.length);
  });

  it("#64 headers are guarded, lists are not", () => {
    expect(toCsv(table({ "=a": ["x"], b: [[-1]] }), { guardFormulas: true })).toBe("'=a,b\nx,[-1]\n");
  });

  it("#64 no guarded text starts like a formula", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."=+-@\t\r\n'\",a1") }), (text) => {
        const guarded = toCsv(table({ a: [text] }), { guardFormulas: true });
        expect(guarded.slice(2)).not.toMatch(/^"?[=+\-@\t\r]/);
      }),
    );
  });

  it("#64 the command line guards, unless it is to write raw", async () => {
    const folder = await fixtureFolder({
      "job/job.json": { params: { scene: "=1+1\nx", height: -1.5 } },
      "job/labels.json": labels(1),
    });
    const out = join(folder, "tables");
    const ingest = async (...more: string[]): Promise<[string[], string[]]> => {
      const { status, stderr } = await runCli("ingest", folder, "--out", out, "--format", "csv", ...more);
      expect(stderr).toMatch(/^ *0 +problems +/m);
      expect(status).toBe(0);
      const jobs = await readTable(join(out, "jobs.csv"));
      return [jobs.array("scene") as string[], jobs.array("height") as string[]];
    };
    expect(await ingest()).toEqual([["'=1+1\nx"], ["-1.5"]]);
    expect(await ingest("--force", "--raw")).toEqual([["=1+1\nx"], ["-1.5"]]);
  });
});

describe("#64 CSV files", () => {
  it.each<[string, string | Uint8Array]>([
    ["plain", "a,b\n1,x\n,y\n"],
    ["without an end of line", "a,b\n1,x\n,y"],
    ["with CRLF", "a,b\r\n1,x\r\n,y\r\n"],
    ["with both ends of line", "a,b\n1,x\r\n,y\n"],
    ["with a byte order mark", "\ufeffa,b\n1,x\n,y\n"],
    ["in UTF-16", Buffer.from("\ufeffa,b\n1,x\n,y\n", "utf16le")],
    ["with quotes", '"a","b"\n"1","x"\n"",y\n'],
    ["with semicolons", "a;b\n1;x\n;y\n"],
    ["with tabs", "a\tb\n1\tx\n\ty\n"],
    ["with empty lines", "a,b\n\n1,x\n\n,y\n\n"],
  ])("#64 a file %s is read, its cells stay text, empty ones are missing", async (_, content) => {
    expect(columnsOf(await read("jobs.csv", content))).toEqual([
      ["a", ["1", null]],
      ["b", ["x", "y"]],
    ]);
  });

  it("#64 quotes keep separators, quotes and ends of lines", async () => {
    const content = 'a,"b,""c"\n"1\r\n2","say ""hi"", you"\n';
    expect(columnsOf(await read("jobs.csv", content))).toEqual([
      ["a", ["1\r\n2"]],
      ['b,"c', ['say "hi", you']],
    ]);
  });

  it.each<[string, string | Uint8Array, number | null, string]>([
    ["an empty file", "", null, "it is empty"],
    ["only a byte order mark", "\ufeff", null, "it is empty"],
    ["a short row", "a,b\n1,2\n3\n", 3, "it has 1 cells, the header has 2, separated by"],
    ["a long row", "a,b\n1,2,3\n", 2, "it has 3 cells, the header has 2"],
    ["a short row after rows of several lines", 'a,b\n"1\n\n2",3\n\n4\n', 6, "it has 1 cells"],
    ["a quote that is not closed", 'a,b\n1,"2\n3,4\n', 2, "Quote Not Closed"],
    ["a quote inside a cell", 'a,b\n1,2"3\n', 2, "Invalid Opening Quote"],
    ["text after a quote", 'a,b\n1,"2"3\n', 2, "Invalid Closing Quote"],
    ["a column twice", "a,b,a\n1,2,3\n", 1, 'column 3 is another "a"'],
    ["a column without a name", "a,,c\n1,2,3\n", 1, "column 2 has no name"],
    ["bytes that are no text", Buffer.from("a\n\xff\n", "latin1"), null, "not UTF-8"],
  ])("#64 %s is refused by line", (_, content, line, reason) =>
    expectFailure("jobs.csv", content, { line, reason }),
  );

  it("#64 5,000 columns are read", async () => {
    const names = Array.from({ length: 5000 }, (_, i) => `p${i}`);
    const wide = await read("jobs.csv", `${names.join()}\n${names.join()}\n`);
    expect(wide.columnNames()).toEqual(names);
    expect(wide.get("p4999", 0)).toBe("p4999");
  });

  it("#45 columns named like the members of objects are columns", async () => {
    const names = Object.getOwnPropertyNames(Object.prototype);
    const expected = names.map((name): [string, string[]] => [name, [name]]);
    expect(columnsOf(await read("jobs.csv", `${names.join()}\n${names.join()}\n`))).toEqual(expected);
    const record = `{${names.map((name) => `"${name}":"${name}"`).join()}}`;
    expect(columnsOf(await read("jobs.json", `[${record}]`))).toEqual(expected);
    expect(({} as Record<string, unknown>).x).toBe(undefined);
  });

  it("#64 what is written is read again, but that empty texts are missing", async () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.constantFrom(...'",;\t\r\n=-a ') }),
    );
    const name = text.filter((each) => each !== "" && !/^\ufeff/.test(each));
    const source = fc
      .tuple(fc.uniqueArray(name, { minLength: 2, maxLength: 4 }), fc.nat(4))
      .chain(([names, rows]) =>
        fc.tuple(
          ...names.map((each) =>
            fc.tuple(fc.constant(each), fc.array(text, { minLength: rows, maxLength: rows })),
          ),
        ),
      );
    const folder = await temporaryFolder();
    await fc.assert(
      fc.asyncProperty(source, async (columns) => {
        const path = join(folder, "t.csv");
        await writeTable(makeTable(columns), path, { format: "csv", force: true });
        const expected = columns.map(([each, values]) => [
          each,
          values.map((value) => (value === "" ? null : value)),
        ]);
        expect(columnsOf(await readTable(path))).toEqual(expected);
      }),
    );
  });
});

describe("readTable()", () => {
  const jobs = table({ n: [1, 2], s: ["x", null], f: [0.5, 1], b: [true, false] });

  it.each([
    ["jobs.parquet", "parquet"],
    ["jobs.arrow", "arrow"],
    ["jobs.feather", "arrow"],
  ] as const)("reads %s with its types", async (name, format) => {
    const path = join(await temporaryFolder(), name);
    await writeTable(jobs, path, { format });
    expect((await readTable(path)).objects()).toEqual(jobs.objects());
  });

  it.each([
    ["an array of objects", "jobs.json", '[{"n":1,"f":0.5,"b":true},\n{"n":2,"s":"x","b":null}]'],
    ["objects on lines", "jobs.jsonl", '{"n":1,"f":0.5,"b":true}\r\n\n{"n":2,"s":"x","b":null}\n'],
    ["objects on lines of the other name", "jobs.ndjson", '{"n":1,"f":0.5,"b":true}\n{"n":2,"s":"x"}'],
    ["an object of columns", "jobs.JSON", '{"n":[1,2],"f":[0.5,null],"b":[true,null],"s":[null,"x"]}'],
  ])("reads %s", async (_, name, content) => {
    expect((await read(name, content)).objects()).toEqual([
      { n: 1, f: 0.5, b: true, s: null },
      { n: 2, f: null, b: null, s: "x" },
    ]);
  });

  it("takes the format and the separator that it is told", async () => {
    expect((await read("jobs.txt", "a|b;c\n1|2\n", { format: "csv", delimiter: "|" })).objects()).toEqual([
      { a: "1", "b;c": "2" },
    ]);
    expect((await read("jobs.tsv", "a,b\tc\n1\t2\n")).objects()).toEqual([{ "a,b": "1", c: "2" }]);
    await expect(read("jobs.xlsx", "x")).rejects.toThrow(RangeError);
    await expect(read("jobs.csv", "x", { format: "xlsx" as "csv" })).rejects.toThrow(
      "expected an extension or a format of parquet, arrow, csv, json, jsonl",
    );
  });

  it.each<[string, string, number | null, string]>([
    ["jobs.parquet", "no", null, "not parquet: "],
    ["jobs.arrow", "no", null, "not arrow: "],
    ["jobs.json", '[{"a":1}', null, "not JSON: "],
    ["jobs.json", " ", null, "it is empty"],
    ["jobs.json", "3", null, "an array of objects is needed"],
    ["jobs.json", '[{"a":1},2]', null, "row 1 must be an object"],
    ["jobs.json", "[]", null, "it holds no column"],
    ["jobs.json", '{"a":[1],"b":[1,2]}', null, 'each must be an array of 1 values, "b" is not'],
    ["jobs.jsonl", '{"a":1}\n\n{"a":\n', 3, "not JSON: "],
    ["jobs.jsonl", '{"a":1}\n\n[1]\n', null, "line 3 must be an object"],
  ])("refuses %s of %j", (name, content, line, reason) => expectFailure(name, content, { line, reason }));

  it("says which file is not there", async () => {
    await expect(readTable("/nowhere/jobs.csv")).rejects.toThrow("/nowhere/jobs.csv");
  });
});
