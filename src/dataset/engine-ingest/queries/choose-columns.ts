import { LABEL_SCHEMAS, type LabelTableName } from "../../../labels/schemas.ts";
import type { ColumnType } from "../../../tables/column-type.ts";
import type { NamedType } from "../../ingest/part.ts";
import type { ColumnFact } from "./column-facts-sql.ts";
import type { LabelPlan } from "./label-plan.ts";

const INT32 = { low: -(2 ** 31), high: 2 ** 31 - 1 };

/**
 * The columns of each table, as the JavaScript readers would make them of the same files: those that tables always have,
 * those of the schema that have a value, and others that have one, in the order of the plan.
 */
export function chooseColumns(
  plan: LabelPlan,
  facts: readonly ColumnFact[],
): Record<LabelTableName, NamedType[]> {
  const byName = new Map<string, ColumnFact>();
  for (const fact of facts) byName.set(`${fact.table_name}.${fact.column_name}`, fact);
  const columns = {} as Record<LabelTableName, NamedType[]>;
  for (const table of Object.keys(LABEL_SCHEMAS) as LabelTableName[]) {
    const { always, known } = LABEL_SCHEMAS[table];
    const find = (name: string): ColumnFact | undefined => byName.get(`${table}.${name}`);
    const hasValues = (name: string): boolean => Number(find(name)?.count ?? 0) > 0;
    const listed = Object.entries({ ...always, ...known })
      .filter(([name]) => Object.hasOwn(always, name) || hasValues(name))
      .map(([name, type]): NamedType => [name, type === "int32" ? integerType(find(name)) : type]);
    const extras = Object.hasOwn(plan.extras, table) ? plan.extras[table as keyof LabelPlan["extras"]] : [];
    const others = extras
      .filter(({ column, use }) => use === "column" && hasValues(column))
      .map(({ column, type }): NamedType => {
        const fact = find(column);
        const isWhole = type === "float64" && fact?.whole === true;
        return [column, isWhole ? integerType(fact) : (type as ColumnType)];
      });
    columns[table] = [...listed, ...others];
  }
  return columns;
}

function integerType(fact: ColumnFact | undefined): ColumnType {
  const { low, high } = fact ?? {};
  const isWide = (low ?? 0) < INT32.low || (high ?? 0) > INT32.high;
  return isWide ? "int64" : "int32";
}
