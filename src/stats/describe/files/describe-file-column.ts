import type { ItemType } from "../../../tables/column-type.ts";
import { columnKind } from "../../columns/column-kind.ts";
import type { Description } from "../description.ts";
import { type CellsDescription, finishedDescription } from "../finished-description.ts";
import { describeFileNumbers } from "./describe-file-numbers.ts";
import { describeFileTexts } from "./describe-file-texts.ts";
import type { ByGroup, FileCells, FileContext } from "./file-cells.ts";
import { groupRows, lengthsOf, presenceOf } from "./group-rows.ts";
import { listsSql, rowCountsSql } from "./lists-sql.ts";
import type { FileColumn } from "./read-schema.ts";
import { itemsSql, rowsSql } from "./rows-sql.ts";

/** Describes a column of files. */
export async function describeFileColumn(
  column: FileColumn,
  context: FileContext,
): Promise<ByGroup<Description>> {
  const { name, type } = column;
  const known =
    columnKind(type) === "list"
      ? await describeLists(column, context)
      : await describeCells(cellsOf(column, context), context);
  return (group) => finishedDescription(name, { type, known: known(group) });
}

function cellsOf({ name, type, duckDbType }: FileColumn, { plan }: FileContext): FileCells {
  return { definitions: rowsSql(plan, name), from: "rows", type: type as ItemType, duckDbType };
}

async function describeLists(column: FileColumn, context: FileContext): Promise<ByGroup<CellsDescription>> {
  const { definitions, type: listType, duckDbType } = cellsOf(column, context);
  const depth = listType.endsWith("[][]") ? 2 : 1;
  const items = await describeCells(
    {
      definitions: `${definitions}, ${itemsSql(depth)}`,
      from: "items",
      type: listType.slice(0, -2 * depth) as ItemType,
      duckDbType,
    },
    context,
  );
  const lists = await groupRows(context.query(listsSql(definitions)));
  return (group) => {
    const { count, missing: _, ...known } = items(group);
    const row = lists.get(group);
    return { ...known, items: count, ...presenceOf(row), ...lengthsOf(row) };
  };
}

async function describeCells(cells: FileCells, context: FileContext): Promise<ByGroup<CellsDescription>> {
  const kind = columnKind(cells.type);
  if (kind === "other") {
    const counts = await groupRows(context.query(rowCountsSql(cells.definitions, cells.from)));
    return (group) => presenceOf(counts.get(group));
  }
  return kind === "categorical" ? describeFileTexts(cells, context) : describeFileNumbers(cells, context);
}
