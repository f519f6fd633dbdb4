import type { ColumnTable } from "arquero";

/** The rows of the design that jobs say they are, or their own order. */
export function designRowsOf(jobs: ColumnTable): number[] {
  if (!jobs.columnNames().includes("design_row"))
    return Array.from({ length: jobs.numRows() }, (_, row) => row);
  return Array.from(jobs.array("design_row") as ArrayLike<unknown>, (given, row) => {
    const designRow = typeof given === "bigint" ? Number(given) : given;
    if (Number.isSafeInteger(designRow) && (designRow as number) >= 0) return designRow as number;
    throw new TypeError(`"design_row" must hold whole numbers, 0 or more; row ${row} holds ${String(given)}`);
  });
}
