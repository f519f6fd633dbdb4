import type { ColumnLike } from "../../tables/column-type-of.ts";
import type { CollectedColumn } from "./column-collector.ts";
import { textColumn } from "./text-column.ts";

/** A column of values as JSON; bigints become strings of digits, what JSON has no number for becomes null. */
export function jsonColumn(column: ColumnLike): CollectedColumn {
  return textColumn(
    Array.from(column, (value) => {
      if (value === null) return null;
      return JSON.stringify(value, (_, item: unknown) => (typeof item === "bigint" ? String(item) : item));
    }),
  );
}
