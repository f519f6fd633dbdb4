import type {
  DuckDBArrayType,
  DuckDBEnumType,
  DuckDBListType,
  DuckDBMapType,
  DuckDBStructType,
  DuckDBType,
} from "@duckdb/node-api";
import type { CollectorParts } from "./collector-parts.ts";
import type { ColumnCollector } from "./column-collector.ts";
import { enumCollector } from "./enum-collector.ts";
import { ListCollector } from "./list-collector.ts";
import { mapCollector } from "./map-collector.ts";
import { numberCollectorOf } from "./number-collector-of.ts";
import { OtherCollector } from "./other-collector.ts";
import { StringCollector } from "./string-collector.ts";
import { StructCollector } from "./struct-collector.ts";

/** What collects the values of a column of a DuckDB type. */
export function collectorOf(type: DuckDBType, parts: CollectorParts): ColumnCollector {
  const { api, native } = parts;
  const { DuckDBTypeId: Id } = api;
  const items: CollectorParts = { ...parts, rows: 0 };
  switch (type.typeId) {
    case Id.VARCHAR:
      return new StringCollector(native);
    case Id.ENUM:
      return enumCollector(type as DuckDBEnumType, parts);
    case Id.LIST:
      return new ListCollector(native, { items: collectorOf((type as DuckDBListType).valueType, items) });
    case Id.ARRAY: {
      const { valueType, length } = type as DuckDBArrayType;
      return new ListCollector(native, { items: collectorOf(valueType, items), size: length });
    }
    case Id.STRUCT: {
      const { entryNames, entryTypes } = type as DuckDBStructType;
      return new StructCollector(
        native,
        // The fields of row(…) have no names: they are counted.
        entryTypes.map((each, i) => [entryNames[i] || String(i + 1), collectorOf(each, parts)] as const),
      );
    }
    case Id.MAP: {
      const { keyType, valueType } = type as DuckDBMapType;
      const pair = new StructCollector(native, [
        ["key", collectorOf(keyType, items)],
        ["value", collectorOf(valueType, items)],
      ]);
      return mapCollector(new ListCollector(native, { items: pair }));
    }
    default:
      return numberCollectorOf(type, parts) ?? new OtherCollector(api, type);
  }
}
