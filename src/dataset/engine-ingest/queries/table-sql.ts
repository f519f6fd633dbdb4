import type { Dialect } from "../../../engine/dialect/dialect.ts";
import { quoteName } from "../../../util/quote-name.ts";
import type { NamedType } from "../../ingest/part.ts";
import type { LabelPlan } from "./label-plan.ts";
import { motionSource } from "./motion-source.ts";
import { type DocumentTable, type TableSource, tableSource } from "./table-sources.ts";

/** What {@link tableSql} selects. */
export interface TableSqlOptions {
  table: DocumentTable | "imu";
  plan: LabelPlan;
  /** The columns and their types. */
  columns: readonly NamedType[];
  /** Further columns of `staged` or `staged_motion`, with the names that they get. */
  also?: readonly (readonly [column: string, name: string])[];
}

/**
 * The query of a table's rows: over `staged` and `odd_jobs` (of one column, `job_id`), whose jobs are left out; that of
 * `imu` over `staged_motion` and `odd_jobs`. Columns that the plan does not know are missing in all rows.
 */
export function tableSql(dialect: Dialect, { table, plan, columns, also = [] }: TableSqlOptions): string {
  const options = { plan, dialect };
  const source: TableSource = table === "imu" ? motionSource(options) : tableSource(table, options);
  const values = new Map(source.columns.map((column) => [column.name, column]));
  const selected = columns.map(([name, type]) => {
    const column = values.get(name);
    return `CAST(${column?.value ?? "NULL"} AS ${dialect.type(type)}) AS ${quoteName(name)}`;
  });
  const others = also.map(([column, name]) => `${column} AS ${quoteName(name)}`);
  return `SELECT ${[...selected, ...others].join(", ")} FROM ${source.from}`;
}
