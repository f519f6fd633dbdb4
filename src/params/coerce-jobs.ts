import type { ColumnTable } from "arquero";
import type { ColumnLike } from "../tables/column-type-of.ts";
import { fitsType } from "../tables/fits-type.ts";
import { makeColumn } from "../tables/make-column.ts";
import { makeTable } from "../tables/make-table.ts";
import { shownValues } from "../tables/shown-values.ts";
import { parseBoolean } from "../util/parse-boolean.ts";
import { parseNumber } from "../util/parse-number.ts";
import { paramColumnType } from "./param-column-type.ts";
import type { ParameterSpace } from "./parameter-space.ts";
import { type Jobs, toJobTable } from "./to-job-table.ts";

/**
 * Turns texts into the types of the parameters, as files without types leave them: numbers where a parameter is a
 * number, `true` and `false` where it is a truth value. Other values stay as they are, for validation to report.
 *
 * @example
 * ```ts
 * coerceJobs(session.space, [{ num_reps: "14", scene: "GYM_1" }]).objects(); // [{ scene: "GYM_1", num_reps: 14 }]
 * ```
 */
export function coerceJobs(space: ParameterSpace, jobs: Jobs): ColumnTable {
  const source = toJobTable(jobs, space);
  return makeTable(
    source.columnNames().map((name): [string, ColumnLike] => {
      const param = space.find(name);
      const given = shownValues(source, name);
      if (param === undefined || param.type === "str" || param.type === "uuid")
        return [name, Array.from(given)];
      const parse = param.type === "bool" ? parseBoolean : parseNumber;
      const values = Array.from(given, (value) =>
        typeof value === "string" ? (parse(value) ?? value) : value,
      );
      const type = paramColumnType(param.type);
      const fits = values.every((value) => value === null || value === undefined || fitsType(value, type));
      return [name, fits ? makeColumn(type, values) : values];
    }),
  );
}
