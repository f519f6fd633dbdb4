import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Candidate } from "./candidates.ts";
import type { CommitContext } from "./commit-context.ts";
import type { NamedType } from "./part.ts";
import { metadataOf } from "./part-metadata.ts";
import type { RewriteResult, RewriteTask } from "./task.ts";

/** What becomes of a part; `change` is null where it stays. */
export interface PartChange {
  candidate: Candidate;
  change: {
    /** The jobs whose rows are kept. */
    jobs: readonly string[];
    key: readonly string[];
    /** The columns to have; null where they are what the kept values say. */
    columns: readonly NamedType[] | null;
    name: string;
  } | null;
}

/** Writes the parts anew that change. */
export async function rewriteCandidates(
  changes: readonly PartChange[],
  { paths, pool, origins }: CommitContext,
): Promise<Candidate[]> {
  const tasks: RewriteTask[] = [];
  const made = changes.map(({ candidate, change }): Candidate => {
    if (change === null) return candidate;
    const { part, source } = candidate;
    const { jobs, key, columns, name } = change;
    const target = join(paths.rewritten, `${part.table}-${randomUUID()}.parquet`);
    const about = jobs.flatMap((jobId) => origins.get(jobId) ?? []);
    tasks.push({
      kind: "rewrite",
      source,
      target,
      part,
      jobs,
      columns,
      metadata: metadataOf(part.table, about),
    });
    return { part: { ...part, key }, source: target, name };
  });
  const results = new Map<string, RewriteResult>();
  await pool.rewrite(tasks, ({ target }, result) => void results.set(target, result));
  return made.map((candidate) => {
    const result = results.get(candidate.source);
    return result === undefined ? candidate : { ...candidate, part: { ...candidate.part, ...result } };
  });
}
