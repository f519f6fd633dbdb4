import { checkOptionNames } from "../../util/check-option-names.ts";
import { type IngestSettings, ingestSettings } from "../ingest/ingest-settings.ts";
import type { EngineIngestOptions } from "./engine-ingest-options.ts";

const NAMES: readonly (keyof EngineIngestOptions)[] = [
  "partitionBy",
  "polygons",
  "sample",
  "batchFiles",
  "strict",
  "force",
  "signal",
  "onProgress",
];

/** Options of an ingest on an engine with their defaults. */
export interface EngineIngestSettings extends IngestSettings {
  sample: number;
  batchFiles: number;
}

/**
 * Checks the options of an ingest on an engine and fills in what they leave out.
 *
 * @throws {TypeError} When there is no such option, or a column to partition by is named twice.
 * @throws {RangeError} When a number is out of range.
 */
export function engineIngestSettings(options: EngineIngestOptions): EngineIngestSettings {
  checkOptionNames(options, NAMES);
  const { partitionBy = [], polygons = false, strict = false, sample = 200, batchFiles = 10_000 } = options;
  for (const [name, value] of Object.entries({ sample, batchFiles })) {
    if (Number.isSafeInteger(value) && value >= 1) continue;
    throw new RangeError(`${name} must be a whole number of at least 1, got ${String(value)}`);
  }
  return { ...ingestSettings({ partitionBy, polygons, strict }), sample, batchFiles };
}
