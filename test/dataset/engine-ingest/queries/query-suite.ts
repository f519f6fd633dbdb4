import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Engine } from "../../../../src/engine/engine.ts";
import { damaged } from "./damage.ts";
import { expectSame } from "./expect-same.ts";
import { labelDocuments } from "./label-documents.ts";
import { oddDocuments } from "./odd-documents.ts";
import { type QueriedLabels, readByQueries, type SourceFile } from "./read-by-queries.ts";

const FIXTURES = join(import.meta.dirname, "../../../../fixtures");

/** The tests of the queries, which hold for every engine. */
export function testQueries(open: () => Promise<Engine>): void {
  let engine: Engine;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "infinity-frames-queries-"));
    engine = await open();
  });

  afterAll(async () => {
    await engine?.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function write(texts: readonly string[], extension: string): Promise<SourceFile[]> {
    return Promise.all(
      texts.map(async (text, index) => {
        const job_id = `job-${index}-${extension}`;
        const file = join(folder, `${job_id}.${extension}`);
        await writeFile(file, text);
        return { file, job_id, camera: 0 };
      }),
    );
  }

  async function fixtures(pattern: RegExp): Promise<SourceFile[]> {
    const names = await readdir(FIXTURES, { recursive: true });
    const found = names.filter((name) => pattern.test(name)).sort();
    return found.map((name, index) => ({
      file: join(FIXTURES, name),
      job_id: `${index}-${name.endsWith("csv")}`,
      camera: 0,
    }));
  }

  test("the datasets of this package", async () => {
    const labels = await fixtures(/batch.*(?:labels|video\.rgb)\.json$/);
    const motion = await fixtures(/batch.*data\.csv$/);
    const queried = await readByQueries(engine, { labels, motion, polygons: true, folder });
    expect(queried.oddJobs).toEqual([]);
    expectSame(queried, { labels, motion }, { polygons: true });
    expect(queried.tables.keypoints?.numRows()).toBeGreaterThan(500);
    expect(queried.tables.imu?.numRows()).toBeGreaterThan(0);
  });

  test.each([
    { runLengths: false, seed: 1 },
    { runLengths: true, seed: 2 },
  ])("any documents, whole and damaged: $runLengths", async ({ runLengths, seed }) => {
    const documents = labelDocuments({ runLengths });
    const whole = fc.sample(documents, { numRuns: 30, seed });
    const others = fc.sample(documents.chain(damaged), { numRuns: 50, seed });
    const labels = await write(
      [...whole, ...others].map((document) => JSON.stringify(document)),
      "json",
    );
    const sample = labels.slice(0, whole.length);
    const queried = await readByQueries(engine, { labels, sample, polygons: true, folder });
    expectSame(queried, { labels }, { polygons: true });
    expect(queried.oddJobs.filter((job) => sample.some(({ job_id }) => job_id === job))).toEqual([]);
    expect(queried.oddJobs.length).toBeGreaterThan(10);
    expect(queried.oddJobs.length).toBeLessThan(others.length - 10);
  });

  test("documents that SQL cannot treat as the readers do are odd, and nothing else is", async () => {
    const cases = oddDocuments();
    const labels = await write(Object.values(cases), "json");
    const whole = await write([oddDocuments().whole ?? ""], "whole.json");
    const queried = await readByQueries(engine, { labels, sample: whole, polygons: true, folder });
    const names = Object.keys(cases);
    const even = labels.flatMap(({ job_id }, index) =>
      queried.oddJobs.includes(job_id) ? [] : [names[index]],
    );
    expect(even).toEqual(["whole", "null where it may be"]);
    expectSame(queried, { labels }, { polygons: true });
  });

  test("several cameras share the categories of a job, or the job is odd", async () => {
    const [document = {}] = fc.sample(labelDocuments({ runLengths: false }), { numRuns: 1, seed: 3 });
    const [first, ...rest] = document.categories as { id: number; name: string }[];
    const renamed = { ...document, categories: [{ ...first, name: "other" }, ...rest] };
    const more = { ...document, categories: [...rest, first, { id: 5_000_001, name: "new" }] };
    const files = await write(
      [document, document, document, renamed, document, more].map((d) => JSON.stringify(d)),
      "json",
    );
    const jobs = ["a", "a", "renamed", "renamed", "more", "more"];
    const labels = files.map((file, index) => ({ ...file, job_id: jobs[index] ?? "", camera: index % 2 }));
    const queried = await readByQueries(engine, { labels, polygons: false, folder });
    expect(new Set(queried.oddJobs)).toEqual(new Set(["renamed", "more"]));
    expectSame(queried, { labels }, { polygons: false });
    expect(queried.tables.scenes?.array("camera")).toEqual([0, 1]);
  });

  test("motion samples: cells as they may be written, or the file is odd", async () => {
    const { even, odd } = motionTexts();
    const motion = await write([...even, ...odd], "csv");
    const labels = await write(['{"categories":[],"images":[],"annotations":[]}'], "json");
    const queried = await readByQueries(engine, { labels, motion, polygons: false, folder });
    expect(new Set(queried.oddJobs)).toEqual(new Set(motion.slice(even.length).map(({ job_id }) => job_id)));
    expectSame(queried, { labels, motion }, { polygons: false });
  });

  test("fields that differ only by upper and lower case make all documents odd", async () => {
    const text = '{"info":{"weather":1,"Weather":2},"categories":[],"images":[],"annotations":[]}';
    const labels = await write([text, text.replace(/"Weather":2/, '"sun":2')], "json");
    const queried: QueriedLabels = await readByQueries(engine, { labels, polygons: false, folder });
    expect(queried.oddJobs).toHaveLength(2);
  });
}

const REQUIRED = [
  "time",
  ..."123".split("").flatMap((row) => ["1", "2", "3"].map((column) => `rotation_matrix_m${row}${column}`)),
];

/** Files of motion samples that SQL can read, and such that it cannot. */
function motionTexts(): { even: string[]; odd: string[] } {
  const header = ["", ...REQUIRED, "rep_count_from_start", "steps", "job_id"].join(",");
  const line = (sample: string, time: string, ...rest: [string, string, string]): string =>
    [sample, time, ...Array<string>(9).fill("0.5"), ...rest].join(",");
  const lines = [
    line("0", "0.25", "1.5", "3", "7"),
    line("1", " 1e-3 ", "", "-4", ""),
    line("2", "nan", "+.5", "", "2."),
    line("-3", "-inf", "NaN", "12", "0"),
  ];
  const text = [header, ...lines].join("\n");
  const bare = [REQUIRED.join(","), Array<string>(10).fill("1").join(",")].join("\n");
  return {
    even: [text, `${text}\n`, `\ufeff${text.replaceAll("\n", "\r\n")}`, bare, header, `${header}\n`],
    odd: [
      `${text}\n\n`,
      `${header}\n${lines[0]},5`,
      `${header}\n${line("0", "", "1", "2", "3")}`,
      `${header}\n${line("0.5", "1", "1", "2", "3")}`,
      `${header}\n${line("0", "one", "1", "2", "3")}`,
      bare.replace("time,", ""),
      "",
    ],
  };
}
