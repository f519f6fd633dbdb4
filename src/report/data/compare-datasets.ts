import type { ColumnTable } from "arquero";
import { compareToDesign, type DesignComparison } from "../../dataset/curation/compare-to-design.ts";
import { JOB_KEYS } from "../../dataset/jobs-table.ts";
import {
  compareDistributions,
  type DistributionComparison,
} from "../../stats/drift/compare-distributions.ts";
import { isTable } from "../../tables/is-table.ts";
import type { ReportSource } from "../report-source.ts";
import { completedJobs } from "./completed-jobs.ts";
import { jobColumns } from "./job-columns.ts";
import { joinLabels, type LabelledJobs } from "./join-labels.ts";
import { labelFindings } from "./label-findings.ts";
import { readSource } from "./read-source.ts";
import type { ReportSettings } from "./report-settings.ts";

/** How a dataset compares to what it was to be compared to. */
export interface ComparisonFindings {
  /** What it was compared to: another dataset, or the design that was submitted. */
  kind: "dataset" | "design";
  /** The jobs, or rows of the design, that it was compared to. */
  reference: ColumnTable;
  /** The jobs that were compared. */
  current: ColumnTable;
  distributions: DistributionComparison;
  /** Row by row, where the comparison is to the design; null too where its rows cannot be joined to the jobs. */
  design: DesignComparison | null;
  /** Why they cannot be joined. */
  note: string | null;
}

/** The dataset of a report, as it is compared. */
export interface ComparedDataset {
  jobs: ColumnTable;
  labelled: LabelledJobs;
  params: readonly string[];
  summaries: readonly string[];
}

/** Compares a dataset as the settings want it; null where they do not. */
export async function compareDatasets(
  current: ComparedDataset,
  settings: ReportSettings,
): Promise<ComparisonFindings | null> {
  const { compare, tell } = settings;
  if (compare === null) return null;
  tell("comparison", 0, 1);
  const found = isTable(compare)
    ? compareDesign(current, compare, settings)
    : await compareDataset(current, compare, settings);
  tell("comparison", 1, 1);
  return found;
}

async function compareDataset(
  current: ComparedDataset,
  compare: ReportSource,
  settings: ReportSettings,
): Promise<ComparisonFindings> {
  const { correction } = settings;
  const source = await readSource(compare, settings);
  const labels = await labelFindings(compare, { by: null, signal: settings.signal });
  const columns = jobColumns(source.jobs);
  const other = joinLabels(source.jobs, labels?.jobs ?? null, columns.summaries);
  const names = new Set([...columns.params, ...current.params, ...columns.summaries, ...current.summaries]);
  for (const measure of [...other.measures, ...current.labelled.measures]) names.add(measure);
  return {
    kind: "dataset",
    reference: other.table,
    current: current.labelled.table,
    distributions: compareDistributions(other.table, current.labelled.table, {
      columns: [...names],
      correction,
    }),
    design: null,
    note: null,
  };
}

function compareDesign(
  { jobs }: ComparedDataset,
  design: ColumnTable,
  { correction }: ReportSettings,
): ComparisonFindings {
  const columns = design.columnNames().filter((name) => !JOB_KEYS.has(name));
  const completed = completedJobs(jobs);
  const distributions = compareDistributions(design, completed, { columns, correction });
  const found = { kind: "design" as const, reference: design, current: completed, distributions };
  try {
    return { ...found, design: compareToDesign(design, jobs), note: null };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { ...found, design: null, note: error.message };
  }
}
