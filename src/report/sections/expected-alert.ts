import type { Findings } from "../data/findings.ts";
import type { JsonRow } from "../data/json-rows.ts";

/** Why an alert calls for no attention: another part of the report tells it, or it is what a sweep is made for. */
export type ExpectedAlert = "constant" | "unlabelled" | "designed" | "measured";

/**
 * Tells alerts that a report need not list: a parameter that the design holds constant (`constant`) or spreads evenly
 * (`designed`), a kind of labels that no job has (`unlabelled`), and measures of labels that go along with parameters
 * or with each other (`measured`), as results of a sweep do.
 *
 * @returns Null where the alert calls for attention.
 */
export function expectedAlert(
  { alert, column, other_column: other, value }: JsonRow,
  { parameters, columns }: Pick<Findings, "parameters" | "columns">,
): ExpectedAlert | null {
  const name = String(column);
  const isParameter = columns.params.includes(name);
  if ((alert === "CONSTANT" || alert === "MISSING") && parameters.constant.includes(name)) return "constant";
  if (alert === "UNIFORM" && isParameter) return "designed";
  if (alert === "MISSING" && column !== null && !isParameter && value === 1) return "unlabelled";
  if (alert === "HIGH_CORRELATION" && !(isParameter && columns.params.includes(String(other))))
    return "measured";
  return null;
}
