import type { LabelTableName } from "../../../labels/schemas.ts";
import type { NamedType } from "../../ingest/part.ts";
import type { ColumnFact } from "./column-facts-sql.ts";
import type { LabelPlan } from "./label-plan.ts";

/** The columns of each table, as the JavaScript readers would make them; those without facts have none but keys. */
export function chooseColumns(
  plan: LabelPlan,
  facts: readonly ColumnFact[],
): Record<LabelTableName, NamedType[]> {
  throw new Error(`${plan.fits} ${facts.length}`);
}
