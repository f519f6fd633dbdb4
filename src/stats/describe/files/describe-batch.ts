import { columnKind } from "../../columns/column-kind.ts";
import type { DescribeSettings } from "../describe-options.ts";
import type { CellsDescription } from "../finished-description.ts";
import type { ByCell } from "./cell-rows.ts";
import type { ColumnBatch, CountedColumn } from "./column-batches.ts";
import { describeCountedNumbers } from "./describe-counted-numbers.ts";
import { describeCountedTexts } from "./describe-counted-texts.ts";
import { type Counts, cellsSql, countKeys, countsSql, itemsSql, type PlannedRows } from "./rows-sql.ts";
import { valueSql } from "./value-sql.ts";

/** Describes the cells of columns, or the items of their lists, by the columns' places in the batch. */
export async function describeBatch(
  { columns, family }: ColumnBatch,
  { rows, settings }: { rows: PlannedRows; settings: DescribeSettings },
): Promise<ByCell<CellsDescription>> {
  const { source } = rows;
  const kinds = columns.map(({ type }) => columnKind(type));
  return source.keeping(batchSql(columns, rows), (table) => {
    const counts: Counts = { table, keys: countKeys(columns.length, rows) };
    return family === "texts"
      ? describeCountedTexts(source, { counts, top: settings.top })
      : describeCountedNumbers(source, { counts, kinds, settings, areIntegers: family === "integers" });
  });
}

function batchSql(columns: readonly CountedColumn[], rows: PlannedRows): string {
  const { source } = rows;
  const { dialect } = source;
  const [first] = columns as [CountedColumn];
  const { depth } = first;
  if (depth === 0) {
    const values = columns.map((each) => valueSql(each.column.cell, each, dialect));
    return countsSql(cellsSql(rows, values), { value: "cell", columns: columns.length, rows });
  }
  const lists = columns.map(({ column }) => (depth === 1 ? column.cell : dialect.flatten(column.cell)));
  return countsSql(itemsSql(cellsSql(rows, lists), source), {
    value: valueSql("cell", first, dialect),
    columns: columns.length,
    rows,
  });
}
