import { type DataType, Type } from "@uwdata/flechette";
import { validOf } from "../../../io/arrow/batch-rows.ts";
import { type Batches, fromBatches } from "../../../io/arrow/from-batches.ts";
import { joinedValues } from "../../../io/arrow/joined-values.ts";
import { columnOfFlat } from "../../../io/columns/column-of-flat.ts";
import type { FlatColumn } from "../../../io/columns/flat-column.ts";
import type { ColumnLike } from "../../../tables/column-type-of.ts";
import { PackedColumn } from "../../../tables/packed-column.ts";
import { wideDecimals } from "../../results/decimals.ts";
import { jsonColumn } from "../../results/json-column.ts";
import { mapsColumn } from "../../results/maps-column.ts";
import { TextCollector } from "./text-collector.ts";
import { textOf } from "./text-of.ts";

/** Tables have lists of lists, and none that are deeper. */
const MAX_DEPTH = 2;

/** The batches of a column of a result as a table's column, of the types that results of `sql` have. */
export function readColumn(batches: Batches, type: DataType): ColumnLike {
  return columnOfFlat(fromBatches(batches, type, readOther));
}

/** Reads columns of the types that Arrow and tables do not have in common. */
function readOther(batches: Batches, type: DataType): FlatColumn | null {
  switch (type.typeId) {
    case Type.Utf8:
      return readTexts(batches);
    case Type.Decimal:
      return readDecimals(batches, type.scale);
    case Type.Map: {
      const lists = { ...type, typeId: Type.List } as unknown as DataType;
      return strings(mapsColumn(columnOfFlat(fromBatches(batches, lists, readOther))).column);
    }
    case Type.List:
      if (depthOf(type) <= MAX_DEPTH) return null;
      return strings(jsonColumn(columnOfFlat(readAsIs(batches, type))).column);
    default: {
      const text = textOf(type);
      if (text === null) return null;
      const values = batches.flatMap((batch) =>
        Array.from(batch, (value) => (value === null ? null : text(value))),
      );
      return { kind: "strings", values };
    }
  }
}

function readAsIs(batches: Batches, type: DataType): FlatColumn {
  return fromBatches(batches, type, (inner, innerType) =>
    innerType === type ? null : readOther(inner, innerType),
  );
}

function depthOf(type: DataType): number {
  return type.typeId === Type.List ? 1 + depthOf(type.children[0].type) : 0;
}

/** The nearest numbers. Spark's decimals have 128 bits. */
function readDecimals(batches: Batches, scale: number): FlatColumn {
  const words = joinedWords(batches);
  const valid = validOf(batches);
  const { column } = wideDecimals(scale)(words, valid);
  const values = (column instanceof PackedColumn ? column.values : column) as Float64Array;
  return { kind: "numbers", type: "float64", values, valid };
}

function joinedWords(batches: Batches): BigInt64Array {
  const doubled = batches.map((batch) => ({ values: batch.values, length: batch.length * 2 }));
  const { buffer, byteOffset, length } = joinedValues(doubled as unknown as Batches);
  return new BigInt64Array(buffer, byteOffset, length);
}

function readTexts(batches: Batches): FlatColumn {
  const texts = new TextCollector();
  for (const batch of batches) texts.append(batch);
  return texts.finish();
}

function strings(column: ColumnLike): FlatColumn {
  return { kind: "strings", values: Array.from(column) as (string | null)[] };
}
