import type { ColumnLike } from "../../tables/column-type-of.ts";
import { DictColumn } from "../../tables/dict-column.ts";

const MOST_CODES = 256;

/** The values of an even choice at many points, where they are strings or 32-bit integers; else undefined. */
export function choiceColumn(values: readonly unknown[], points: Float64Array): ColumnLike | undefined {
  const size = values.length;
  if (
    values.every((value) => typeof value === "string") &&
    size <= MOST_CODES &&
    new Set(values).size === size
  ) {
    const codes = new Uint8Array(points.length);
    for (let row = 0; row < codes.length; row++) codes[row] = (points[row] as number) * size;
    return new DictColumn(codes, values as string[]);
  }
  if (!values.every((value) => typeof value === "number" && (value | 0) === value)) return undefined;
  const numbers = Int32Array.from(values as number[]);
  const column = new Int32Array(points.length);
  for (let row = 0; row < column.length; row++)
    column[row] = numbers[((points[row] as number) * size) | 0] as number;
  return column;
}
