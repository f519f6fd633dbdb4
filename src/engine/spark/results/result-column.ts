import { type Batch, type DataType, Type } from "@uwdata/flechette";
import { columnOfFlat } from "../../../io/columns/column-of-flat.ts";
import type { ColumnLike } from "../../../tables/column-type-of.ts";
import { readColumn } from "./read-column.ts";
import { TextCollector } from "./text-collector.ts";

/** A column of a result, whose batches come one by one. */
export interface ResultColumn {
  append(batch: Batch<unknown>): void;
  finish(): ColumnLike;
}

/** A column of a type: texts are read as they come, while the next ones are on their way; the others when all are there. */
export function resultColumn(type: DataType): ResultColumn {
  if (type.typeId === Type.Utf8) {
    const texts = new TextCollector();
    return { append: (batch) => texts.append(batch), finish: () => columnOfFlat(texts.finish()) };
  }
  const batches: Batch<unknown>[] = [];
  return { append: (batch) => batches.push(batch), finish: () => readColumn(batches, type) };
}
