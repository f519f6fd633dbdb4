import { join } from "node:path";
import { newCandidates } from "./candidates.ts";
import type { IngestOptions } from "./ingest-options.ts";
import type { JobsRead, ReadingContext } from "./job-reader.ts";
import type { JobSource } from "./job-source.ts";
import { planGroups } from "./plan-groups.ts";
import { readPending } from "./read-pending.ts";

/** Options of {@link readLocally}. */
export interface ReadLocallyOptions {
  partBytes: number | undefined;
  onProgress: IngestOptions["onProgress"];
}

/** Reads jobs on this machine, in groups, but for those that an ingest which was cut short has read. */
export async function readLocally(
  pending: readonly JobSource[],
  { paths, pool, settings, firstGroup }: ReadingContext,
  { partBytes, onProgress }: ReadLocallyOptions,
): Promise<JobsRead> {
  const groups = planGroups(pending, { partBytes, settings });
  const read = await readPending(groups, { paths, pool, onProgress });
  const candidates = groups.flatMap(({ hash }, i) => {
    const parts = read[i]?.parts ?? [];
    return newCandidates(join(paths.staging, hash), parts, { number: firstGroup + i, hash });
  });
  return { records: read.flatMap(({ jobs }) => jobs), candidates, groups: groups.length };
}
