import { parseDuration } from "./parse-duration.ts";

const NAME = "reconcile-timeout";

/** How long a batch is looked for. */
export const RECONCILE_OPTION = {
  "reconcile-timeout": {
    type: "string",
    value: "TIME",
    default: "5m",
    help: "how long to look for a batch of which the answer was lost",
  },
} as const;

/**
 * The value of {@link RECONCILE_OPTION}, in milliseconds.
 *
 * @throws {UsageError} When it is not a time with its unit.
 */
export function parseReconcileTimeout(values: { [NAME]: string }): number {
  return parseDuration(NAME, values[NAME]);
}
