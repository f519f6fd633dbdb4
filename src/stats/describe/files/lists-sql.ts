/** A query for how many rows have a value, in one row for each group. */
export function rowCountsSql(definitions: string, cells: "rows" | "items"): string {
  return `WITH ${definitions}
    SELECT g, coalesce(sum(n) FILTER (cell IS NULL), 0) AS missing,
      coalesce(sum(n) FILTER (cell IS NOT NULL), 0) AS present
    FROM ${cells} GROUP BY g`;
}

/** A query for how many rows have a list, and how long these are, in one row for each group. */
export function listsSql(definitions: string): string {
  return `WITH ${definitions}
    SELECT g, coalesce(sum(n) FILTER (cell IS NULL), 0) AS missing,
      coalesce(sum(n) FILTER (cell IS NOT NULL), 0) AS present,
      min(len(cell))::INTEGER AS min_length, max(len(cell))::INTEGER AS max_length,
      sum(n * len(cell)) / sum(n) FILTER (cell IS NOT NULL) AS mean_length
    FROM rows GROUP BY g`;
}
