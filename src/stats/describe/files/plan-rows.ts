import { columnKind } from "../../columns/column-kind.ts";
import { levelsOf } from "../../columns/levels-of.ts";
import { checkWeight } from "../counts/row-weights.ts";
import type { DescribeSettings } from "../describe-options.ts";
import type { FileSchema } from "./read-schema.ts";
import type { RowSource } from "./row-source.ts";
import type { RowPlan } from "./rows-sql.ts";
import { doubleSql, numberSql, type TypedSql, valueSql } from "./value-sql.ts";

/**
 * How rows are grouped and weighted.
 *
 * @throws {RangeError} When there is no such column, or a weight is negative or infinite.
 * @throws {TypeError} When weights are no numbers, or a group column has lists or structures.
 */
export async function planRows(
  source: RowSource,
  { schema, settings }: { schema: FileSchema; settings: DescribeSettings },
): Promise<RowPlan> {
  const by = settings.by.map((name) => {
    levelsOf(schema.table, name, "group column");
    const { type, isBytes, cell } = schema.find(name);
    if (type === "float64") return numberSql(cell);
    return type === "string" ? valueSql(cell, { type, isBytes } as TypedSql, source.dialect) : cell;
  });
  if (settings.weight === undefined) return { by, weight: null };
  return { by, weight: await weightSql(source, { schema, name: settings.weight }) };
}

async function weightSql(
  { query, from }: RowSource,
  { schema, name }: { schema: FileSchema; name: string },
): Promise<string> {
  const { type, cell } = schema.find(name, "weight");
  const kind = columnKind(type);
  if (kind !== "numeric" && kind !== "boolean")
    throw new TypeError(`The weight "${name}" must have numbers or truth values, got ${type}`);
  const weight = `CAST(${cell} AS DOUBLE)`;
  const isOdd = `NOT isnan(${weight}) AND (${weight} < 0 OR ${weight} > ${doubleSql(Number.MAX_VALUE)})`;
  const odd = await query(`SELECT ${weight} AS weight FROM ${from} WHERE ${isOdd} LIMIT 1`);
  if (odd.numRows() > 0) checkWeight(odd.get("weight", 0) as number, () => `column "${name}"`);
  return weight;
}
