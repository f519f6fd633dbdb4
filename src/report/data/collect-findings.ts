import { associations } from "../../stats/association/associations.ts";
import type { ReportSource } from "../report-source.ts";
import { countOf } from "../text/count-of.ts";
import { listNames } from "../text/list-names.ts";
import { checkNames } from "./check-names.ts";
import { chooseColumns } from "./choose-columns.ts";
import { collectAlerts } from "./collect-alerts.ts";
import { compareDatasets } from "./compare-datasets.ts";
import { describeParameters } from "./describe-parameters.ts";
import type { Findings } from "./findings.ts";
import { imageAspect } from "./image-aspect.ts";
import { jobColumns } from "./job-columns.ts";
import { joinLabels } from "./join-labels.ts";
import { labelFindings } from "./label-findings.ts";
import { listMethods } from "./list-methods.ts";
import { readSource } from "./read-source.ts";
import type { ReportSettings } from "./report-settings.ts";
import { sampleLabels } from "./sample-labels.ts";
import { studyOutcomes } from "./study-outcomes.ts";
import { studySensitivity } from "./study-sensitivity.ts";
import { type JobsSummary, summarizeJobs } from "./summarize-jobs.ts";

/** Pairs of more columns than this are too many to show. */
const MOST_ASSOCIATED = 30;

/** Computes all that a report tells. */
export async function collectFindings(dataset: ReportSource, settings: ReportSettings): Promise<Findings> {
  const { signal, tell } = settings;
  const source = await readSource(dataset, settings);
  const { jobs } = source;
  const columns = jobColumns(jobs);
  checkNames(jobs, columns, settings);
  const summary = summarizeJobs(jobs);
  tell("parameters", 0, 1);
  const parameters = describeParameters(jobs, columns);
  const associated = [...parameters.factors, ...columns.summaries].slice(0, MOST_ASSOCIATED);
  tell("parameters", 1, 1);
  tell("labels", 0, 1);
  const labels = await labelFindings(dataset, settings);
  const labelled = joinLabels(jobs, labels?.jobs ?? null, columns.summaries);
  const samples = await sampleLabels(dataset, labels?.jobs ?? null, signal);
  tell("labels", 1, 1);
  const outcomes = studyOutcomes(labelled.table, parameters.factors, settings);
  const current = { jobs, labelled, params: columns.params, summaries: columns.summaries };
  const comparison = await compareDatasets(current, settings);
  tell("alerts", 0, 1);
  const found: Omit<Findings, "methods"> = {
    title: settings.title ?? defaultTitle(summary),
    settings,
    source,
    columns,
    summary,
    parameters,
    associations: associations(chooseColumns(jobs, associated)),
    labels,
    labelled,
    samples,
    aspect: imageAspect(samples),
    outcomes,
    sensitivity: studySensitivity(labelled.table, settings),
    comparison,
    alerts: await collectAlerts(dataset, current, settings),
  };
  tell("alerts", 1, 1);
  return { ...found, methods: listMethods(found) };
}

function defaultTitle({ jobs, batchNames }: JobsSummary): string {
  return batchNames.length === 0
    ? `Report of ${countOf(jobs, "job")}`
    : `Report of ${listNames(batchNames, 3)}`;
}
