import type { ColumnTable } from "arquero";
import type { JobParams, ParamInfo, ParamValue } from "../params/job-params.ts";
import type { JointRule } from "../params/joint-rule.ts";
import { paramColumnType } from "../params/param-column-type.ts";
import type { ParameterSpace } from "../params/parameter-space.ts";
import { type Jobs, toJobTable } from "../params/to-job-table.ts";
import type { ColumnLike } from "../tables/column-type-of.ts";
import { fitsType } from "../tables/fits-type.ts";
import { makeColumn } from "../tables/make-column.ts";
import { makeTable } from "../tables/make-table.ts";
import { checkCount } from "./check-count.ts";
import { columnFromPoints } from "./column-from-points.ts";
import { randomColumn } from "./random-column.ts";
import { randomStream } from "./random-stream.ts";
import type { Seed } from "./seed-key.ts";
import { spaceDistribution } from "./space-distribution.ts";

/** Options of {@link fill}. */
export type FillOptions =
  | {
      /** Fills with the generator's defaults. */
      with: "default";
    }
  | {
      /** Fills with random values over each parameter's range. */
      with: "random";
      /** Decides every value that is filled in. */
      seed: Seed;
      /** The row number of the first job, for jobs that are filled a few at a time. @default 0 */
      firstRow?: number | undefined;
    };

/** The value of a parameter in a row, at first and after so many refusals. */
type Filler = (row: number, draw: number) => ParamValue;

const MOST_DRAWS = 1000;

interface Filled {
  /** Null where no job gives the parameter. */
  given: ArrayLike<unknown> | null;
  filler: Filler;
  column: ColumnLike;
}

function fillerOf(param: ParamInfo, options: FillOptions): Filler {
  const distribution = options.with === "random" ? spaceDistribution(param) : null;
  if (options.with === "default" || distribution === null) return () => param.default_value;
  const random = randomStream(options.seed, param.name);
  const first = options.firstRow ?? 0;
  return (row, draw) => distribution.quantile(random(first + row, draw));
}

/** A parameter that no job gives. */
function newColumn(param: ParamInfo, n: number, options: FillOptions): ColumnLike {
  const distribution = options.with === "random" ? spaceDistribution(param) : null;
  if (options.with === "default" || distribution === null) {
    return toColumn(param, new Array<unknown>(n).fill(param.default_value));
  }
  const points = randomColumn(param.name, { n, seed: options.seed, first: options.firstRow });
  const column = columnFromPoints(distribution, points);
  return param.type === "float" ? toColumn(param, column) : column;
}

/** A parameter that some jobs give. */
function completedColumn(param: ParamInfo, given: ArrayLike<unknown>, filler: Filler): ColumnLike {
  const isNumber = param.type === "int" || param.type === "float";
  const values = Array.from(given, (cell, row) => {
    return isNumber && typeof cell === "boolean" ? Number(cell) : (cell ?? filler(row, 0));
  });
  return toColumn(param, values);
}

function toColumn(param: ParamInfo, values: ArrayLike<unknown> | ColumnLike): ColumnLike {
  const type = paramColumnType(param.type);
  if (type === "float64" && values instanceof Float64Array) return values;
  const cells = Array.from(values as ArrayLike<unknown>);
  return cells.every((cell) => cell === null || fitsType(cell, type)) ? makeColumn(type, cells) : cells;
}

/** Draws again what was drawn in the rows that break a rule, until they keep it; returns the columns that change. */
function keepRule(
  { parameters, check }: JointRule,
  columns: ReadonlyMap<string, Filled>,
): Map<string, ArrayLike<unknown>> {
  const parts = parameters.map((name) => {
    const { given, filler, column } = columns.get(name) as Filled;
    // A column of numbers was made for this table alone, so it may change in place.
    const values = column instanceof Float64Array ? column : Array.from(column);
    return { name, given, filler, values: values as { [row: number]: unknown; length: number } };
  });
  const job: JobParams = {};
  for (let row = 0; row < (parts[0]?.values.length ?? 0); row++) {
    for (const { name, values } of parts) job[name] = values[row] as ParamValue;
    if (check(job) === null) continue;
    const drawn = parts.filter(({ given }) => (given?.[row] ?? null) === null);
    for (let draw = 1; drawn.length > 0 && draw < MOST_DRAWS && check(job) !== null; draw++) {
      for (const { name, values, filler } of drawn) values[row] = job[name] = filler(row, draw);
    }
  }
  return new Map(parts.map(({ name, values }) => [name, values]));
}

/**
 * Gives every job a value for every parameter; given values stay, but booleans for numbers become 0 or 1. Random
 * values are uniform over the choices, or over the range from min to max (both ends included for integers); other
 * parameters get their default. A random value depends on the seed, the parameter and the row alone, not on what else
 * is given; only where it would break a rule over several parameters it is drawn again.
 *
 * @param jobs A table or records.
 * @returns The given columns, then the others in the generator's order.
 * @throws {TypeError} When random values are wanted without a seed.
 */
export function fill(space: ParameterSpace, jobs: Jobs, options: FillOptions): ColumnTable {
  if (options.with === "random") checkCount("firstRow", options.firstRow ?? 0);
  const jobTable = toJobTable(jobs, space);
  const given = jobTable.columnNames();
  const columns = new Map<string, Filled>();
  for (const param of space.generator.params) {
    const { name } = param;
    const filler = fillerOf(param, options);
    const cells = given.includes(name) ? (jobTable.array(name) as ArrayLike<unknown>) : null;
    const column =
      cells === null ? newColumn(param, jobTable.numRows(), options) : completedColumn(param, cells, filler);
    columns.set(name, { given: cells, filler, column });
  }
  for (const rule of options.with === "random" ? space.rules : []) {
    for (const [name, values] of keepRule(rule, columns)) {
      columns.set(name, { ...(columns.get(name) as Filled), column: toColumn(space.get(name), values) });
    }
  }
  const names = [...given, ...space.names.filter((name) => !given.includes(name))];
  return makeTable(
    names.map((name): [string, ColumnLike] => [
      name,
      columns.get(name)?.column ?? Array.from(jobTable.array(name) as ArrayLike<unknown>),
    ]),
  );
}
