import type { ColumnTable } from "arquero";
import { shownValues } from "./shown-values.ts";

/** Those of a table's columns that hold more than one value. */
export function varyingColumns(table: ColumnTable, names: readonly string[]): string[] {
  return names.filter((name) => {
    const values = shownValues(table, name);
    const first = keyOf(values[0]);
    for (let row = 1; row < values.length; row++) if (keyOf(values[row]) !== first) return true;
    return false;
  });
}

function keyOf(value: unknown): unknown {
  return typeof value === "object" && value !== null
    ? JSON.stringify(value)
    : Number.isNaN(value)
      ? "NaN"
      : value;
}
