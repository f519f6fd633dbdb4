import type { ColumnTable } from "arquero";
import { sensitivity } from "../../stats/sensitivity/sensitivity.ts";
import type { SensitivityResult } from "../../stats/sensitivity/sensitivity-result.ts";
import { type SensitivityDesign, studyPart } from "../../stats/sensitivity/study-part.ts";
import { isTable } from "../../tables/is-table.ts";
import type { ReportSettings } from "./report-settings.ts";

/** The seed of intervals, which is always the same, so that a report of the same data is. */
export const SENSITIVITY_SEED = 1;

/** What a report knows of the sensitivity of outcomes to parameters. */
export interface SensitivityFindings {
  /** Whether the jobs are known to be of a design for such an analysis: its rows are not independent of each other. */
  isDesign: boolean;
  results: readonly SensitivityResult[];
  /** Why an outcome could not be analysed. */
  problems: readonly string[];
}

/** The analysis that was given or, where the design or its recipe is one of `saltelli` or `morris`, one for each outcome. */
export function studySensitivity(jobs: ColumnTable, settings: ReportSettings): SensitivityFindings {
  const { outcomes, confidence, sensitivity: given } = settings;
  const design = designOf(settings);
  if (given !== null || design === null)
    return { isDesign: design !== null, results: given === null ? [] : [given], problems: [] };
  const results: SensitivityResult[] = [];
  const problems: string[] = [];
  for (const outcome of outcomes) {
    try {
      results.push(sensitivity(jobs, { outcome, design, confidence, seed: SENSITIVITY_SEED }));
    } catch (error) {
      if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
      problems.push(`Sensitivity of ${outcome}: ${error.message}`);
    }
  }
  return { isDesign: true, results, problems };
}

function designOf({ compare, recipe }: ReportSettings): SensitivityDesign | null {
  const designs = [compare !== null && isTable(compare) ? compare : null, recipe as SensitivityDesign | null];
  return designs.find((design) => design !== null && isSensitivityDesign(design)) ?? null;
}

function isSensitivityDesign(design: SensitivityDesign): boolean {
  try {
    studyPart(design);
    return true;
  } catch {
    // Other designs, and recipes that cannot be followed, are shown without an analysis.
    return false;
  }
}
