import { columnKind } from "../../columns/column-kind.ts";
import type { DescribeSettings } from "../describe-options.ts";
import type { CellsDescription } from "../finished-description.ts";
import type { ByCell } from "./cell-rows.ts";
import type { ColumnBatch, CountedColumn } from "./column-batches.ts";
import { describeCountedNumbers } from "./describe-counted-numbers.ts";
import { describeCountedTexts } from "./describe-counted-texts.ts";
import {
  type Cell,
  type Counts,
  cellsSql,
  countKeys,
  countsSql,
  itemsSql,
  type PlannedRows,
} from "./rows-sql.ts";
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
  const { dialect } = rows.source;
  const cells = new Map<string, Cell[]>();
  const add = (value: string, cell: Cell): void => {
    cells.set(value, [...(cells.get(value) ?? []), cell]);
  };
  for (const [c, each] of columns.entries()) {
    const { depth, column } = each;
    if (depth === 0) add("", { c, sql: valueSql(column.cell, each, dialect) });
    else {
      const sql = depth === 1 ? column.cell : dialect.flatten(column.cell);
      add(valueSql("item", each, dialect), { c, sql });
    }
  }
  const values = Array.from(cells, ([value, some]) =>
    value === "" ? cellsSql(rows, some) : itemsSql(cellsSql(rows, some), { value, dialect }),
  );
  return countsSql(values.join(" UNION ALL "), { columns: columns.length, rows });
}
