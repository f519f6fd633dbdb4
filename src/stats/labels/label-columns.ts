import { quoteName } from "../../util/quote-name.ts";
import { type ColumnKind, columnKind } from "../columns/column-kind.ts";
import type { LabelTables } from "./label-tables.ts";

/** The columns that a query needs, with what they are to it. */
export type NeededColumns = Readonly<Record<string, "text" | "id" | "number">>;

/** Sums of squares of greater numbers are none: such numbers are as good as infinite. */
export const INFINITE = "1e150";

/** The kinds of columns whose values may be numbers. */
const NUMBERS: ReadonlySet<ColumnKind> = new Set(["numeric", "boolean", "categorical"]);

/** SQL for whether a number is finite; null where there is none. NaN is greater than all numbers. */
export function isFiniteNumber(number: string): string {
  return `abs(${number}) < CAST('Infinity' AS DOUBLE)`;
}

const TYPES = { text: "string", id: "int64", number: "float64" } as const;

/**
 * A query for some columns of a table. Those that the table lacks are null in all rows, and so are numbers that are
 * infinite, as good as infinite, or none.
 */
export function labelColumns(table: string, needed: NeededColumns, tables: LabelTables): string {
  const columns = Object.entries(needed).map(([name, kind]) => {
    const typed = castColumn(table, name, { kind, tables });
    const value = kind === "number" ? `CASE WHEN abs(${typed}) < ${INFINITE} THEN ${typed} END` : typed;
    return `${value} AS ${name}`;
  });
  return `SELECT ${columns.join(", ")} FROM ${table}`;
}

/** SQL for a column of a table as one of a type: null where there is none, or what a row has is not of that type. */
export function castColumn(
  table: string,
  name: string,
  { kind, tables }: { kind: NeededColumns[string]; tables: LabelTables },
): string {
  const { dialect, columns } = tables;
  const type = columns.get(table)?.get(name);
  const isThere = type !== undefined && (type === null || NUMBERS.has(columnKind(type)) || kind === "text");
  return isThere
    ? `TRY_CAST(${quoteName(name)} AS ${dialect.type(TYPES[kind])})`
    : `CAST(NULL AS ${dialect.type(TYPES[kind])})`;
}
