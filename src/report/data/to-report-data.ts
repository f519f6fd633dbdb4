import type { ColumnTable } from "arquero";
import type { SensitivityResult } from "../../stats/sensitivity/sensitivity-result.ts";
import { LIBRARY_VERSION } from "../../util/library-version.ts";
import type {
  ReportComparisonData,
  ReportData,
  ReportEffectsData,
  ReportProvenanceData,
  ReportSensitivityData,
  ReportSummaryData,
} from "../report-data.ts";
import type { ComparisonFindings } from "./compare-datasets.ts";
import type { Findings } from "./findings.ts";
import { jsonRows, jsonValue } from "./json-rows.ts";
import { listBatches } from "./list-batches.ts";
import { recipeSeeds } from "./recipe-seeds.ts";
import type { ReportSettings } from "./report-settings.ts";
import type { OutcomeFindings } from "./study-outcomes.ts";
import type { JobsSummary } from "./summarize-jobs.ts";

/** All that was found, as plain JSON. */
export function toReportData(findings: Findings): ReportData {
  const { settings, columns, parameters, labels, sensitivity, comparison } = findings;
  return {
    format_version: 1,
    library_version: LIBRARY_VERSION,
    title: findings.title,
    made: settings.made?.toISOString() ?? null,
    summary: summaryData(findings.summary),
    parameters: {
      names: columns.params,
      varying: parameters.varying,
      summaries: columns.summaries,
      described: parameters.described,
      associations: jsonRows(findings.associations),
    },
    labels: labels === null ? null : Object.fromEntries(Object.entries(labels).map(labelTable)),
    effects: findings.outcomes.map((outcome) => effectsData(outcome, settings)),
    sensitivity: sensitivity.results.map(sensitivityData),
    comparison: comparison === null ? null : comparisonData(comparison),
    alerts: jsonRows(findings.alerts),
    problems: jsonRows(findings.source.problems),
    provenance: provenanceData(findings),
    methods: findings.methods.map(({ lead, text }) => `${lead}: ${text}`),
  };
}

/** The tables have names like `sizeBands`; in JSON all names are like those of columns. */
function labelTable([name, table]: [string, ColumnTable]) {
  return [name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), jsonRows(table)] as const;
}

function summaryData(summary: JobsSummary): ReportSummaryData {
  const { jobs, previews, statuses, frames, annotations, generators, batchIds, batchNames } = summary;
  return {
    jobs,
    previews,
    statuses: Object.fromEntries(statuses),
    frames,
    annotations,
    generators,
    batch_ids: batchIds,
    batch_names: batchNames,
  };
}

function effectsData(
  { outcome, factors, study, missingCompleted, curves }: OutcomeFindings,
  { pairedBy, confidence, correction }: ReportSettings,
): ReportEffectsData {
  return {
    outcome,
    factors,
    paired_by: pairedBy,
    confidence,
    correction,
    count: study.count,
    missing: study.missing,
    missing_completed: missingCompleted,
    infinite: study.infinite,
    main: jsonRows(study.main),
    levels: jsonRows(study.levels),
    interactions: jsonRows(study.interactions),
    cells: jsonRows(study.cells),
    pairs: study.pairs === null ? null : jsonRows(study.pairs),
    curves: curves.map(({ factor, curve }) => ({ factor, points: jsonRows(curve) })),
  };
}

function sensitivityData(result: SensitivityResult): ReportSensitivityData {
  return {
    outcome: result.outcome,
    kind: result.kind,
    blocks: result.blocks,
    used_blocks: result.usedBlocks,
    rows: result.rows,
    used_rows: result.usedRows,
    dropped_blocks: result.droppedBlocks,
    missing_rows: result.missingRows,
    note: result.note,
    indices: jsonRows(result.indices),
    interactions: result.interactions === null ? null : jsonRows(result.interactions),
  };
}

function comparisonData({ kind, distributions, design, note }: ComparisonFindings): ReportComparisonData {
  return {
    kind,
    reference_rows: distributions.referenceRows,
    current_rows: distributions.currentRows,
    drifted_share: distributions.driftedShare,
    drifted: distributions.drifted,
    columns: jsonRows(distributions.columns),
    design: design === null ? null : { table: jsonRows(design.table), drift: jsonRows(design.drift) },
    note,
  };
}

function provenanceData({ settings, source }: Findings): ReportProvenanceData {
  return {
    batches: jsonRows(listBatches(source.jobs)),
    tables: Object.fromEntries(source.sizes),
    ingested_by: source.about?.libraryVersion ?? null,
    schema_version: source.about?.schemaVersion ?? null,
    partitioned_by: source.about?.partitionBy ?? [],
    recipe: jsonValue(settings.recipe),
    seeds: settings.recipe === null ? [] : recipeSeeds(settings.recipe),
  };
}
