import type { Dialect } from "../../engine/dialect/dialect.ts";

/** The sum and number of the values of a measure, from which means over any jobs are made. */
export interface Total {
  sum: number;
  count: number;
}

/** The columns of SQL that total measures, as {@link totalIn} reads them. */
export function totalsOf(measures: readonly string[], { total }: Pick<Dialect, "total">): string {
  return measures.map((name) => `${total(name)} AS sum_${name}, count(${name}) AS count_${name}`).join(", ");
}

/** Adds the totals that a row of {@link totalsOf} has. */
export function addTotals(
  totals: Map<string, Total>,
  { row, measures }: { row: Readonly<Record<string, unknown>>; measures: readonly string[] },
): void {
  for (const name of measures) {
    const total = totals.get(name) ?? { sum: 0, count: 0 };
    total.sum += Number(row[`sum_${name}`] ?? 0);
    total.count += Number(row[`count_${name}`] ?? 0);
    totals.set(name, total);
  }
}
