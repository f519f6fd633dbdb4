/** Queries with more values than this take longer to be read than to be run. */
const MOST_ROWS = 10_000;

/**
 * A table of numbers, as it stands in `FROM`.
 *
 * @param rows The rows, as values in SQL.
 */
export function valuesSql(
  name: string,
  columns: readonly string[],
  rows: readonly (readonly (number | string)[])[],
): string {
  return `(VALUES ${rows.map((row) => `(${row.join(", ")})`).join(", ")}) AS ${name}(${columns.join(", ")})`;
}

/** Cuts a list into pieces that one query can hold, by how many rows each item takes. */
export function pieces<T>(items: readonly T[], rowsOf: (item: T) => number = () => 1): T[][] {
  const found: T[][] = [];
  let room = 0;
  for (const item of items) {
    const size = rowsOf(item);
    const piece = found.at(-1);
    if (piece === undefined || size > room) {
      found.push([item]);
      room = MOST_ROWS;
    } else {
      piece.push(item);
    }
    room -= size;
  }
  return found;
}
