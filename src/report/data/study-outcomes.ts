import type { ColumnTable } from "arquero";
import { findColumn } from "../../stats/columns/find-column.ts";
import { numbersOf } from "../../stats/columns/numbers-of.ts";
import { type EffectsStudy, effects } from "../../stats/effects/effects.ts";
import { responseCurve } from "../../stats/effects/response-curve.ts";
import { completedJobs } from "./completed-jobs.ts";
import { jsonRows } from "./json-rows.ts";
import type { ReportSettings } from "./report-settings.ts";

/** Of more factors than this, only the strongest are studied for interactions: there are too many pairs. */
const MOST_CROSSED = 12;

/** What parameters do to one outcome. */
export interface OutcomeFindings {
  outcome: string;
  /** The factors that were studied, the one that explains most first. */
  factors: readonly string[];
  /** Those that were studied for interactions. */
  crossed: readonly string[];
  study: EffectsStudy;
  /** The number of completed jobs that have no value of the outcome. */
  missingCompleted: number;
  /** How the outcome answers to each factor, in the order of `factors`. */
  curves: readonly { factor: string; curve: ColumnTable }[];
}

/**
 * Studies each outcome of a report.
 *
 * @param jobs The jobs with all columns that can be outcomes.
 * @param varying The factors, where none are named.
 */
export function studyOutcomes(
  jobs: ColumnTable,
  varying: readonly string[],
  settings: ReportSettings,
): OutcomeFindings[] {
  const { outcomes, pairedBy, tell } = settings;
  for (const outcome of outcomes) findColumn(jobs, outcome, "outcome");
  for (const factor of settings.factors ?? []) findColumn(jobs, factor, "factor");
  for (const base of pairedBy) findColumn(jobs, base, "column of pairedBy");
  const found = outcomes.flatMap((outcome, done) => {
    tell("effects", done, outcomes.length);
    const usual = varying.filter((name) => name !== outcome && !pairedBy.includes(name));
    const factors = settings.factors ?? usual;
    return factors.length === 0 ? [] : [studyOutcome(jobs, factors, { outcome, settings })];
  });
  if (outcomes.length > 0) tell("effects", outcomes.length, outcomes.length);
  return found;
}

function studyOutcome(
  jobs: ColumnTable,
  factors: readonly string[],
  { outcome, settings }: { outcome: string; settings: ReportSettings },
): OutcomeFindings {
  const { confidence, correction, pairedBy } = settings;
  const options = { outcome, confidence, correction, ...(pairedBy.length > 0 && { pairedBy }) };
  const areFew = factors.length <= MOST_CROSSED;
  const study = effects(jobs, { ...options, factors, interactions: areFew });
  const order = strongestFirst(study.main);
  const crossed = order.slice(0, MOST_CROSSED);
  const pairs = areFew ? study : effects(jobs, { ...options, factors: crossed });
  return {
    outcome,
    factors: order,
    crossed,
    study: { ...study, interactions: pairs.interactions, cells: pairs.cells },
    missingCompleted: numbersOf(completedJobs(jobs), outcome).filter(Number.isNaN).length,
    curves: order.map((factor) => {
      return { factor, curve: responseCurve(jobs, { outcome, factor, confidence }) };
    }),
  };
}

function strongestFirst(main: ColumnTable): string[] {
  const rows = jsonRows(main);
  return rows
    .sort((a, b) => Number(b.eta_squared ?? -1) - Number(a.eta_squared ?? -1))
    .map(({ factor }) => String(factor));
}
