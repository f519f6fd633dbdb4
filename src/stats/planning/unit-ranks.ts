import type { ColumnTable } from "arquero";
import { levelsOf } from "../columns/levels-of.ts";

/**
 * The values of a column as places between 0 and 1 by their ranks, equal values at the middle of theirs, missing ones
 * before all others. So the rows of the whole table are spread evenly, whatever the distribution of the values.
 *
 * @returns Null where all rows have the same value.
 * @throws {RangeError} When the table has no such column.
 * @throws {TypeError} When the column has lists or structures.
 */
export function unitRanks(table: ColumnTable, name: string): Float64Array | null {
  const { codes, values } = levelsOf(table, name);
  const counts = new Float64Array(values.length + 1);
  for (const code of codes) counts[code + 1] = (counts[code + 1] as number) + 1;
  if (counts.some((count) => count === codes.length)) return null;
  let below = 0;
  const places = counts.map((count) => {
    below += count;
    return (below - count / 2) / codes.length;
  });
  return Float64Array.from(codes, (code) => places[code + 1] as number);
}
