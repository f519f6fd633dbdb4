import type { ColumnTable } from "arquero";
import type { Resolution } from "./box-query.ts";
import { type Cells, cellTable } from "./cell-table.ts";
import type { JobGroups } from "./job-groups.ts";
import type { Row } from "./job-labels.ts";

/** Tables of how boxes, and what is said of them, are distributed. Empty cells and bins are there, too. */
export interface DistributionTables {
  /** COCO's size bands: `band` (small, medium, large), `count`, `share`. */
  sizeBands: ColumnTable;
  /**
   * Where the centres of boxes are, on a grid from the upper left, row by row: `x_bin`, `y_bin`, `x_start`, `x_end`,
   * `y_start`, `y_end` (0 to 1, shares of the image's width and height), `count`, `share`.
   */
  positions: ColumnTable;
  /** Relative sizes, 0 to 1: `bin_start`, `bin_end`, `count`, `share`. */
  relativeSizes: ColumnTable;
  /** `percent_occlusion`, 0 to 100: `bin_start`, `bin_end`, `count`, `share`. */
  occlusion: ColumnTable;
  /** `percent_in_fov`, 0 to 100: `bin_start`, `bin_end`, `count`, `share`. */
  fieldOfView: ColumnTable;
}

const BANDS = ["small", "medium", "large"];
const BAND_CELLS: Cells = {
  count: BANDS.length,
  place: ({ bin }) => Number(bin),
  columns: [["band", "string", (cell) => BANDS[cell]]],
};

/**
 * Makes the tables of distributions of the rows of `boxQuery`.
 *
 * @param rowsOf The rows of a part, of annotations that are counted.
 */
export function distributionTables(
  rowsOf: (part: string) => readonly Row[],
  groups: JobGroups,
  { bins, grid }: Resolution,
): DistributionTables {
  const table = (part: keyof DistributionTables, cells: Cells) => cellTable(rowsOf(part), groups, cells);
  return {
    sizeBands: table("sizeBands", BAND_CELLS),
    positions: table("positions", gridCells(grid)),
    relativeSizes: table("relativeSizes", binCells(bins, 1)),
    occlusion: table("occlusion", binCells(bins, 100)),
    fieldOfView: table("fieldOfView", binCells(bins, 100)),
  };
}

function binCells(bins: number, end: number): Cells {
  return {
    count: bins,
    place: ({ bin }) => Number(bin),
    columns: [
      ["bin_start", "float64", (cell) => (cell * end) / bins],
      ["bin_end", "float64", (cell) => ((cell + 1) * end) / bins],
    ],
  };
}

function gridCells(grid: number): Cells {
  const x = (cell: number) => cell % grid;
  const y = (cell: number) => Math.floor(cell / grid);
  return {
    count: grid * grid,
    place: ({ bin, y_bin }) => Number(y_bin) * grid + Number(bin),
    columns: [
      ["x_bin", "int32", x],
      ["y_bin", "int32", y],
      ["x_start", "float64", (cell) => x(cell) / grid],
      ["x_end", "float64", (cell) => (x(cell) + 1) / grid],
      ["y_start", "float64", (cell) => y(cell) / grid],
      ["y_end", "float64", (cell) => (y(cell) + 1) / grid],
    ],
  };
}
