import type { LabelTableName } from "../../labels/schemas.ts";
import { type Candidate, rewrittenName } from "./candidates.ts";
import type { CommitContext } from "./commit-context.ts";
import { hashOf } from "./fingerprint.ts";
import { rewriteCandidates } from "./rewrite-candidates.ts";
import { areSameColumns, type UnifiedColumns, unifyColumns } from "./unify-columns.ts";

/** The parts of a table once all have the same columns. */
export interface FittedParts extends UnifiedColumns {
  table: LabelTableName;
  candidates: readonly Candidate[];
}

/** Gives all parts of a table the same columns; those that have others are written anew. */
export async function fitColumns(
  table: LabelTableName,
  candidates: readonly Candidate[],
  context: CommitContext,
): Promise<FittedParts> {
  const unified = unifyColumns(
    table,
    candidates.map(({ part }) => part),
  );
  const changes = candidates.map((candidate) => {
    const { part, name } = candidate;
    if (areSameColumns(part.columns, unified.columns)) return { candidate, change: null };
    const jobs = part.jobs.map(([jobId]) => jobId);
    const { columns } = unified;
    return {
      candidate,
      change: { jobs, key: part.key, columns, name: rewrittenName(name, hashOf([name, columns])) },
    };
  });
  return { table, ...unified, candidates: await rewriteCandidates(changes, context) };
}
