/** A group or level for each row. */
export interface Grouping {
  codes: ArrayLike<number>;
  /** How many there are; codes are less. */
  count: number;
}

/** The places of the rows of each group, none where a group has no row. */
export function rowsOfGroups({ codes, count }: Grouping): number[][] {
  const rows = Array.from({ length: count }, (): number[] => []);
  for (let row = 0; row < codes.length; row++) rows[codes[row] as number]?.push(row);
  return rows;
}
