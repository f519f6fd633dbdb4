import type { ColumnTable } from "arquero";
import type { ParameterSpace } from "../../params/parameter-space.ts";
import type { ColumnLike } from "../../tables/column-type-of.ts";
import { makeTable } from "../../tables/make-table.ts";

/** The jobs with numbers rounded to what the API takes: whole numbers for parameters of type `int`. */
export function asSent(jobs: ColumnTable, space: ParameterSpace): ColumnTable {
  return makeTable(
    jobs.columnNames().map((name): [string, ColumnLike] => {
      const values = Array.from(jobs.array(name) as ArrayLike<unknown>);
      if (space.find(name)?.type !== "int") return [name, values];
      return [name, values.map((value) => (typeof value === "number" ? Math.round(value) : value))];
    }),
  );
}
