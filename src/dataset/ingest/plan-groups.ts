import { hashOf } from "./fingerprint.ts";
import type { JobSource } from "./job-source.ts";
import type { TaskSettings } from "./task.ts";

const MIB = 2 ** 20;
const LEAST_BYTES = 16 * MIB;
const MOST_BYTES = 128 * MIB;
const MOST_JOBS = 4096;

/** Jobs that are read together. */
export interface Group {
  /** Tells the group from others: by its jobs, what is in their files, and how they are read. */
  hash: string;
  jobs: readonly JobSource[];
}

/** Cuts jobs, in their order, into groups of about as many bytes. */
export function planGroups(
  jobs: readonly JobSource[],
  { partBytes, settings }: { partBytes: number | undefined; settings: TaskSettings },
): Group[] {
  const total = jobs.reduce((all, { bytes }) => all + bytes, 0);
  const size = partBytes ?? Math.min(MOST_BYTES, Math.max(LEAST_BYTES, total / 16));
  const groups: JobSource[][] = [];
  let bytes = 0;
  for (const job of jobs) {
    const last = groups.at(-1);
    if (last === undefined || bytes + job.bytes > size || last.length === MOST_JOBS) {
      groups.push([job]);
      bytes = 0;
    } else {
      last.push(job);
    }
    bytes += job.bytes;
  }
  const { polygons, partitionBy, compression, flushBytes } = settings;
  const about = [polygons, partitionBy, compression, flushBytes];
  return groups.map((group) => {
    const hash = hashOf([about, group.map(({ entry, fingerprint }) => [entry.jobId, fingerprint])]);
    return { hash, jobs: group };
  });
}
