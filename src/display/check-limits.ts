import type { TableLimits } from "./view.ts";

/**
 * Checks how much of a table is to be shown.
 *
 * @throws {RangeError} When a limit is not a whole number of 1 or more.
 */
export function checkLimits({ maxRows, maxColumns }: TableLimits): TableLimits {
  for (const [name, limit] of Object.entries({ maxRows, maxColumns })) {
    if (
      limit === undefined ||
      (limit >= 1 && (Number.isInteger(limit) || limit === Number.POSITIVE_INFINITY))
    )
      continue;
    throw new RangeError(
      `The option "${name}" must be a whole number of 1 or more, or Infinity, got ${String(limit)}`,
    );
  }
  return { ...(maxRows !== undefined && { maxRows }), ...(maxColumns !== undefined && { maxColumns }) };
}
