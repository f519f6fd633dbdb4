import type { Dialect } from "../../../engine/dialect/dialect.ts";
import type { LabelTableName } from "../../../labels/schemas.ts";
import { isNoInteger } from "./expressions.ts";
import type { TableColumn } from "./table-columns.ts";

/** Columns of a table. */
export interface ColumnsOfTable {
  table: LabelTableName;
  columns: readonly TableColumn[];
}

/** The query of facts of columns that are all had of the same rows; `from` is what stands after `FROM`. */
export function factsOf(
  tables: readonly ColumnsOfTable[],
  { from, dialect }: { from: string; dialect: Dialect },
): string {
  const facts = tables.flatMap(({ table, columns }) =>
    columns.filter(({ name }) => name !== "job_id").map((column) => factOf(table, column, dialect)),
  );
  const all = `(SELECT ${dialect.list(facts)} AS facts FROM ${from})`;
  const names = ["table_name", "column_name", "count", "whole", "low", "high"];
  const fields = names.map((name) => `fact."${name}" AS "${name}"`);
  return `SELECT ${fields.join(", ")} FROM ${dialect.rows(all, "facts", { item: "fact" })}`;
}

function factOf(table: LabelTableName, { name, value, type }: TableColumn, dialect: Dialect): string {
  const isNumber = type === "float64" || type === "int32";
  const number = (aggregate: string): string => {
    return isNumber ? `CAST(${aggregate}(${value}) AS DOUBLE)` : "CAST(NULL AS DOUBLE)";
  };
  // Integers know no negative zero.
  const isMinusZero = `CAST(CAST(${value} AS DOUBLE) AS ${dialect.type("string")}) = '-0.0'`;
  const whole = isNumber
    ? `bool_and(NOT (${isNoInteger(value)} OR ${isMinusZero}))`
    : "CAST(NULL AS BOOLEAN)";
  return dialect.struct([
    ["table_name", dialect.text(table)],
    ["column_name", dialect.text(name)],
    ["count", `count(${value})`],
    ["whole", whole],
    ["low", number("min")],
    ["high", number("max")],
  ]);
}
