import type { ColumnTable } from "arquero";
import { isSource } from "../../stats/columns/check-source.ts";
import { kindOfArgument } from "../../stats/columns/kind-of-argument.ts";
import type { SensitivityResult } from "../../stats/sensitivity/sensitivity-result.ts";
import type { Correction } from "../../stats/tests/adjust-p-values.ts";
import { isTable } from "../../tables/is-table.ts";
import { checkOptionNames } from "../../util/check-option-names.ts";
import { REPORT_OPTION_NAMES, type ReportOptions, type ReportStep } from "../report-options.ts";
import type { ReportSource } from "../report-source.ts";

/** The options of a report, checked and complete. */
export interface ReportSettings {
  title: string | null;
  outcomes: readonly string[];
  /** Null for those that vary. */
  factors: readonly string[] | null;
  pairedBy: readonly string[];
  by: string | null;
  compare: ReportSource | ColumnTable | null;
  sensitivity: SensitivityResult | null;
  recipe: object | null;
  confidence: number;
  correction: Correction;
  charts: boolean;
  made: Date | null;
  signal: AbortSignal | undefined;
  /** Tells how far the work is, and stops it where that is wanted. */
  tell: (step: ReportStep, done: number, total: number) => void;
}

/**
 * Checks the options of a report and fills in what is not given.
 *
 * @throws {TypeError | RangeError} When an option is unknown, or has no such value.
 */
export function reportSettings(options: ReportOptions): ReportSettings {
  checkOptionNames(options, REPORT_OPTION_NAMES);
  const { title, outcome, factors, pairedBy, by, compare, recipe } = options;
  const { confidence = 0.95, correction = "holm", charts = true, made, signal, onProgress } = options;
  if (!(confidence > 0 && confidence < 1))
    throw new RangeError(`confidence must be between 0 and 1, got ${confidence}`);
  if (made !== undefined && Number.isNaN(made.getTime()))
    throw new RangeError("made must be a valid Date, got an invalid one");
  if (recipe !== undefined && (typeof recipe !== "object" || recipe === null))
    throw new TypeError(`recipe must be an object, as toRecipe makes it, got ${typeof recipe}`);
  if ((compare ?? null) !== null && !isTable(compare) && !isSource(compare)) {
    throw new TypeError(
      `compare must be a dataset, or the table of a design, got ${kindOfArgument(compare)}: open a folder with ` +
        "openDataset, read a file with readTable",
    );
  }
  return {
    title: title ?? null,
    outcomes: namesOf(outcome),
    factors: factors === undefined ? null : [...new Set(factors)],
    pairedBy: namesOf(pairedBy),
    by: by ?? null,
    compare: compare ?? null,
    sensitivity: options.sensitivity ?? null,
    recipe: recipe ?? null,
    confidence,
    correction,
    charts,
    made: made ?? null,
    signal,
    tell: (step, done, total) => {
      onProgress?.({ step, done, total });
      signal?.throwIfAborted();
    },
  };
}

function namesOf(names: string | readonly string[] | undefined): string[] {
  return [...new Set(typeof names === "string" ? [names] : (names ?? []))];
}
