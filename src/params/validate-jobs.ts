import { type ColumnTable, table } from "arquero";
import { didYouMean } from "../util/did-you-mean.ts";
import { checkValue, PROBLEM_KINDS, type ProblemKind, type ValueProblem } from "./check-value.ts";
import { JOB_KEYS } from "./job-keys.ts";
import type { ParameterSpace } from "./parameter-space.ts";
import { type Jobs, toJobTable } from "./to-job-table.ts";

interface Problem extends ValueProblem {
  row: number;
  parameter: string;
  value: unknown;
}

const RANK = new Map<ProblemKind, number>(PROBLEM_KINDS.map((kind, rank) => [kind, rank]));

function unsupported(space: ParameterSpace, name: string): ValueProblem[] {
  const hint = didYouMean(name, space.names);
  const message = `"${name}" is not a parameter of ${space.generator.name}${hint}`;
  return [{ problem: "unsupported", limit: null, message }];
}

/**
 * Checks jobs against a generator's parameters and lists all problems, one row each, ordered by job and then by kind.
 * Missing values mean the default and are fine. `NaN` and infinities are refused, an `int` must be integral, and
 * numeric strings are not numbers.
 *
 * @returns A table `row` (0-based row of the job), `parameter`, `problem` (`unsupported`, `type`, `cast`, `min`, `max`
 * or `choices`), `value`, `limit`, `message`; without rows when all is well.
 */
export function validateJobs(space: ParameterSpace, jobs: Jobs): ColumnTable {
  const jobTable = toJobTable(jobs, space);
  const problems: Problem[] = [];
  for (const parameter of jobTable.columnNames((name) => !JOB_KEYS.includes(name) || space.has(name))) {
    const param = space.find(parameter);
    const wrongName = param === undefined ? unsupported(space, parameter) : [];
    const values = jobTable.array(parameter) as ArrayLike<unknown>;
    for (let row = 0; row < values.length; row++) {
      const value = values[row];
      if (value === null || value === undefined) continue;
      const found = param === undefined ? wrongName : checkValue(param, value);
      for (const problem of found) problems.push({ row, parameter, value, ...problem });
    }
  }
  problems.sort((a, b) => a.row - b.row || (RANK.get(a.problem) ?? 0) - (RANK.get(b.problem) ?? 0));
  return table({
    row: problems.map(({ row }) => row),
    parameter: problems.map(({ parameter }) => parameter),
    problem: problems.map(({ problem }) => problem),
    value: problems.map(({ value }) => value),
    limit: problems.map(({ limit }) => limit),
    message: problems.map(({ message }) => message),
  });
}
