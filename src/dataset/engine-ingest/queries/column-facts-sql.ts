import type { Dialect } from "../../../engine/dialect/dialect.ts";
import type { LabelTableName } from "../../../labels/schemas.ts";
import { annotationFacts } from "./annotation-facts.ts";
import { factsOf } from "./facts-of.ts";
import type { LabelPlan } from "./label-plan.ts";
import { tableSource } from "./table-sources.ts";

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

const OBJECTS = ["scenes", "categories", "images"] as const;

/** The query of {@link ColumnFact} over `staged` and `odd_jobs`, of all tables but `imu`. */
export function columnFactsSql(dialect: Dialect, plan: LabelPlan): string {
  const options = { plan, dialect };
  const facts = OBJECTS.map((table) => {
    const { from, columns } = tableSource(table, options);
    return factsOf([{ table, columns }], { from, dialect });
  });
  return [...facts, annotationFacts(options)].join(" UNION ALL ");
}
