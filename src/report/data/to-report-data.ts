import { LIBRARY_VERSION } from "../../util/library-version.ts";
import type { ReportData } from "../report-data.ts";
import type { Findings } from "./findings.ts";
import { jsonRows, jsonValue } from "./json-rows.ts";
import { listBatches } from "./list-batches.ts";
import { recipeSeeds } from "./recipe-seeds.ts";

/** All that was found, as plain JSON. */
export function toReportData(findings: Findings): ReportData {
  const { settings, source, summary } = findings;
  return {
    format_version: 1,
    library_version: LIBRARY_VERSION,
    title: findings.title,
    made: settings.made?.toISOString() ?? null,
    summary: {
      jobs: summary.jobs,
      previews: summary.previews,
      statuses: Object.fromEntries(summary.statuses),
      frames: summary.frames,
      annotations: summary.annotations,
      generators: summary.generators,
      batch_ids: summary.batchIds,
      batch_names: summary.batchNames,
    },
    problems: jsonRows(source.problems),
    provenance: {
      batches: jsonRows(listBatches(source.jobs)),
      tables: Object.fromEntries(source.sizes),
      ingested_by: source.about?.libraryVersion ?? null,
      schema_version: source.about?.schemaVersion ?? null,
      partitioned_by: source.about?.partitionBy ?? [],
      recipe: jsonValue(settings.recipe),
      seeds: settings.recipe === null ? [] : recipeSeeds(settings.recipe),
    },
    methods: findings.methods.map(({ lead, text }) => `${lead}: ${text}`),
  };
}
