import type { ColumnTable } from "arquero";
import type { Description } from "../description.ts";

/** A row of a query's result, about the column of place `c` and the group of number `g`. */
export type CellRow = Readonly<Record<string, unknown>>;

/** What is known of each column and group. */
export type ByCell<T> = (column: number, group: number) => T;

/** The rows of a result. */
export function rowsOf(table: ColumnTable): CellRow[] {
  return table.objects({ limit: Number.POSITIVE_INFINITY }) as CellRow[];
}

/** What columns and groups are told apart by. */
export function cellKey({ c, g }: CellRow): string {
  return `${c} ${g}`;
}

/** The rows of a result that has at most one for each column and group. */
export function rowByCell(rows: readonly CellRow[]): ByCell<CellRow | undefined> {
  const found = new Map(rows.map((row) => [cellKey(row), row]));
  return (c, g) => found.get(cellKey({ c, g }));
}

/** The rows of a result for each column and group, in the order of `place`. */
export function rowsByCell(rows: readonly CellRow[]): ByCell<readonly CellRow[]> {
  const found = new Map<string, CellRow[]>();
  for (const row of rows.toSorted((a, b) => countOf(a, "place") - countOf(b, "place"))) {
    const key = cellKey(row);
    const some = found.get(key);
    if (some === undefined) found.set(key, [row]);
    else some.push(row);
  }
  return (c, g) => found.get(cellKey({ c, g })) ?? [];
}

/** A number of a row, 0 where there is none. */
export function countOf(row: CellRow | undefined, name: string): number {
  return Number(row?.[name] ?? 0);
}

/** A number of a row, null where there is none. */
export function numberOf(row: CellRow | undefined, name: string): number | null {
  const value = row?.[name] ?? null;
  return value === null ? null : Number(value);
}

/** How many cells have a value and how many have none. */
export function presenceOf(row: CellRow | undefined): Pick<Description, "count" | "missing"> {
  return { count: countOf(row, "present"), missing: countOf(row, "missing") };
}

/** How long the values are. */
export function lengthsOf(
  row: CellRow | undefined,
): Pick<Description, "min_length" | "mean_length" | "max_length"> {
  return {
    min_length: numberOf(row, "min_length"),
    mean_length: numberOf(row, "mean_length"),
    max_length: numberOf(row, "max_length"),
  };
}
