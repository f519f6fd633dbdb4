import type { ScalarType } from "../../tables/column-type.ts";
import { quoteName } from "../../util/quote-name.ts";
import type { EngineType } from "../engine-source.ts";
import { engineTypeOf } from "./engine-type-of.ts";

/** DuckDB's names of the types of single values. */
export type DuckDbScalars = Readonly<Record<ScalarType | "json", string>>;

/** The names of the types of columns. */
export const DUCKDB_SCALARS: DuckDbScalars = {
  bool: "BOOLEAN",
  int32: "INTEGER",
  int64: "BIGINT",
  float64: "DOUBLE",
  string: "VARCHAR",
  timestamp: "TIMESTAMP WITH TIME ZONE",
  json: "JSON",
};

/** A type as DuckDB writes it. */
export function duckDbType(type: EngineType, scalars: DuckDbScalars = DUCKDB_SCALARS): string {
  const known = engineTypeOf(type);
  if (typeof known === "string") return scalars[known as ScalarType | "json"];
  if ("list" in known) return `${duckDbType(known.list, scalars)}[]`;
  if ("map" in known) return `MAP(VARCHAR, ${duckDbType(known.map, scalars)})`;
  const fields = known.struct.map(([name, field]) => `${quoteName(name)} ${duckDbType(field, scalars)}`);
  return `STRUCT(${fields.join(", ")})`;
}
