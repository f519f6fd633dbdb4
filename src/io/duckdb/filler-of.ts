import type { FlatColumn } from "../columns/flat-column.ts";
import { codesFiller } from "./codes-filler.ts";
import { listsFiller } from "./lists-filler.ts";
import type { DuckDbParts } from "./load-duckdb.ts";
import { numbersFiller } from "./numbers-filler.ts";
import { stringsFiller } from "./strings-filler.ts";
import { structsFiller } from "./structs-filler.ts";
import type { VectorFiller } from "./vector-filler.ts";

/** What gives vectors of DuckDB a column's values. */
export function fillerOf(column: FlatColumn, parts: DuckDbParts): VectorFiller {
  switch (column.kind) {
    case "numbers":
      return numbersFiller(column, parts);
    case "strings":
      return stringsFiller(column, parts);
    case "codes":
      return codesFiller(column, parts);
    case "lists":
      return listsFiller(column, { ...parts, items: fillerOf(column.items, parts) });
    case "structs":
      return structsFiller(column, {
        ...parts,
        fields: column.fields.map(([name, field]) => [name, fillerOf(field, parts)] as const),
      });
  }
}
