import type { ColumnTable } from "arquero";
import type { ColumnType } from "../../tables/column-type.ts";
import { makeColumn } from "../../tables/make-column.ts";
import { makeTable } from "../../tables/make-table.ts";
import { type DriftRow, emptyDriftRow } from "./drift-row.ts";

/** The columns that hold no numbers. */
const TYPES: Partial<Record<keyof DriftRow, ColumnType>> = {
  column: "string",
  kind: "string",
  count_reference: "int32",
  count_current: "int32",
  test: "string",
  drifted: "bool",
  effect: "string",
  note: "string",
};

/** The rows of a comparison as a table. */
export function driftTable(rows: readonly DriftRow[]): ColumnTable {
  const names = Object.keys(emptyDriftRow("", "other")) as (keyof DriftRow)[];
  return makeTable(
    names.map((name) => [
      name,
      makeColumn(
        TYPES[name] ?? "float64",
        rows.map((row) => (typeof row[name] === "number" && !Number.isFinite(row[name]) ? null : row[name])),
      ),
    ]),
  );
}
