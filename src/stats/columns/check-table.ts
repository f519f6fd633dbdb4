import type { ColumnTable } from "arquero";
import { isTable } from "../../tables/is-table.ts";
import { isSource } from "./check-source.ts";
import { kindOfArgument } from "./kind-of-argument.ts";

/**
 * Checks that a value is a table.
 *
 * @param caller The function that was called, for the error: `describe`.
 * @throws {TypeError} When it is not; a dataset is told how to give one.
 */
export function checkTable(value: unknown, caller: string): asserts value is ColumnTable {
  if (isTable(value)) return;
  const got = isSource(value)
    ? 'a dataset: pass await dataset.table("jobs"), or another of its tables'
    : kindOfArgument(value);
  throw new TypeError(`${caller} needs a table, got ${got}`);
}
