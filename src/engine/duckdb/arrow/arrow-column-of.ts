import type {
  DuckDBArrayType,
  DuckDBDecimalType,
  DuckDBListType,
  DuckDBMapType,
  DuckDBStructType,
  DuckDBType,
} from "@duckdb/node-api";
import type { ArrowColumn, ArrowParts } from "./arrow-column.ts";
import { bytesColumn } from "./bytes-column.ts";
import { listColumn } from "./list-column.ts";
import { type MemoryMaker, type NumberMemory, numberColumn, toBits, toWide } from "./number-column.ts";
import { structColumn } from "./struct-column.ts";
import { textColumn } from "./text-column.ts";

/** What makes the columns of record batches of values of a DuckDB type. */
export function arrowColumnOf(type: DuckDBType, parts: ArrowParts): ArrowColumn {
  const { api, arrow } = parts;
  const { DuckDBTypeId: Id } = api;
  const numbers = <T extends NumberMemory>(made: ArrowColumn["type"], memory: MemoryMaker<T>): ArrowColumn =>
    numberColumn(made, parts, { memory });
  switch (type.typeId) {
    case Id.BOOLEAN:
      return numberColumn(new arrow.Bool(), parts, { memory: Uint8Array, converted: toBits });
    case Id.TINYINT:
      return numbers(new arrow.Int8(), Int8Array);
    case Id.SMALLINT:
      return numbers(new arrow.Int16(), Int16Array);
    case Id.INTEGER:
      return numbers(new arrow.Int32(), Int32Array);
    case Id.BIGINT:
      return numbers(new arrow.Int64(), BigInt64Array);
    case Id.UTINYINT:
      return numbers(new arrow.Uint8(), Uint8Array);
    case Id.USMALLINT:
      return numbers(new arrow.Uint16(), Uint16Array);
    case Id.UINTEGER:
      return numbers(new arrow.Uint32(), Uint32Array);
    case Id.UBIGINT:
      return numbers(new arrow.Uint64(), BigUint64Array);
    case Id.HUGEINT:
      return numberColumn(new arrow.Decimal(0, 38), parts, { memory: Uint32Array, perValue: 4 });
    case Id.FLOAT:
      return numbers(new arrow.Float32(), Float32Array);
    case Id.DOUBLE:
      return numbers(new arrow.Float64(), Float64Array);
    case Id.DECIMAL:
      return decimalColumn(type as DuckDBDecimalType, parts);
    case Id.DATE:
      return numbers(new arrow.DateDay(), Int32Array);
    case Id.TIMESTAMP_S:
      return numbers(new arrow.TimestampSecond(), BigInt64Array);
    case Id.TIMESTAMP_MS:
      return numbers(new arrow.TimestampMillisecond(), BigInt64Array);
    case Id.TIMESTAMP:
      return numbers(new arrow.TimestampMicrosecond(), BigInt64Array);
    case Id.TIMESTAMP_TZ:
      return numbers(new arrow.TimestampMicrosecond("UTC"), BigInt64Array);
    case Id.TIMESTAMP_NS:
      return numbers(new arrow.TimestampNanosecond(), BigInt64Array);
    case Id.VARCHAR:
      return bytesColumn(new arrow.Utf8(), parts);
    case Id.BLOB:
      return bytesColumn(new arrow.Binary(), parts);
    default:
      return nestedColumn(type, parts) ?? textColumn(type, parts);
  }
}

function decimalColumn({ width, scale }: DuckDBDecimalType, parts: ArrowParts): ArrowColumn {
  const type = new parts.arrow.Decimal(scale, width);
  if (width > 18) return numberColumn(type, parts, { memory: Uint32Array, perValue: 4 });
  if (width > 9) return numberColumn(type, parts, { memory: BigInt64Array, converted: toWide });
  return width > 4
    ? numberColumn(type, parts, { memory: Int32Array, converted: toWide })
    : numberColumn(type, parts, { memory: Int16Array, converted: toWide });
}

function nestedColumn(type: DuckDBType, parts: ArrowParts): ArrowColumn | null {
  const { api, arrow } = parts;
  const { DuckDBTypeId: Id } = api;
  const list = (items: ArrowColumn, size?: number): ArrowColumn =>
    listColumn(new arrow.List(new arrow.Field("item", items.type, true)), parts, {
      items,
      ...(size !== undefined && { size }),
    });
  switch (type.typeId) {
    case Id.LIST:
      return list(arrowColumnOf((type as DuckDBListType).valueType, parts));
    case Id.ARRAY: {
      const { valueType, length } = type as DuckDBArrayType;
      return list(arrowColumnOf(valueType, parts), length);
    }
    case Id.STRUCT: {
      const { entryNames, entryTypes } = type as DuckDBStructType;
      // The fields of row(…) have no names: they are counted.
      const fields = entryTypes.map(
        (each, i) => [entryNames[i] || String(i + 1), arrowColumnOf(each, parts)] as const,
      );
      return structColumn(fields, parts);
    }
    case Id.MAP: {
      const { keyType, valueType } = type as DuckDBMapType;
      const entry = structColumn(
        [
          ["key", arrowColumnOf(keyType, parts)],
          ["value", arrowColumnOf(valueType, parts)],
        ],
        parts,
      );
      const entries = new arrow.Field("entries", entry.type, false);
      return listColumn(new arrow.Map_(entries as never), parts, { items: entry });
    }
    default:
      return null;
  }
}
