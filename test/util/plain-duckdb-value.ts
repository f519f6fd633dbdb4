import { DuckDBListValue, DuckDBStructValue, DuckDBTimestampTZValue } from "@duckdb/node-api";
import { plainValue } from "./plain-rows.ts";

/** A value of DuckDB's as a plain one. */
export function plainDuckDbValue(value: unknown): unknown {
  if (value instanceof DuckDBListValue) return value.items.map(plainDuckDbValue);
  if (value instanceof DuckDBTimestampTZValue) return new Date(Number(value.micros / 1000n));
  if (!(value instanceof DuckDBStructValue)) return plainValue(value);
  return Object.fromEntries(
    Object.entries(value.entries).map(([name, item]) => [name, plainDuckDbValue(item)]),
  );
}
