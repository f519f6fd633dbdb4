import type { ColumnTable } from "arquero";
import type { ParquetCompression } from "../../io/parquet-layout.ts";
import { LABEL_SCHEMAS, type LabelTableName } from "../../labels/schemas.ts";
import { type ColumnLike, columnTypeOf } from "../../tables/column-type-of.ts";
import { declaredType, MIXED, type NaturalType, naturalType } from "./natural-type.ts";
import type { NamedType, Part } from "./part.ts";
import { writeTableFile } from "./write-table-file.ts";

/** How a part is written. */
export interface WritePartOptions {
  table: LabelTableName;
  compression: ParquetCompression;
  /** Whether the values of a column are texts because they had no common type. */
  isMixed: (column: string) => boolean;
  metadata: Readonly<Record<string, string>>;
}

/** Writes the rows of a table to a part, and says what is in it. */
export async function writePart(
  table: ColumnTable,
  path: string,
  { table: name, isMixed, compression, metadata }: WritePartOptions,
): Promise<Pick<Part, "rows" | "bytes" | "natural" | "columns">> {
  const bytes = await writeTableFile(table, path, { compression, metadata });
  const { always, known } = LABEL_SCHEMAS[name];
  const natural: [string, NaturalType][] = [];
  const columns: NamedType[] = [];
  for (const column of table.columnNames()) {
    const values = table.column(column) as ColumnLike;
    const type = columnTypeOf(values, column);
    columns.push([column, type]);
    // Declared integers are wide only where a value is, which may be gone.
    const isDeclared = type !== "int64" && (Object.hasOwn(always, column) || Object.hasOwn(known, column));
    const shown = isMixed(column) ? MIXED : isDeclared ? declaredType(values) : naturalType(values);
    if (shown !== null) natural.push([column, shown]);
  }
  return { rows: table.numRows(), bytes, natural, columns };
}
