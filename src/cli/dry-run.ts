import type { ColumnTable } from "arquero";
import { ParameterValidationError } from "../params/parameter-validation-error.ts";
import { validateJobs } from "../params/validate-jobs.ts";
import type { Session } from "../session/session.ts";
import { countOf } from "../util/count-of.ts";
import { errorJson } from "./error-json.ts";
import { printJson } from "./print-json.ts";

/** Options of {@link dryRun}. */
export interface DryRunOptions {
  isPreview: boolean;
  json: boolean;
  signal: AbortSignal;
}

/**
 * Checks jobs, estimates what they cost and prints it; nothing is submitted.
 *
 * @throws {ParameterValidationError} When jobs do not fit the generator.
 */
export async function dryRun(
  session: Session,
  jobs: ColumnTable,
  { isPreview, json, signal }: DryRunOptions,
): Promise<void> {
  const problems = validateJobs(session.space, jobs);
  if (problems.numRows() > 0) {
    const error = new ParameterValidationError(problems);
    if (json) {
      const found = problems.objects();
      printJson({ num_jobs: jobs.numRows(), samples: null, problems: found, error: errorJson(error) });
    }
    throw error;
  }
  const estimate = await session.estimateSamples(jobs, { isPreview, signal });
  const samples = estimate.reduce((sum, each) => sum + each, 0);
  if (json) printJson({ num_jobs: estimate.length, samples, problems: [] });
  else
    console.log(
      `${countOf(estimate.length, "job")} without problems, ${countOf(samples, "sample")} estimated`,
    );
}
