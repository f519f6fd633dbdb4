import type { ColumnTable } from "arquero";
import { makeColumn } from "../../tables/make-column.ts";
import type { Resolution } from "./box-query.ts";
import { binCells, type Cells, cellTable } from "./cell-table.ts";
import type { JobGroups } from "./job-groups.ts";
import type { Row } from "./job-labels.ts";

/** The tables of how boxes and what is said of them are distributed. */
export interface DistributionTables {
  sizeBands: ColumnTable;
  positions: ColumnTable;
  relativeSizes: ColumnTable;
  occlusion: ColumnTable;
  fieldOfView: ColumnTable;
}

/**
 * Makes the tables of distributions of the rows of `boxQuery`.
 *
 * @param parts The rows of a part, of annotations that are counted.
 */
export function distributionTables(
  parts: (part: string) => readonly Row[],
  groups: JobGroups,
  { bins, grid }: Resolution,
): DistributionTables {
  const table = (part: keyof DistributionTables, cells: Cells) => cellTable(parts(part), groups, cells);
  return {
    sizeBands: table("sizeBands", bandCells()),
    positions: table("positions", gridCells(grid)),
    relativeSizes: table("relativeSizes", binCells(bins, 1)),
    occlusion: table("occlusion", binCells(bins, 100)),
    fieldOfView: table("fieldOfView", binCells(bins, 100)),
  };
}

function bandCells(): Cells {
  const names = ["small", "medium", "large"];
  return {
    count: names.length,
    place: ({ bin }) => Number(bin),
    columns: (cells) => [
      [
        "band",
        makeColumn(
          "string",
          cells.map((cell) => names[cell]),
        ),
      ],
    ],
  };
}

/** Cells row by row, from the upper left. */
function gridCells(grid: number): Cells {
  const x = (cell: number) => cell % grid;
  const y = (cell: number) => Math.floor(cell / grid);
  return {
    count: grid * grid,
    place: ({ bin, y_bin }) => Number(y_bin) * grid + Number(bin),
    columns: (cells) => [
      ["x_bin", makeColumn("int32", cells.map(x))],
      ["y_bin", makeColumn("int32", cells.map(y))],
      [
        "x_start",
        makeColumn(
          "float64",
          cells.map((cell) => x(cell) / grid),
        ),
      ],
      [
        "x_end",
        makeColumn(
          "float64",
          cells.map((cell) => (x(cell) + 1) / grid),
        ),
      ],
      [
        "y_start",
        makeColumn(
          "float64",
          cells.map((cell) => y(cell) / grid),
        ),
      ],
      [
        "y_end",
        makeColumn(
          "float64",
          cells.map((cell) => (y(cell) + 1) / grid),
        ),
      ],
    ],
  };
}
