/** How many cells have a value and how many have none, in SQL. */
export function presenceSql(cell: string): string {
  return `coalesce(sum(n) FILTER (WHERE ${cell} IS NULL), 0) AS missing,
    coalesce(sum(n) FILTER (WHERE ${cell} IS NOT NULL), 0) AS present`;
}

/** The statistics of lengths, in SQL. */
export function lengthsSql(length: string): string {
  return `CAST(min(${length}) AS INTEGER) AS min_length, CAST(max(${length}) AS INTEGER) AS max_length,
    CAST(sum(n * ${length}) AS DOUBLE) / CAST(sum(n) FILTER (WHERE ${length} IS NOT NULL) AS DOUBLE) AS mean_length`;
}
