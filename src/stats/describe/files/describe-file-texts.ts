import type { CellsDescription } from "../finished-description.ts";
import { mostFrequent } from "../most-frequent.ts";
import type { ByGroup, FileCells, FileContext } from "./file-cells.ts";
import { countOf, groupRows, lengthsOf, presenceOf, topsOf } from "./group-rows.ts";
import { countsSql } from "./rows-sql.ts";
import { textsSql } from "./texts-sql.ts";
import { valueSql } from "./value-sql.ts";

/** Describes texts of files. */
export async function describeFileTexts(
  { definitions, from, type, duckDbType }: FileCells,
  { query, settings: { top } }: FileContext,
): Promise<ByGroup<CellsDescription>> {
  const counts = countsSql(from, valueSql(type, duckDbType));
  const text = textsSql({ definitions: `${definitions}, ${counts}`, top: Math.max(1, top) });
  const rows = await groupRows(query(text));
  return (group) => {
    const row = rows.get(group);
    const frequent = topsOf<string>(row).map(({ value, count }) => ({ text: value, count }));
    return {
      ...presenceOf(row),
      distinct: countOf(row, "distinct"),
      ...mostFrequent(frequent, top),
      ...lengthsOf(row),
    };
  };
}
