import type { ParameterSpace } from "./parameter-space.ts";
import { ParameterValidationError } from "./parameter-validation-error.ts";
import type { Jobs } from "./to-job-table.ts";
import { validateJobs } from "./validate-jobs.ts";

/**
 * Checks that jobs fit a generator.
 *
 * @throws {ParameterValidationError} When they do not; the error holds all problems.
 */
export function checkJobs(space: ParameterSpace, jobs: Jobs): void {
  const problems = validateJobs(space, jobs);
  if (problems.numRows() > 0) throw new ParameterValidationError(problems);
}
