import type { JsonRow } from "../data/json-rows.ts";
import { listNames } from "../text/list-names.ts";

/**
 * The factors that only the rank test finds, in a sentence, or null where there are none.
 *
 * @param main The rows of the table `main` of `effects`.
 */
export function rankSentence(
  main: readonly JsonRow[],
  { outcome, confidence }: { outcome: string; confidence: number },
): string | null {
  const found = main.filter(({ significant, kruskal_p_adjusted: p }) => {
    return significant !== true && typeof p === "number" && p <= 1 - confidence;
  });
  if (found.length === 0) return null;
  const names = listNames(found.map(({ factor }) => String(factor)));
  return `By ranks, which outliers hardly sway, ${outcome} does differ with ${names}.`;
}
