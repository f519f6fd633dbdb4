import { open, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { JobRecord } from "../../../src/dataset/ingest/job-record.ts";
import { readJobRecordLines, writeJobRecords } from "../../../src/dataset/ingest/job-record-lines.ts";
import { temporaryFolder } from "../../util/temporary-folder.ts";

/** Texts that separate lines elsewhere, and characters of several bytes where the pieces of a file end. */
const someRecords = Array.from({ length: 25_000 }, (_, job) => ({
  jobId: `job ${job}`,
  text: `a\nb\r\nc\u2028d\u2029 ${"é😀".repeat(job % 90)}`,
  values: [job, -0, Number.NaN, 2n ** 70n],
})) as unknown as JobRecord[];

test("records are the same after they were written in pieces and read in pieces", async () => {
  const path = join(await temporaryFolder(), "jobs.jsonl");
  const file = await open(path, "wx");
  await writeJobRecords(file, someRecords);
  await file.close();
  expect(await readJobRecordLines(path)).toEqual(someRecords);
});

test("a file without its last line's end has all its records", async () => {
  const path = join(await temporaryFolder(), "jobs.jsonl");
  await writeFile(path, '{"jobId":"a"}\n\n{"jobId":"b"}');
  expect(await readJobRecordLines(path)).toEqual([{ jobId: "a" }, { jobId: "b" }]);
});
