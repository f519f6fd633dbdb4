import { columnKind } from "../../columns/column-kind.ts";
import { levelsOf } from "../../columns/levels-of.ts";
import { checkWeight } from "../counts/row-weights.ts";
import type { DescribeSettings } from "../describe-options.ts";
import type { Query } from "./query.ts";
import type { FileSchema } from "./read-schema.ts";
import { columnSql, type RowPlan } from "./rows-sql.ts";
import { numberSql } from "./value-sql.ts";

/**
 * How rows are grouped and weighted.
 *
 * @throws {RangeError} When there is no such column, or a weight is negative or infinite.
 * @throws {TypeError} When weights are no numbers, or a group column has lists or structures.
 */
export async function planRows(
  query: Query,
  { schema, settings }: { schema: FileSchema; settings: DescribeSettings },
): Promise<RowPlan> {
  const by = settings.by.map((name) => {
    levelsOf(schema.table, name, "group column");
    const column = columnSql(name);
    return schema.find(name).type === "float64" ? numberSql(column) : column;
  });
  if (settings.weight === undefined) return { by, weight: null };
  return { by, weight: await weightSql(query, { schema, name: settings.weight }) };
}

async function weightSql(
  query: Query,
  { schema, name }: { schema: FileSchema; name: string },
): Promise<string> {
  const { type } = schema.find(name, "weight");
  const kind = columnKind(type);
  if (kind !== "numeric" && kind !== "boolean")
    throw new TypeError(`The weight "${name}" must have numbers or truth values, got ${type}`);
  const weight = `${columnSql(name)}::DOUBLE`;
  const odd = await query(
    `SELECT ${weight} AS weight FROM data AS source WHERE ${weight} < 0 OR isinf(${weight}) LIMIT 1`,
  );
  if (odd.numRows() > 0) checkWeight(odd.get("weight", 0) as number, () => `column "${name}"`);
  return weight;
}
