import { type ColumnLike, findColumnType } from "../../tables/column-type-of.ts";

/** What the head of a column says, and to which side its cells are. */
export interface ColumnLook {
  readonly type: string;
  readonly isNumeric: boolean;
}

/**
 * How a column looks.
 *
 * @param cells Those of its values that are shown: where a whole column has no type, they may be numbers all the same.
 */
export function columnLook(column: ColumnLike, cells: readonly unknown[]): ColumnLook {
  const type = findColumnType(column) ?? "mixed";
  return { type, isNumeric: /^(u?int|float)\d+$/.test(type) || areNumbers(cells) };
}

function areNumbers(cells: readonly unknown[]): boolean {
  const given = cells.filter((value) => value !== null && value !== undefined);
  return given.length > 0 && given.every((value) => typeof value === "number" || typeof value === "bigint");
}
