import type { Dialect } from "../../../engine/dialect/dialect.ts";
import type { LabelTableName } from "../../../labels/schemas.ts";
import type { NamedType } from "../../ingest/part.ts";
import type { LabelPlan } from "./label-plan.ts";

/** What {@link tableSql} selects. */
export interface TableSqlOptions {
  table: Exclude<LabelTableName, "problems">;
  plan: LabelPlan;
  /** The columns and their types. */
  columns: readonly NamedType[];
}

/**
 * The query of a table's rows: over `staged` and `odd_jobs` (of one column, `job_id`), whose jobs are left out; that of
 * `imu` over `staged_motion` and `odd_jobs`.
 */
export function tableSql(dialect: Dialect, options: TableSqlOptions): string {
  throw new Error(`${dialect.name} ${options.table}`);
}
