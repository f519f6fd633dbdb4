import type { Problem } from "../../labels/problem.ts";
import { makeColumn } from "../../tables/make-column.ts";
import { makeTable } from "../../tables/make-table.ts";
import type { ReadJob } from "../read-job.ts";
import type { EngineContext } from "./engine-context.ts";
import type { EngineJob } from "./engine-files.ts";
import { type DocumentFacts, documentFactsSql } from "./queries/document-facts-sql.ts";
import { type DocumentProblem, documentProblemsSql } from "./queries/document-problems-sql.ts";
import { type MotionFacts, motionFactsSql } from "./queries/motion-facts-sql.ts";
import { registerRows } from "./register-rows.ts";
import type { StagedJobs } from "./stage-jobs.ts";

/** What the table of jobs tells of a job's files, and what could not be read as promised. */
export interface JobFacts extends Pick<ReadJob, "labels" | "samples"> {
  problems: readonly Problem[];
}

/** What came of jobs that an engine has read. */
export interface CheckedJobs {
  facts: ReadonlyMap<EngineJob, JobFacts>;
  /** Jobs with files that are to be read by the JavaScript readers. */
  odd: readonly EngineJob[];
}

/**
 * Looks what an engine has made of the files of jobs. `odd_jobs`, `staged` and `staged_motion` are known to it then. A
 * file of which it made nothing is odd, too.
 */
export async function checkJobs(staged: StagedJobs, context: EngineContext): Promise<CheckedJobs> {
  const { engine, progress, signal } = context;
  const { dialect } = engine;
  const { plan } = staged;
  const rows = async <T>(sql: string | null): Promise<T[]> => {
    if (sql === null) return [];
    const table = await engine.query(sql, undefined, progress.statement(signal)).toTable();
    return table.objects() as T[];
  };
  await registerStaged(staged, [], context);
  const hasLabels = staged.labels.length > 0;
  const documents = await rows<DocumentFacts>(hasLabels ? documentFactsSql(dialect) : null);
  const samples = await rows<MotionFacts>(staged.motion.length > 0 ? motionFactsSql(dialect) : null);
  const others = await rows<{ file: string }>(
    staged.others.length > 0 ? "SELECT file FROM other_fields" : null,
  );
  const isOther = new Set(others.map(({ file }) => file));
  const isPlainFile = ({ file, odd }: DocumentFacts): boolean => !odd && !isOther.has(file);
  const documentOf = new Map(documents.filter(isPlainFile).map((fact) => [fact.file, fact]));
  const samplesOf = new Map(samples.filter(({ odd }) => !odd).map((fact) => [fact.file, fact.samples]));

  const odd: EngineJob[] = [];
  const plain: EngineJob[] = [];
  for (const job of staged.jobs) {
    const isPlain =
      job.labels.every(({ file }) => documentOf.has(file)) &&
      job.motion.every(({ file }) => samplesOf.has(file));
    (isPlain ? plain : odd).push(job);
  }
  await registerOdd(odd, context);
  const problems = new Map<string, DocumentProblem[]>();
  for (const problem of await rows<DocumentProblem>(hasLabels ? documentProblemsSql(dialect, plan) : null)) {
    const same = problems.get(problem.job_id) ?? [];
    problems.set(problem.job_id, same);
    same.push(problem);
  }
  const facts = new Map(
    plain.map((job): [EngineJob, JobFacts] => {
      const { entry } = job.source;
      const names = new Map(entry.files?.labels.map(({ name }, i) => [job.labels[i]?.file, name]));
      const labels = job.labels.map(({ file }) => summaryOf(documentOf.get(file) as DocumentFacts));
      const motion = job.motion[0];
      const sorted = (problems.get(entry.jobId) ?? []).sort(inOrder);
      return [
        job,
        {
          labels,
          samples: motion === undefined ? null : Number(samplesOf.get(motion.file)),
          problems: sorted.map(({ file, path, problem, message }) => {
            return { job_id: entry.jobId, file: names.get(file) ?? file, path, problem, message };
          }),
        },
      ];
    }),
  );
  return { facts, odd };
}

/** Makes the folders of staged jobs known to the engine, and the jobs of which nothing is to be taken. */
export async function registerStaged(
  { labels, motion, others }: StagedJobs,
  odd: readonly EngineJob[],
  context: EngineContext,
): Promise<void> {
  const { engine, progress, signal } = context;
  await engine.registerDataset(
    {
      ...(labels.length > 0 && { staged: { format: "parquet", files: labels } }),
      ...(motion.length > 0 && { staged_motion: { format: "parquet", files: motion } }),
      ...(others.length > 0 && { other_fields: { format: "parquet", files: others } }),
    },
    progress.statement(signal),
  );
  await registerOdd(odd, context);
}

async function registerOdd(odd: readonly EngineJob[], context: EngineContext): Promise<void> {
  const ids = odd.map(({ source }) => source.entry.jobId);
  await registerRows("odd_jobs", makeTable([["job_id", makeColumn("string", ids)]]), context);
}

function inOrder(a: DocumentProblem, b: DocumentProblem): number {
  return a.place - b.place || a.part - b.part || a.entry - b.entry || a.number - b.number;
}

function summaryOf(facts: DocumentFacts): ReadJob["labels"][number] {
  const { frames, annotations, fov_sum, fov_count, occlusion_sum, occlusion_count } = facts;
  return {
    numFrames: Number(frames),
    numAnnotations: Number(annotations),
    percentInFov: { sum: Number(fov_sum), count: Number(fov_count) },
    percentOcclusion: { sum: Number(occlusion_sum), count: Number(occlusion_count) },
  };
}
