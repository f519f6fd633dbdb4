import { readFileSync } from "node:fs";
import { isAddress } from "../../engine-folder.ts";
import type { JobRecord } from "../../ingest/job-record.ts";
import type { JobFile } from "../../job-files.ts";
import type { EngineContext } from "../engine-context.ts";
import { engineRecords } from "../engine-records.ts";
import type { AllStaged } from "../stage-all.ts";
import { remoteBytes, remoteTexts } from "./read-remote-files.ts";

/** The parameters of so many jobs are read at once. */
const JOBS = 5000;

/** What is known of jobs whose labels an engine has read, and whose parameters it reaches. */
export async function remoteRecords(
  jobs: AllStaged["facts"],
  { engine, settings, progress, signal }: EngineContext,
): Promise<JobRecord[]> {
  const records: JobRecord[] = [];
  const options = progress.statement(signal);
  for (let start = 0; start < jobs.length; start += JOBS) {
    const chunk = jobs.slice(start, start + JOBS);
    const paths = chunk.flatMap(([{ source }]) => source.entry.files?.params?.path ?? []).filter(isAddress);
    const texts = await remoteTexts(engine, paths, options);
    const others = paths.filter((path) => !texts.has(path));
    const bytes = await remoteBytes(engine, others, options);
    const encoder = new TextEncoder();
    const read = ({ path }: JobFile): Uint8Array => {
      if (!isAddress(path)) return readFileSync(path);
      const text = texts.get(path);
      return text === undefined ? (bytes.get(path) ?? new Uint8Array()) : encoder.encode(text);
    };
    records.push(...(await engineRecords(chunk, { strict: settings.task.strict, signal, read })));
  }
  return records;
}
