import type { ColumnTable } from "arquero";
import type { ColumnType } from "../tables/column-type.ts";
import { columnTypeOf } from "../tables/column-type-of.ts";
import type { Cell } from "./cell.ts";
import { misfit } from "./columns/misfit.ts";
import { toCellOf } from "./to-cell.ts";

/** A column as writers take it. */
export interface CellColumn {
  readonly name: string;
  readonly type: ColumnType;
  /** Whether values are missing, or may be because there are no rows to tell. */
  readonly nullable: boolean;
  readonly cells: Cell[];
}

/**
 * The columns of a table with the rows that a user sees: filtered and in order, whatever the grouping.
 *
 * @throws {TypeError} When a column has no type or a value does not fit its column's type.
 */
export function tableCells(table: ColumnTable): CellColumn[] {
  const rows = table.isFiltered() || table.isOrdered() ? table.indices() : null;
  return table.columnNames().map((name, index) => columnCells(table, { name, index, rows }));
}

interface ColumnPlace {
  name: string;
  index: number;
  rows: Uint32Array | null;
}

function columnCells(table: ColumnTable, { name, index, rows }: ColumnPlace): CellColumn {
  const column = table.columnAt(index);
  if (column === undefined) throw new TypeError(`Cannot write column "${name}": the table does not hold it`);
  const type = columnTypeOf(column, name);
  const toCell = toCellOf(type);
  const cells: Cell[] = new Array(table.numRows());
  let nullable = cells.length === 0;
  for (let row = 0; row < cells.length; row++) {
    const value: unknown = column.at(rows === null ? row : (rows[row] as number));
    const cell = toCell(value);
    if (cell === undefined) throw misfit(value, { name, row, type });
    nullable ||= cell === null;
    cells[row] = cell;
  }
  return { name, type, nullable, cells };
}
