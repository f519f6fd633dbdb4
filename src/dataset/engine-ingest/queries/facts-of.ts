import type { Dialect } from "../../../engine/dialect/dialect.ts";
import { LABEL_SCHEMAS, type LabelTableName } from "../../../labels/schemas.ts";
import { isNoInteger } from "./expressions.ts";
import type { TableColumn } from "./table-columns.ts";

/** Columns of a table. */
export interface ColumnsOfTable {
  table: LabelTableName;
  columns: readonly TableColumn[];
}

/** Integers of tables that may be beyond 32 bits; others make documents odd. */
const WIDE: ReadonlySet<string> = new Set([
  ...["image_id", "frame_number", "annotation_id", "category_id", "sample"],
]);

const NO_NUMBER = "CAST(NULL AS DOUBLE)";

/**
 * The query of facts of columns that are all had of the same rows, as far as their types depend on the values; `from` is
 * what stands after `FROM`.
 */
export function factsOf(
  tables: readonly ColumnsOfTable[],
  { from, dialect }: { from: string; dialect: Dialect },
): string {
  const facts = tables.flatMap(({ table, columns }) =>
    columns.flatMap((column) => factOf(table, column, dialect) ?? []),
  );
  const all = `(SELECT ${dialect.list(facts)} AS facts FROM ${from})`;
  const names = ["table_name", "column_name", "count", "whole", "low", "high"];
  const fields = names.map((name) => `fact."${name}" AS "${name}"`);
  return `SELECT ${fields.join(", ")} FROM ${dialect.rows(all, "facts", { item: "fact" })}`;
}

/** What is to be known of a column; null where its type is known. */
function factOf(table: LabelTableName, { name, value, type }: TableColumn, dialect: Dialect): string | null {
  const { always, known } = LABEL_SCHEMAS[table];
  const isWide = WIDE.has(name);
  if (Object.hasOwn(always, name) && !isWide) return null;
  const isOther = !Object.hasOwn(known, name) && !isWide && type === "float64";
  // Integers know no negative zero.
  const isMinusZero = `(${value} = 0 AND CAST(${value} AS ${dialect.type("string")}) = '-0.0')`;
  const isWhole = `bool_and(NOT (${isNoInteger(value)} OR ${isMinusZero}))`;
  return dialect.struct([
    ["table_name", dialect.text(table)],
    ["column_name", dialect.text(name)],
    ["count", `count(${value})`],
    ["whole", isOther ? isWhole : "CAST(NULL AS BOOLEAN)"],
    ["low", isWide || isOther ? `min(${value})` : NO_NUMBER],
    ["high", isWide || isOther ? `max(${value})` : NO_NUMBER],
  ]);
}
