import type { ColumnTable } from "arquero";
import type { ParamInfo } from "../../params/job-params.ts";
import type { ParameterSpace } from "../../params/parameter-space.ts";

/** Where a value lies among all that the parameter may be, from 0 to 1; NaN where that cannot be told. */
function position({ type, options }: ParamInfo): ((value: unknown) => number) | null {
  const { min, max, choices } = options ?? {};
  if (choices !== undefined) {
    const places = new Map<unknown, number>(
      choices.map((choice, index) => [choice, (index + 0.5) / choices.length]),
    );
    return (value) => places.get(value) ?? Number.NaN;
  }
  if (min === undefined || max === undefined || min === max) return null;
  if (type === "int") return (value) => (Number(value) - min + 0.5) / (max - min + 1);
  return type === "float" ? (value) => (Number(value) - min) / (max - min) : null;
}

/**
 * The design as points of the unit cube: a column for each parameter that varies and has a range or choices. Rows in
 * which one of these is missing or lies outside are left out.
 */
export function unitPoints(jobs: ColumnTable, space: ParameterSpace): Float64Array[] {
  const columns = jobs.columnNames().flatMap((name) => {
    const param = space.find(name);
    const place = param === undefined ? null : position(param);
    if (place === null) return [];
    const values = Array.from(jobs.array(name) as ArrayLike<unknown>);
    if (new Set(values).size < 2) return [];
    return [values.map((value) => (value === null || value === undefined ? Number.NaN : place(value)))];
  });
  const rows = Array.from({ length: jobs.numRows() }, (_, row) => row);
  const inside = rows.filter((row) =>
    columns.every((column) => (column[row] as number) >= 0 && (column[row] as number) <= 1),
  );
  return columns.map((column) => Float64Array.from(inside, (row) => column[row] as number));
}
