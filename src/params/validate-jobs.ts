import { type ColumnTable, table } from "arquero";
import type { ParamValue } from "../api/wire-types.ts";
import type { ColumnLike } from "../tables/column-type-of.ts";
import { shownValues } from "../tables/shown-values.ts";
import { didYouMean } from "../util/did-you-mean.ts";
import { rowRange } from "../util/row-range.ts";
import { brokenRows, type RuleValues } from "./broken-rows.ts";
import { checkValue, PROBLEM_KINDS, type ProblemKind, type ValueProblem } from "./check-value.ts";
import { coerceJobs } from "./coerce-jobs.ts";
import { isSurelyFine } from "./is-surely-fine.ts";
import { JOB_KEYS } from "./job-keys.ts";
import type { JointRule } from "./joint-rule.ts";
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

/** The problems of single values, in the order of columns. */
function valueProblems(space: ParameterSpace, jobs: ColumnTable): Problem[] {
  const problems: Problem[] = [];
  for (const parameter of jobs.columnNames((name) => !JOB_KEYS.includes(name) || space.has(name))) {
    const param = space.find(parameter);
    if (param !== undefined && isSurelyFine(param, jobs.column(parameter) as ColumnLike)) continue;
    const wrongName = param === undefined ? unsupported(space, parameter) : [];
    const values = shownValues(jobs, parameter);
    for (let row = 0; row < values.length; row++) {
      const value = values[row];
      if (value === null || value === undefined) continue;
      const found = param === undefined ? wrongName : checkValue(param, value);
      for (const problem of found) problems.push({ row, parameter, value, ...problem });
    }
  }
  return problems;
}

function toNumber(value: unknown): unknown {
  return typeof value === "bigint" ? Number(value) : value;
}

function isNumeric(values: ArrayLike<unknown>): boolean {
  return values instanceof Float64Array || values instanceof Int32Array;
}

/** The problems of one rule over several parameters, in rows where each of these is fine by itself. */
function ruleProblems(
  rule: JointRule,
  { space, jobs, found }: { space: ParameterSpace; jobs: ColumnTable; found: readonly Problem[] },
): Problem[] {
  const { parameters } = rule;
  const given = new Set(jobs.columnNames());
  if (!parameters.some((name) => given.has(name))) return [];
  const columns = parameters.map((name): RuleValues => {
    const instead = space.get(name).default_value;
    if (!given.has(name)) return new Array(jobs.numRows()).fill(instead);
    const values = shownValues(jobs, name);
    return isNumeric(values) ? values : Array.from(values, (value) => toNumber(value) ?? instead);
  });
  const wrong = new Set(
    found.filter(({ parameter }) => parameters.includes(parameter)).map(({ row }) => row),
  );
  const broken = brokenRows(rule, columns, rowRange(0, jobs.numRows()));
  return [...broken].flatMap((row): Problem[] => {
    if (wrong.has(row)) return [];
    const value = columns.map((values) => values[row] as ParamValue);
    const message = rule.message(...value);
    return [{ row, parameter: parameters.join(", "), problem: "rule", value, limit: null, message }];
  });
}

/** Options of {@link validateJobs}. */
export interface ValidateJobsOptions {
  /** Whether numeric strings count as numbers, as `coerceJobs` makes them. @default false */
  coerce?: boolean | undefined;
}

/**
 * Checks jobs against a generator's parameters and lists all problems, one row each, ordered by job and then by kind.
 * Missing values mean the default and are fine. `NaN` and infinities are refused, an `int` must be integral, and
 * numeric strings are not numbers unless `coerce` is asked for. A rule over several parameters is checked where each of them is fine by itself.
 *
 * @returns A table `row` (0-based row of the job), `parameter`, `problem` (`unsupported`, `type`, `cast`, `min`, `max`,
 * `choices` or `rule`), `value`, `limit`, `message`; without rows when all is well.
 * @example
 * ```ts
 * const problems = validateJobs(session.space, [{ num_reps: 3 }, { num_rep: 3, camera_distance: 9 }]);
 * problems.select("row", "parameter", "problem", "limit").objects(); // [
 * //   { row: 1, parameter: "num_rep", problem: "unsupported", limit: null },
 * //   { row: 1, parameter: "camera_distance", problem: "max", limit: 5.25 }
 * // ]
 * problems.get("message", 1); // ""camera_distance" must be at most 5.25, got 9"
 * ```
 */
export function validateJobs(
  space: ParameterSpace,
  jobs: Jobs,
  { coerce = false }: ValidateJobsOptions = {},
): ColumnTable {
  const jobTable = coerce ? coerceJobs(space, jobs) : toJobTable(jobs, space);
  const problems = valueProblems(space, jobTable);
  const context = { space, jobs: jobTable, found: [...problems] };
  for (const rule of space.rules) for (const problem of ruleProblems(rule, context)) problems.push(problem);
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
