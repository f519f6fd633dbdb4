import { type Candidate, rewrittenName } from "./candidates.ts";
import type { CommitContext } from "./commit-context.ts";
import { hashOf } from "./fingerprint.ts";
import { rewriteCandidates } from "./rewrite-candidates.ts";

/** Jobs of a part that belong to one partition. */
interface Wanted {
  key: readonly string[];
  jobs: string[];
}

/**
 * Leaves of parts the rows of jobs that are current, each in the partition that its job belongs to. Parts that are
 * right stay as they are, others are written anew, and those without such rows fall away.
 */
export async function chooseRows(
  candidates: readonly Candidate[],
  context: CommitContext,
): Promise<Candidate[]> {
  const changes = candidates.flatMap((candidate) => {
    return wantedOf(candidate, context).map(({ key, jobs }) => {
      const { part, name } = candidate;
      const isRight = jobs.length === part.jobs.length && JSON.stringify(key) === JSON.stringify(part.key);
      if (isRight) return { candidate, change: null };
      const hash = hashOf([name, jobs, key]);
      return { candidate, change: { jobs, key, columns: null, name: rewrittenName(name, hash) } };
    });
  });
  return rewriteCandidates(changes, context);
}

function wantedOf(candidate: Candidate, { isCurrent, keys }: CommitContext): Wanted[] {
  const wanted = new Map<string, Wanted>();
  for (const [jobId] of candidate.part.jobs) {
    if (!isCurrent(candidate, jobId)) continue;
    const key = keys.get(jobId) ?? [];
    const name = JSON.stringify(key);
    const same = wanted.get(name) ?? { key, jobs: [] };
    wanted.set(name, same);
    same.jobs.push(jobId);
  }
  return [...wanted.values()];
}
