import { availableParallelism, totalmem } from "node:os";
import type { ParquetCompression } from "../../io/parquet-layout.ts";
import { checkOptionNames } from "../../util/check-option-names.ts";
import type { IngestOptions } from "./ingest-options.ts";
import type { TaskSettings } from "./task.ts";

const MIB = 2 ** 20;
const MOST_WORKERS = 8;
const LEAST_FLUSH = 4 * MIB;
const MOST_FLUSH = 256 * MIB;
const COMPRESSIONS: readonly ParquetCompression[] = ["snappy", "zstd", "none"];
const NAMES: readonly (keyof IngestOptions)[] = [
  "workers",
  "memory",
  "partitionBy",
  "polygons",
  "fromZips",
  "partBytes",
  "compression",
  "strict",
  "force",
  "signal",
  "onProgress",
];

/** Options of an ingest with their defaults. */
export interface IngestSettings {
  workers: number;
  partBytes: number | undefined;
  task: TaskSettings;
}

/**
 * Checks the options of an ingest and fills in what they leave out.
 *
 * @throws {TypeError} When there is no such option, or a column to partition by is named twice.
 * @throws {RangeError} When a number is out of range, or there is no such compression.
 */
export function ingestSettings(options: IngestOptions): IngestSettings {
  checkOptionNames(options, NAMES);
  const {
    workers = Math.min(MOST_WORKERS, availableParallelism()),
    memory = Math.floor(totalmem() / 4),
    partitionBy = [],
    polygons = false,
    partBytes,
    compression = "snappy",
    strict = false,
  } = options;
  checkWhole("workers", workers, 1);
  checkWhole("memory", memory, MIB);
  if (partBytes !== undefined) checkWhole("partBytes", partBytes, 1);
  if (!COMPRESSIONS.includes(compression)) {
    throw new RangeError(`compression must be one of ${COMPRESSIONS.join(", ")}, got ${String(compression)}`);
  }
  const twice = partitionBy.find((name, i) => partitionBy.indexOf(name) !== i);
  if (twice !== undefined) throw new TypeError(`Cannot partition by "${twice}" twice`);
  const share = Math.floor(memory / workers / 8);
  const flushBytes = Math.min(MOST_FLUSH, Math.max(LEAST_FLUSH, share));
  return { workers, partBytes, task: { polygons, strict, partitionBy, compression, flushBytes, memory } };
}

function checkWhole(name: string, value: number, least: number): void {
  if (Number.isSafeInteger(value) && value >= least) return;
  throw new RangeError(`${name} must be a whole number of at least ${least}, got ${String(value)}`);
}
