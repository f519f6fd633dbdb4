import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { writeFileAtomic } from "../../io/write-file-atomic.ts";
import { LabelTables } from "../../labels/label-tables.ts";
import { type ReadJob, readJob } from "../read-job.ts";
import { exactJson } from "./exact-json.ts";
import { flushTables, type UnwrittenJob } from "./flush-tables.ts";
import { brokenJob, type JobRecord } from "./job-record.ts";
import type { JobSource } from "./job-source.ts";
import { loadFiles } from "./load-files.ts";
import type { Part } from "./part.ts";
import type { GroupResult, GroupTask, NextJob, TaskSettings } from "./task.ts";

/** The file that a group's folder gets last: what is in it is whole. */
export const GROUP_FILE = "group.json";

/** How much memory a job's largest file may take while it is read, in its own size: JSON becomes that many objects. */
export const MEMORY_PER_BYTE = 12;

/** A job could not be read as promised, and was to be. */
export class StrictFault extends Error {
  override name = "StrictFault";
  /** The place of the job in its group. */
  readonly place: number;

  constructor(place: number) {
    super(`Job ${place} of the group cannot be read`);
    this.place = place;
  }
}

/** Where a group is read. */
export interface GroupContext {
  settings: TaskSettings;
  /** Tells which job is next, and waits until it may be read. */
  begin: (job: NextJob) => Promise<void>;
}

/**
 * Reads the jobs of a group and writes their rows to parts in its folder, as often as they fill the memory that they
 * may take. The same jobs make the same files.
 *
 * @throws {StrictFault} With `strict`, when a job cannot be read as promised.
 * @throws {FileWriteError} When the disk is full, or a file cannot be written for another reason.
 */
export async function readGroup(task: GroupTask, { settings, begin }: GroupContext): Promise<GroupResult> {
  await rm(task.folder, { recursive: true, force: true });
  await mkdir(task.folder, { recursive: true });
  const jobs: JobRecord[] = [];
  const parts: Part[] = [];
  let tables = new LabelTables();
  let read: UnwrittenJob[] = [];
  let bytesDone = 0;
  let number = 0;
  const flush = async (): Promise<void> => {
    const { folder, hash } = task;
    const flushed = await flushTables(read, { tables, settings, folder, number: number++, hash });
    jobs.push(...flushed.jobs);
    parts.push(...flushed.parts);
    tables = new LabelTables();
    read = [];
  };
  for (const [place, source] of task.jobs.entries()) {
    await begin({ place, bytesDone, needs: source.largest * MEMORY_PER_BYTE });
    const job = await readOne(source, place);
    const diedWith = task.deaths[place] === undefined ? null : settings.memory;
    read.push({ job, fingerprint: source.fingerprint, diedWith });
    bytesDone += source.bytes;
    if (tables.bytes > settings.flushBytes) await flush();
  }
  await flush();
  const result: GroupResult = { jobs, parts };
  await writeFileAtomic(join(task.folder, GROUP_FILE), exactJson(result), { force: true });
  return result;

  async function readOne(source: JobSource, place: number): Promise<ReadJob> {
    const { entry, fault } = source;
    const death = task.deaths[place];
    if (death !== undefined || fault !== null) {
      const file = fault?.file ?? entry.files?.labels[0]?.name ?? entry.jobId;
      const message = death ?? fault?.reason ?? "";
      if (settings.strict) throw new StrictFault(place);
      tables.report({ job_id: entry.jobId, file, path: null, problem: "broken_file", message });
      return brokenJob(entry);
    }
    const read = await loadFiles(source);
    try {
      const { polygons, strict } = settings;
      return readJob(entry, { tables, polygons, strict, ...(read && { read }) });
    } catch (error) {
      throw settings.strict ? new StrictFault(place) : error;
    }
  }
}
