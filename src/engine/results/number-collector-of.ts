import type { DuckDBDecimalType, DuckDBType } from "@duckdb/node-api";
import type { CollectorParts } from "./collector-parts.ts";
import type { ColumnCollector } from "./column-collector.ts";
import { dates } from "./dates.ts";
import { decimals, smallDecimals, wideDecimals } from "./decimals.ts";
import type { Growable } from "./growing-array.ts";
import { int64Column, int128Column, uint64Column } from "./integers.ts";
import { NumberCollector, type NumberFormat } from "./number-collector.ts";
import { boolColumn, floatColumn, int32Column, safeInt64Column } from "./number-columns.ts";
import { type MomentUnit, timestamps } from "./timestamps.ts";

/** What collects the values of a column of numbers, truth values, dates or moments; null for other types. */
export function numberCollectorOf(
  type: DuckDBType,
  { api, native, rows }: CollectorParts,
): ColumnCollector | null {
  const { DuckDBTypeId: Id } = api;
  const numbers = <T extends Growable>(format: NumberFormat<T>) => new NumberCollector(native, format, rows);
  const int32 = (from: NumberFormat<Int32Array>["from"]) =>
    numbers({ from, to: Int32Array, finish: int32Column });
  const moments = (unit: MomentUnit) =>
    numbers({ from: BigInt64Array, to: BigInt64Array, finish: timestamps(unit, api) });
  switch (type.typeId) {
    case Id.BOOLEAN:
      return numbers({ from: Uint8Array, to: Uint8Array, finish: boolColumn });
    case Id.TINYINT:
      return int32(Int8Array);
    case Id.SMALLINT:
      return int32(Int16Array);
    case Id.UTINYINT:
      return int32(Uint8Array);
    case Id.USMALLINT:
      return int32(Uint16Array);
    case Id.INTEGER:
      return int32(Int32Array);
    case Id.UINTEGER:
      return numbers({ from: Uint32Array, to: Float64Array, finish: safeInt64Column });
    case Id.BIGINT:
      return numbers({ from: BigInt64Array, to: BigInt64Array, finish: int64Column });
    case Id.UBIGINT:
      return numbers({ from: BigUint64Array, to: BigUint64Array, finish: uint64Column });
    case Id.HUGEINT:
      return numbers({ from: BigInt64Array, to: BigInt64Array, perValue: 2, finish: int128Column });
    case Id.UHUGEINT:
      return numbers({
        from: BigInt64Array,
        to: BigInt64Array,
        perValue: 2,
        finish: (words, valid) => int128Column(words, valid, { unsigned: true }),
      });
    case Id.FLOAT:
      return numbers({ from: Float32Array, to: Float64Array, finish: floatColumn });
    case Id.DOUBLE:
      return numbers({ from: Float64Array, to: Float64Array, finish: floatColumn });
    case Id.DECIMAL:
      return decimalCollector(type as DuckDBDecimalType, numbers);
    case Id.DATE:
      return numbers({ from: Int32Array, to: Int32Array, finish: dates(api) });
    case Id.TIMESTAMP_S:
      return moments("s");
    case Id.TIMESTAMP_MS:
      return moments("ms");
    case Id.TIMESTAMP:
    case Id.TIMESTAMP_TZ:
      return moments("us");
    case Id.TIMESTAMP_NS:
      return moments("ns");
    default:
      return null;
  }
}

function decimalCollector(
  { width, scale }: DuckDBDecimalType,
  numbers: <T extends Growable>(format: NumberFormat<T>) => ColumnCollector,
): ColumnCollector {
  if (width <= 9) {
    const from = width <= 4 ? Int16Array : Int32Array;
    return numbers({ from, to: Int32Array, finish: smallDecimals(scale) });
  }
  const memory = { from: BigInt64Array, to: BigInt64Array };
  return width <= 18
    ? numbers({ ...memory, finish: decimals(scale) })
    : numbers({ ...memory, perValue: 2, finish: wideDecimals(scale) });
}
