import type { Description } from "./description.ts";
import type { FrequentValue } from "./frequent-values.ts";

/**
 * The mode and the most frequent values.
 *
 * @param frequent The most frequent values, in order: at least one, where there is any.
 * @param top How many of them to list.
 */
export function mostFrequent(
  frequent: readonly FrequentValue[],
  top: number,
): Pick<Description, "mode" | "mode_count" | "top_values" | "top_counts"> {
  const listed = frequent.slice(0, top);
  return {
    mode: frequent[0]?.text ?? null,
    mode_count: frequent[0]?.count ?? null,
    top_values: listed.map(({ text }) => text),
    top_counts: listed.map(({ count }) => count),
  };
}
