import type { ColumnTable } from "arquero";

/** A row of a query's result. */
export type GroupRow = Readonly<Record<string, unknown>>;

/** The rows of a result that has one for each group `g`. */
export async function groupRows(result: Promise<ColumnTable>): Promise<ReadonlyMap<number, GroupRow>> {
  const rows = (await result).objects({ limit: Number.POSITIVE_INFINITY }) as GroupRow[];
  return new Map(rows.map((row) => [row.g as number, row]));
}

/** A number of a row, 0 where there is none. */
export function countOf(row: GroupRow | undefined, name: string): number {
  return Number(row?.[name] ?? 0);
}

/** A number of a row, null where there is none. */
export function numberOf(row: GroupRow | undefined, name: string): number | null {
  const value = row?.[name] ?? null;
  return value === null ? null : Number(value);
}

/** How many cells have a value and how many have none. */
export function presenceOf(row: GroupRow | undefined): { count: number; missing: number } {
  return { count: countOf(row, "present"), missing: countOf(row, "missing") };
}

/** How long the values are. */
export function lengthsOf(row: GroupRow | undefined): {
  min_length: number | null;
  mean_length: number | null;
  max_length: number | null;
} {
  return {
    min_length: numberOf(row, "min_length"),
    mean_length: numberOf(row, "mean_length"),
    max_length: numberOf(row, "max_length"),
  };
}

/** The most frequent values, as `tops` has them. */
export function topsOf<T>(row: GroupRow | undefined): { value: T; count: number }[] {
  const values = (row?.top_values ?? []) as readonly T[];
  const counts = (row?.top_counts ?? []) as readonly number[];
  return values.map((value, i) => ({ value, count: counts[i] as number }));
}
