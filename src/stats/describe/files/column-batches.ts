import type { ItemType } from "../../../tables/column-type.ts";
import { columnKind } from "../../columns/column-kind.ts";
import type { FileColumn } from "./read-schema.ts";
import type { RowSource } from "./row-source.ts";
import type { TypedSql } from "./value-sql.ts";

/** A column whose cells, or items of lists, are counted. */
export interface CountedColumn extends TypedSql {
  readonly column: FileColumn;
  /** How deep its items lie: 0 for cells. */
  readonly depth: 0 | 1 | 2;
}

/** What is counted alike: integers all of whose digits tell, other numbers, and texts. */
export type CountedFamily = "integers" | "numbers" | "texts";

/** Columns that are counted together. */
export interface ColumnBatch {
  readonly columns: readonly CountedColumn[];
  readonly family: CountedFamily;
}

/**
 * A cluster takes longer to begin than to work: there columns are counted together. DuckDB begins at once, and takes the
 * less memory and time the fewer there are.
 */
const COLUMNS_AT_ONCE = { duckdb: 1, spark: 16 };

/** A column as it is counted; null for one whose values are not. */
export function countedColumn(column: FileColumn): CountedColumn | null {
  const { type, isBytes } = column;
  if (type === null) return null;
  const depth = type.endsWith("[][]") ? 2 : type.endsWith("[]") ? 1 : 0;
  const item = (depth === 0 ? type : type.slice(0, -2 * depth)) as ItemType;
  return columnKind(item) === "other" ? null : { column, depth, type: item, isBytes };
}

/** Puts columns together that can be counted so. */
export function columnBatches(columns: readonly CountedColumn[], { dialect }: RowSource): ColumnBatch[] {
  const size = COLUMNS_AT_ONCE[dialect.name];
  return (["numbers", "integers", "texts"] as const).flatMap((family) => {
    const some = columns.filter((column) => familyOf(column) === family);
    return Array.from({ length: Math.ceil(some.length / size) }, (_, i) => {
      return { columns: some.slice(i * size, (i + 1) * size), family };
    });
  });
}

function familyOf({ type }: CountedColumn): CountedFamily {
  if (columnKind(type) === "categorical") return "texts";
  return type === "int64" ? "integers" : "numbers";
}
