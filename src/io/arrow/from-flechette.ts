import { type Column, type DataType, type Table, Type } from "@uwdata/flechette";
import type { ColumnTable } from "arquero";
import type { ColumnLike } from "../../tables/column-type-of.ts";
import { makeTable } from "../../tables/make-table.ts";
import { columnFromFile } from "../column-from-file.ts";
import { columnOfFlat } from "../columns/column-of-flat.ts";
import { fromArrowType } from "./arrow-type.ts";
import { fromBatches } from "./from-batches.ts";

/** The part of a table of flechette that is read. */
export type FlechetteTable = Pick<Table, "names" | "children">;

/** A table of flechette's as one of ours, which shares its memory where it can. */
export function fromFlechette({ names, children }: FlechetteTable): ColumnTable {
  return makeTable(children.map((column, i) => [String(names[i]), toColumn(String(names[i]), column)]));
}

function toColumn(name: string, column: Column<unknown>): ColumnLike {
  if (fromArrowType(column.type) !== null) return columnOfFlat(fromBatches(column.data, column.type));
  const toText = dayText(column.type);
  const values =
    toText === null ? Array.from(column) : Array.from(column, (day) => (day === null ? null : toText(day)));
  return columnFromFile({ name, type: null, values });
}

/** How to write a day, which comes as milliseconds or as a date; null for columns of other types. */
function dayText(type: DataType): ((day: unknown) => string) | null {
  if (type.typeId !== Type.Date) return null;
  return (day) => new Date(day as number).toISOString().slice(0, "2000-01-01".length);
}
