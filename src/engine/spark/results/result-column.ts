import { type Batch, type DataType, Precision, Type } from "@uwdata/flechette";
import { columnOfFlat } from "../../../io/columns/column-of-flat.ts";
import type { ColumnLike } from "../../../tables/column-type-of.ts";
import { int64Column } from "../../results/integers.ts";
import { floatColumn, int32Column } from "../../results/number-columns.ts";
import { NumberCollector } from "./number-collector.ts";
import { readColumn } from "./read-column.ts";
import { TextCollector } from "./text-collector.ts";

/** A column of a result, whose batches come one by one. */
export interface ResultColumn {
  /** Whether the memory of a batch is free for others once it was appended. */
  readonly copies: boolean;
  append(batch: Batch<unknown>): void;
  finish(): ColumnLike;
}

/** A column of a type: texts and numbers are read as they come, while the next ones are on their way. */
export function resultColumn(type: DataType): ResultColumn {
  if (type.typeId === Type.Utf8) {
    const texts = new TextCollector();
    return {
      copies: true,
      append: (batch) => texts.append(batch),
      finish: () => columnOfFlat(texts.finish()),
    };
  }
  return numberColumn(type) ?? otherColumn(type);
}

function numberColumn(type: DataType): ResultColumn | null {
  if (type.typeId === Type.Float && type.precision === Precision.DOUBLE) {
    return new NumberCollector(Float64Array, floatColumn);
  }
  if (type.typeId !== Type.Int || !type.signed) return null;
  if (type.bitWidth === 32) return new NumberCollector(Int32Array, int32Column);
  return type.bitWidth === 64 ? new NumberCollector(BigInt64Array, int64Column) : null;
}

function otherColumn(type: DataType): ResultColumn {
  const batches: Batch<unknown>[] = [];
  return {
    copies: false,
    append: (batch) => batches.push(batch),
    finish: () => readColumn(batches, type),
  };
}
