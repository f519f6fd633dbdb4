import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { listJobs } from "../../src/dataset/list-jobs.ts";
import { readJob } from "../../src/dataset/read-job.ts";
import { LabelTables } from "../../src/labels/label-tables.ts";
import { fixtureFolder, labels } from "./fixture-folder.ts";

const BUG = new TypeError("a bug of ours");

class BuggyTables extends LabelTables {
  override append(): never {
    throw BUG;
  }
}

describe("readJob()", () => {
  test("does not call a bug of ours a broken file", async () => {
    const folder = await fixtureFolder({ "a1/job.json": { params: {} }, "a1/labels.json": labels(1) });
    const [entry] = await listJobs([folder]);
    for (const strict of [false, true]) {
      const tables = new BuggyTables();
      expect(() => readJob(entry!, { tables, polygons: false, strict })).toThrow(BUG);
      expect(tables.toTables().problems.numRows()).toBe(0);
    }
  });

  test("calls a file that has gone since the listing broken", async () => {
    const [entry] = await listJobs([await fixtureFolder({ "a1/job.json": { params: {} } })]);
    const path = join("nowhere", "labels.json");
    const files = { ...entry!.files!, labels: [{ path, name: "a1/labels.json", camera: 0 }] };
    const tables = new LabelTables();
    const job = readJob({ ...entry!, files }, { tables, polygons: false, strict: false });
    expect(job).toMatchObject({ status: "failed", labels: [] });
    expect(tables.toTables().problems.objects()).toMatchObject([
      {
        job_id: "a1",
        file: "a1/labels.json",
        problem: "broken_file",
        message: expect.stringContaining("ENOENT"),
      },
    ]);
  });

  test("reads the bytes that it is given", async () => {
    const [entry] = await listJobs([await fixtureFolder({ "a1/job.json": { params: {} } })]);
    const files = { ...entry!.files!, labels: [{ path: "x", name: "a1/labels.json", camera: 0 }] };
    const tables = new LabelTables();
    const asked: string[] = [];
    const read = ({ name }: { name: string }) => {
      asked.push(name);
      return Buffer.from(JSON.stringify(name.endsWith("job.json") ? { params: { a: 1 } } : labels(3)));
    };
    const job = readJob({ ...entry!, files }, { tables, polygons: false, strict: true, read });
    expect(asked).toEqual(["a1/job.json", "a1/labels.json"]);
    expect(job).toMatchObject({ status: "completed", params: { a: 1 }, labels: [{ numFrames: 3 }] });
  });

  test("calls bytes that are not text a broken file", async () => {
    const folder = await fixtureFolder({ "a1/job.json": { params: {} }, "a1/labels.json": labels(1) });
    const [entry] = await listJobs([folder]);
    const tables = new LabelTables();
    const read = () => Uint8Array.of(0x7b, 0xff, 0x7d);
    expect(readJob(entry!, { tables, polygons: false, strict: false, read }).status).toBe("failed");
    const messages = tables.toTables().problems.array("message") as string[];
    expect(messages.filter((text) => text.includes("bytes are not UTF-8"))).toHaveLength(2);
  });
});
