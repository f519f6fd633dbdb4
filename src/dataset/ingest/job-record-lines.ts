import { createReadStream } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { writeFully } from "../../io/write-fully.ts";
import { exactJson, parseExactJson } from "./exact-json.ts";
import type { JobRecord } from "./job-record.ts";

/** How many records are one text at a time: all of a million jobs would be longer than a text can be. */
const AT_ONCE = 10_000;

/** Writes what is known of jobs, a line for each. */
export async function writeJobRecords(file: FileHandle, records: readonly JobRecord[]): Promise<void> {
  for (let start = 0; start < records.length; start += AT_ONCE) {
    const lines = records.slice(start, start + AT_ONCE).map((record) => `${exactJson(record)}\n`);
    await writeFully(file, new TextEncoder().encode(lines.join("")));
  }
}

/** Reads what {@link writeJobRecords} wrote. */
export async function readJobRecordLines(path: string): Promise<JobRecord[]> {
  const records: JobRecord[] = [];
  let rest = "";
  for await (const chunk of createReadStream(path, { encoding: "utf8", highWaterMark: 2 ** 20 })) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line !== "") records.push(parseExactJson(line) as JobRecord);
  }
  if (rest !== "") records.push(parseExactJson(rest) as JobRecord);
  return records;
}
