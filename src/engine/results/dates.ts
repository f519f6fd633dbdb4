import type { DuckDb } from "../../io/duckdb/load-duckdb.ts";
import type { CollectedColumn } from "./column-collector.ts";
import { textColumn } from "./text-column.ts";

const DAY_MS = 86_400_000;
/** The days since 1970 whose years have four digits. */
const [FIRST, LAST] = [-719_162, 2_932_896];
const INFINITE = 2 ** 31 - 1;

/** What makes a column of dates, counted in days since 1970: text, `2026-11-26`. */
export function dates({
  DuckDBDateValue,
}: DuckDb): (values: Int32Array, valid: Uint8Array | null) => CollectedColumn {
  const known = new Map<number, string>();
  function text(days: number): string {
    let found = known.get(days);
    if (found === undefined) {
      if (Math.abs(days) === INFINITE) found = days < 0 ? "-infinity" : "infinity";
      else if (days < FIRST || days > LAST) found = String(new DuckDBDateValue(days));
      else found = new Date(days * DAY_MS).toISOString().slice(0, "2026-11-26".length);
      known.set(days, found);
    }
    return found;
  }
  return (values, valid) =>
    textColumn(Array.from(values, (days, row) => (valid !== null && valid[row] !== 1 ? null : text(days))));
}
