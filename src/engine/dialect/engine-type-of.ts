import type { ColumnType, ScalarType } from "../../tables/column-type.ts";
import { structFields } from "../../tables/struct-type.ts";
import type { EngineColumn, EngineType } from "../engine-source.ts";

/** A type that is no text, but for single values. */
export type PlainType =
  | ScalarType
  | "json"
  | { readonly list: EngineType }
  | { readonly map: EngineType }
  | { readonly struct: readonly EngineColumn[] };

/** A type as a structure of types: lists and structures that are written as texts are taken apart. */
export function engineTypeOf(type: EngineType): PlainType {
  if (typeof type !== "string" || type === "json") return type;
  if (type.endsWith("[]")) return { list: type.slice(0, -2) as ColumnType };
  const fields = structFields(type);
  return fields === null ? (type as ScalarType) : { struct: fields };
}
