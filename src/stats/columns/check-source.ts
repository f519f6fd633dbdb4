import { isTable } from "../../tables/is-table.ts";
import type { SqlSource } from "../sql-source.ts";
import { kindOfArgument } from "./kind-of-argument.ts";

/**
 * Checks that a value is a dataset, or something else that answers queries.
 *
 * @param caller The function that was called, for the error: `labelStatistics`.
 * @throws {TypeError} When it is not.
 */
export function checkSource(value: unknown, caller: string): asserts value is SqlSource {
  if (isSource(value)) return;
  const got = isTable(value) ? "a table" : kindOfArgument(value);
  throw new TypeError(
    `${caller} needs a dataset, as openDataset, openParquetDataset or openEngineDataset opens it, got ${got}`,
  );
}

/** Whether a value answers queries. Told by shape, because a program may hold a second copy of this library. */
export function isSource(value: unknown): value is SqlSource {
  return typeof value === "object" && value !== null && "sql" in value && typeof value.sql === "function";
}
