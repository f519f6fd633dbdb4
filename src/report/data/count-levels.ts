import type { ColumnTable } from "arquero";
import { levelsOf } from "../../stats/columns/levels-of.ts";
import { makeColumn } from "../../tables/make-column.ts";
import { makeTable } from "../../tables/make-table.ts";

/** How many rows have each value of a column, most first: the column and `count`. Missing values are left out. */
export function countLevels(table: ColumnTable, name: string): ColumnTable {
  const { codes, values } = levelsOf(table, name);
  const counts = new Array<number>(values.length).fill(0);
  for (const code of codes) if (code >= 0) counts[code] = (counts[code] ?? 0) + 1;
  const order = values.map((_, i) => i).sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
  return makeTable([
    [
      name,
      makeColumn(
        "string",
        order.map((i) => String(values[i])),
      ),
    ],
    [
      "count",
      makeColumn(
        "int32",
        order.map((i) => counts[i]),
      ),
    ],
  ]);
}
