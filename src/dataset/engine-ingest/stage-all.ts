import type { EngineContext } from "./engine-context.ts";
import { type EngineJob, filesIn } from "./engine-files.ts";
import { checkJobs, type JobFacts } from "./job-facts.ts";
import { sampleLabels } from "./queries/sample-labels.ts";
import { stageJobs } from "./stage-jobs.ts";
import type { CheckedStage } from "./table-plans.ts";

/** So many jobs at most are read here without another look into their files. */
const FEW_ODD = 200;

/** What an engine has made of jobs. */
export interface AllStaged {
  /** What it has read, with one schema each. */
  stages: readonly CheckedStage[];
  /** What is known of the jobs that it has read, and of those that have nothing to be read. */
  facts: readonly (readonly [EngineJob, JobFacts])[];
  /** The jobs that are to be read by the JavaScript readers. */
  odd: readonly EngineJob[];
}

/**
 * Has an engine read the files of jobs with a schema that a sample of them has shown; where many do not fit it, those
 * once more with that of a sample of their own.
 */
export async function stageAll(jobs: readonly EngineJob[], context: EngineContext): Promise<AllStaged> {
  const { engine, settings, progress, signal } = context;
  const { polygons } = settings.task;
  const stages: CheckedStage[] = [];
  const facts: (readonly [EngineJob, JobFacts])[] = [];
  const odd: EngineJob[] = [];
  let next: readonly EngineJob[] = [];
  const readable: EngineJob[] = [];
  for (const job of jobs) {
    if (filesIn(job) === 0) facts.push([job, { labels: [], samples: null, problems: [] }]);
    else (job.source.areFiles ? readable : odd).push(job);
  }
  next = readable;
  for (let round = 0; next.length > (round === 0 ? 0 : FEW_ODD) && round < 2; round++) {
    const files = {
      labels: next.flatMap(({ labels }) => labels.map(({ file }) => file)),
      motion: next.flatMap(({ motion }) => motion.map(({ file }) => file)),
    };
    progress.begin("sample");
    const options = { polygons, sample: settings.sample, signal };
    const plan = await sampleLabels(engine, files, options);
    if (!plan.fits) break;
    progress.begin("stage");
    const staged = await stageJobs(next, plan, context);
    progress.begin("check");
    const checked = await checkJobs(staged, context);
    facts.push(...checked.facts);
    stages.push({ staged, odd: checked.odd });
    next = checked.odd;
  }
  return { stages, facts, odd: [...odd, ...next] };
}
