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

function fillerOf(param: ParamInfo, options: FillOptions): Filler {
  const distribution = options.with === "random" ? spaceDistribution(param) : null;
  if (options.with === "default" || distribution === null) return () => param.default_value;
  const random = randomStream(options.seed, param.name);
  const first = options.firstRow ?? 0;
  checkCount("firstRow", first);
  return (row, draw) => distribution.quantile(random(first + row, draw));
}

interface Filled {
  given: ArrayLike<unknown>;
  filler: Filler;
  values: unknown[];
}

function filled(param: ParamInfo, given: ArrayLike<unknown>, options: FillOptions): Filled {
  const filler = fillerOf(param, options);
  const isNumber = param.type === "int" || param.type === "float";
  const values = Array.from(given, (cell, row) => {
    return isNumber && typeof cell === "boolean" ? Number(cell) : (cell ?? filler(row, 0));
  });
  return { given, filler, values };
}

/** Draws again what was drawn in the rows that break a rule, until they keep it. */
function keepRule({ parameters, check }: JointRule, columns: ReadonlyMap<string, Filled>): void {
  const parts = parameters.map((name): [string, Filled] => [name, columns.get(name) as Filled]);
  const numRows = parts[0]?.[1].values.length ?? 0;
  for (let row = 0; row < numRows; row++) {
    const job = (): JobParams =>
      Object.fromEntries(parts.map(([name, { values }]) => [name, values[row] as ParamValue]));
    const drawn = parts.filter(([, { given }]) => given[row] === null || given[row] === undefined);
    if (drawn.length === 0) continue;
    for (let draw = 1; draw < MOST_DRAWS && check(job()) !== null; draw++) {
      for (const [, { values, filler }] of drawn) values[row] = filler(row, draw);
    }
  }
}

function toColumn(param: ParamInfo, values: unknown[]): ColumnLike {
  const type = paramColumnType(param.type);
  return values.every((cell) => cell === null || fitsType(cell, type)) ? makeColumn(type, values) : values;
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
  const jobTable = toJobTable(jobs, space);
  const given = jobTable.columnNames();
  const missing = new Array<unknown>(jobTable.numRows()).fill(null);
  const cells = (name: string) =>
    (given.includes(name) ? jobTable.array(name) : missing) as ArrayLike<unknown>;
  const columns = new Map(
    space.generator.params.map((param) => [param.name, filled(param, cells(param.name), options)]),
  );
  if (options.with === "random") for (const rule of space.rules) keepRule(rule, columns);
  const names = [...given, ...space.names.filter((name) => !given.includes(name))];
  return makeTable(
    names.map((name): [string, ColumnLike] => {
      const column = columns.get(name);
      return [
        name,
        column === undefined ? Array.from(cells(name)) : toColumn(space.get(name), column.values),
      ];
    }),
  );
}
