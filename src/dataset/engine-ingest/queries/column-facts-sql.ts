import type { Dialect } from "../../../engine/dialect/dialect.ts";
import type { LabelTableName } from "../../../labels/schemas.ts";
import type { LabelPlan } from "./label-plan.ts";

/** What the values of a column say of its type. */
export interface ColumnFact {
  table_name: LabelTableName;
  column_name: string;
  /** How many values there are. */
  count: number;
  /** Whether all numbers are whole; null where there are no numbers. */
  whole: boolean | null;
  low: number | null;
  high: number | null;
}

/** The query of {@link ColumnFact} over `staged` and `odd_jobs`, of all tables but `imu`. */
export function columnFactsSql(dialect: Dialect, plan: LabelPlan): string {
  throw new Error(`${dialect.name} ${plan.fits}`);
}
