import { columnKind } from "../../columns/column-kind.ts";
import type { DescribeSettings } from "../describe-options.ts";
import type { Description } from "../description.ts";
import { type CellsDescription, finishedDescription } from "../finished-description.ts";
import { columnBatches, countedColumn } from "./column-batches.ts";
import { describeBatch } from "./describe-batch.ts";
import { describePresence } from "./describe-presence.ts";
import type { FileColumn } from "./read-schema.ts";
import type { PlannedRows } from "./rows-sql.ts";

type ByGroup<T> = (group: number) => T;

/** Describes columns of rows on an engine. */
export async function describeColumns(
  columns: readonly FileColumn[],
  { rows, settings }: { rows: PlannedRows; settings: DescribeSettings },
): Promise<ByGroup<Description[]>> {
  const counted = new Map<FileColumn, ByGroup<CellsDescription>>();
  const countable = columns.map(countedColumn).filter((each) => each !== null);
  for (const batch of columnBatches(countable, rows.source)) {
    const known = await describeBatch(batch, { rows, settings });
    for (const [c, { column }] of batch.columns.entries()) counted.set(column, (group) => known(c, group));
  }
  const others = columns.filter(({ type }) => ["list", "other"].includes(columnKind(type)));
  const presence = await describePresence(others, rows);
  return (group) =>
    columns.map((column) => {
      const items = counted.get(column)?.(group);
      const place = others.indexOf(column);
      const known = place < 0 ? items : listOf(presence(place, group), items);
      return finishedDescription(column.name, {
        type: column.type,
        known: known as CellsDescription,
      });
    });
}

/** A description of lists, of which most is about their items. */
function listOf(lists: CellsDescription, items: CellsDescription | undefined): CellsDescription {
  return items === undefined ? lists : { ...items, ...lists, items: items.count };
}
