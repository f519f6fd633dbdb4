import { type JsonRow, jsonRows } from "../data/json-rows.ts";
import type { OutcomeFindings } from "../data/study-outcomes.ts";
import { countOf } from "../text/count-of.ts";
import { formatPValue } from "../text/format-number.ts";
import { listNames } from "../text/list-names.ts";

const MOST_PAIRS = 6;

/** The rows of `main` whose factors could be tested. */
export function testedRows(main: readonly JsonRow[]): JsonRow[] {
  return main.filter(({ f }) => f !== null);
}

/** How many jobs have a value of the outcome, and why others have none. */
export function countsSentence({ outcome, study, missingCompleted }: OutcomeFindings): string {
  const other = study.missing - missingCompleted;
  const lacking = [
    other > 0 ? `${countOf(other, "job")} that ${other === 1 ? "is" : "are"} not completed` : "",
    missingCompleted > 0 ? countOf(missingCompleted, "completed job") : "",
  ].filter(Boolean);
  const none =
    lacking.length > 0 ? `; ${lacking.join(" and ")} ${study.missing === 1 ? "has" : "have"} none` : "";
  const infinite = study.infinite > 0 ? `; ${countOf(study.infinite, "has", "have")} an infinite one` : "";
  return `${countOf(study.count, "job has", "jobs have")} a value of ${outcome}${none}${infinite}.`;
}

/** That no effect is significant, or that none could be studied; null where some effect is significant. */
export function nothingFoundSentence({ outcome, study }: OutcomeFindings): string | null {
  const main = jsonRows(study.main);
  if (main.some(({ significant }) => significant === true)) return null;
  if (study.count === 0) return `Effects could not be studied: no job has a value of ${outcome}.`;
  const tested = testedRows(main).length;
  if (tested === 0) return "No effect could be tested.";
  return `None of ${countOf(tested, "parameter")} has a significant effect on the mean.`;
}

/** The factors that could not be tested and why, in a sentence, or null where there are none. */
export function untestedSentence({ study }: OutcomeFindings): string | null {
  if (study.count === 0) return null;
  const reasons = new Map<string, string[]>();
  for (const { factor, f, note } of jsonRows(study.main)) {
    if (f !== null) continue;
    const reason = String(note ?? "no test");
    reasons.set(reason, [...(reasons.get(reason) ?? []), String(factor)]);
  }
  if (reasons.size === 0) return null;
  const told = Array.from(reasons, ([reason, factors]) => `${listNames(factors)} (${reason})`);
  return `Could not be tested: ${told.join("; ")}.`;
}

/** The pairs of factors with a significant interaction, in a sentence, or null where there are none. */
export function interactionSentence({ study }: OutcomeFindings): string | null {
  const pairs = jsonRows(study.interactions)
    .filter(({ significant }) => significant === true)
    .sort((a, b) => Number(a.p_value) - Number(b.p_value));
  if (pairs.length === 0) return null;
  const told = pairs.map(({ factor_a: a, factor_b: b, p_adjusted: p }) => {
    const value = Number(p);
    return `${a} × ${b} (corrected p ${value < 0.001 ? "" : "= "}${formatPValue(value)})`;
  });
  return `What the one does depends on the other: ${listNames(told, MOST_PAIRS)}.`;
}
