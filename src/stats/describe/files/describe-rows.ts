import type { ColumnTable } from "arquero";
import { type DescribeOptions, type DescribeSettings, describedColumns } from "../describe-options.ts";
import { descriptionTable } from "../description-table.ts";
import { describeColumns } from "./describe-columns.ts";
import { fileGroups } from "./file-groups.ts";
import { planRows } from "./plan-rows.ts";
import { readSchema } from "./read-schema.ts";
import type { RowSource } from "./row-source.ts";
import { groupsSql, type PlannedRows } from "./rows-sql.ts";

/** Describes the columns of rows on an engine. */
export async function describeRows(
  source: RowSource,
  { options, settings }: { options: DescribeOptions; settings: DescribeSettings },
): Promise<ColumnTable> {
  const schema = await readSchema(source);
  const names = describedColumns(schema.table, options, settings);
  const columns = names.map((name) => schema.find(name));
  const plan = await planRows(source, { schema, settings });
  const describeAll = async (groups: string | null): Promise<ColumnTable> => {
    const rows: PlannedRows = { ...plan, source, groups };
    const { numbers, values } = await fileGroups(source, { groups, by: settings.by });
    const known = await describeColumns(columns, { rows, settings });
    return descriptionTable(numbers.map(known), values, settings);
  };
  if (settings.by.length === 0) return describeAll(null);
  return source.keeping(groupsSql(source, plan), describeAll);
}
