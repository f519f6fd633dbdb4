import type { ColumnTable } from "arquero";
import type { ParamInfo, ParamValue } from "../params/job-params.ts";
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

function filler(param: ParamInfo, options: FillOptions): (row: number) => ParamValue {
  const distribution = options.with === "random" ? spaceDistribution(param) : null;
  if (options.with === "default" || distribution === null) return () => param.default_value;
  const random = randomStream(options.seed, param.name);
  const first = options.firstRow ?? 0;
  checkCount("firstRow", first);
  return (row) => distribution.quantile(random(first + row));
}

function filledColumn(
  param: ParamInfo,
  given: ArrayLike<unknown>,
  value: (row: number) => ParamValue,
): ColumnLike {
  const type = paramColumnType(param.type);
  const isNumber = type === "int32" || type === "float64";
  const values = Array.from(given, (cell, row) => {
    return isNumber && typeof cell === "boolean" ? Number(cell) : (cell ?? value(row));
  });
  return values.every((cell) => cell === null || fitsType(cell, type)) ? makeColumn(type, values) : values;
}

/**
 * Gives every job a value for every parameter; given values stay, but booleans for numbers become 0 or 1. Random values are uniform over the choices, or
 * over the range from min to max (both ends included for integers); other parameters get their default. A random
 * value depends on the seed, the parameter and the row alone, not on what else is given.
 *
 * @param jobs A table or records.
 * @returns The given columns, then the others in the generator's order.
 * @throws {TypeError} When random values are wanted without a seed.
 */
export function fill(space: ParameterSpace, jobs: Jobs, options: FillOptions): ColumnTable {
  const jobTable = toJobTable(jobs, space);
  const given = jobTable.columnNames();
  const missing = new Array<unknown>(jobTable.numRows()).fill(null);
  const names = [...given, ...space.names.filter((name) => !given.includes(name))];
  return makeTable(
    names.map((name): [string, ColumnLike] => {
      const values = (given.includes(name) ? jobTable.array(name) : missing) as ArrayLike<unknown>;
      const param = space.find(name);
      if (param === undefined) return [name, Array.from(values)];
      return [name, filledColumn(param, values, filler(param, options))];
    }),
  );
}
