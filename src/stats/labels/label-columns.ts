/** The columns that a query needs, with what they are to it. */
export type NeededColumns = Readonly<Record<string, "text" | "id" | "number">>;

/** Sums of squares of greater numbers are none: such numbers are as good as infinite. */
export const INFINITE = "1e150";

const TYPES = { text: "VARCHAR", id: "BIGINT", number: "DOUBLE" } as const;

/**
 * A query for some columns of a table. Those that the table lacks are null in all rows, and so are numbers that are
 * infinite, as good as infinite, or none.
 */
export function labelColumns(table: string, columns: NeededColumns): string {
  const names = Object.keys(columns);
  const list = names.map((name) => `'${name}'`).join(", ");
  const absent = Object.entries(columns).map(([name, kind]) => `NULL::${TYPES[kind]} AS ${name}`);
  // A union by name adds what is missing, so that the columns need not be asked for first.
  return `SELECT ${Object.entries(columns).map(cast).join(", ")} FROM (
    SELECT COLUMNS(c -> c IN (${list})) FROM ${table} UNION ALL BY NAME SELECT ${absent.join(", ")} WHERE false
  )`;
}

function cast([name, kind]: [string, NeededColumns[string]]): string {
  const typed = `TRY_CAST(${name} AS ${TYPES[kind]})`;
  return kind === "number"
    ? `CASE WHEN abs(${typed}) < ${INFINITE} THEN ${typed} END AS ${name}`
    : `${typed} AS ${name}`;
}
