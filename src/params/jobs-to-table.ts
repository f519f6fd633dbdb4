import type { ColumnTable } from "arquero";
import type { ColumnLike } from "../tables/column-type-of.ts";
import { fitsType } from "../tables/fits-type.ts";
import { inferColumnType } from "../tables/infer-column-type.ts";
import { makeColumn } from "../tables/make-column.ts";
import { makeTable } from "../tables/make-table.ts";
import { collectValues, type ValueCollector } from "../tables/value-collector.ts";
import type { JobRecord } from "./job-record.ts";
import { paramColumnType } from "./param-column-type.ts";
import type { ParameterSpace } from "./parameter-space.ts";

/** Options of {@link jobsToTable}. */
export interface JobsToTableOptions {
  /** Gives columns the generator's order and types. @default types are read off the values */
  space?: ParameterSpace | undefined;
}

function are32Bits(numbers: Float64Array): boolean {
  for (const number of numbers) if ((number | 0) !== number) return false;
  return true;
}

function columnOf(
  name: string,
  collected: Float64Array | unknown[],
  space: ParameterSpace | undefined,
): ColumnLike {
  const param = space?.find(name);
  const type =
    param === undefined ? inferColumnType(collected, { integers: true }) : paramColumnType(param.type);
  if (collected instanceof Float64Array) {
    if (type === "float64") return collected;
    if (type === "int32" && are32Bits(collected)) return Int32Array.from(collected);
  }
  const values = Array.from(collected as ArrayLike<unknown>);
  if (type === null) return values;
  const fits = values.every((value) => value === null || fitsType(value, type));
  return fits ? makeColumn(type, values) : values;
}

/** Tables have rows only where they have columns: jobs that specify nothing are kept by one column without values. */
function rowKeeper(space: ParameterSpace | undefined): string {
  const name = space?.names[0];
  if (name === undefined) throw new RangeError("Jobs without any parameter need a space to become a table");
  return name;
}

/**
 * Turns records of job parameters into a table, one row per job. What a record leaves out or holds as `null` is
 * missing (`null`): "not specified". Values of a wrong type are kept as they are, for validation to report.
 *
 * @throws {RangeError} When no job has any parameter and no space is given: such a table could not hold the rows.
 * @example
 * ```ts
 * const jobs = jobsToTable([{ num_reps: 3 }, { scene: "GYM_1" }]);
 * jobs.objects(); // [{ num_reps: 3, scene: null }, { num_reps: null, scene: "GYM_1" }]
 * ```
 */
export function jobsToTable(jobs: readonly JobRecord[], { space }: JobsToTableOptions = {}): ColumnTable {
  const columns = new Map<string, ValueCollector>();
  const columnNamed = (name: string): ValueCollector => {
    const values = columns.get(name) ?? collectValues(jobs.length);
    columns.set(name, values);
    return values;
  };
  // Jobs mostly have the same parameters in the same order, so that a column is found by its place.
  const places: { name: string; values: ValueCollector }[] = [];
  jobs.forEach((job, row) => {
    const names = Object.keys(job);
    for (let i = 0; i < names.length; i++) {
      const name = names[i] as string;
      if (places[i]?.name !== name) places[i] = { name, values: columnNamed(name) };
      places[i]?.values.set(row, job[name]);
    }
  });
  if (columns.size === 0 && jobs.length > 0) columnNamed(rowKeeper(space));
  const known = space?.names.filter((name) => columns.has(name)) ?? [];
  const others = [...columns.keys()].filter((name) => !known.includes(name));
  return makeTable(
    [...known, ...others].map((name) => [name, columnOf(name, columnNamed(name).finish(), space)]),
  );
}
