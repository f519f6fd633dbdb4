import { fileURLToPath } from "node:url";
import type { Engine } from "../../engine/engine.ts";
import { isAddress } from "../engine-folder.ts";
import { checkOut } from "../ingest/check-out.ts";
import { ingestInto } from "../ingest/ingest-into.ts";
import { ingestPaths } from "../ingest/ingest-paths.ts";
import type { IngestReport } from "../ingest/ingest-report.ts";
import { listFolderSources } from "../ingest/list-folder-sources.ts";
import { whileLocked } from "../ingest/while-locked.ts";
import { ingestAtAddress } from "./addresses/ingest-at-address.ts";
import type { EngineIngestOptions } from "./engine-ingest-options.ts";
import { engineIngestSettings } from "./engine-ingest-settings.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { readOnEngine } from "./read-on-engine.ts";

/** Options of {@link ingestOnEngine}, and where the tables go. */
export interface EngineIngestTarget extends EngineIngestOptions {
  /** The folder; made if missing. */
  out: string;
}

/**
 * As {@link ingest}, with an engine that reads the label files and writes the tables: the same jobs give the same tables,
 * in the same layout, and either ingest goes on from what the other has written. This process and the engine must reach
 * the folders by the same paths.
 *
 * Folders that only a cluster of Spark reaches are given as addresses, such as `s3a://bucket/folder`, `out` too. Each run
 * then writes its rows to `<table>/run=<number>-<hash>/`, beside those of earlier ones, and the run that is listed last in
 * `.infinity/ingest/commits` says which files are the tables: {@link openEngineDataset} opens these, and other folders
 * of runs mean nothing. Where a job has changed or is gone, all jobs are read anew. Nothing keeps two ingests from
 * writing to one address at once, and files without bytes are not seen. A copy of the labels, as the engine has read
 * them, stays in `.infinity/ingest/tmp` for later runs; it may be removed while no ingest runs.
 *
 * A sample of the files shows what fields there are. The engine then reads the files in batches, once, and a batch that
 * it has read is not read again when an ingest that was stopped is taken up. What SQL cannot read as the JavaScript
 * readers do (files that are broken or odd, or with fields that the sample had not) is never guessed at: such jobs are
 * read on this machine, as by {@link ingest}. A cluster writes one file of each table for every 128 MiB of labels, and
 * for each partition in them.
 *
 * @param engine What {@link openEngine} opens. Tables of its session called `staged`, `sources` and the like are replaced;
 * a second ingest on it waits until the first has ended.
 * @param folder The folder of a downloaded batch or a published dataset, or several.
 * @throws {DatasetFolderError} When a folder is missing or holds no jobs, or two jobs share an id.
 * @throws {BatchMetadataError} When a folder's `.infinity/batch.json` cannot be understood.
 * @throws {IngestFolderError} When `out` holds other things, and `force` is not given.
 * @throws {FolderLockedError} When another ingest into `out` is running.
 * @throws {QueryError} When the engine fails, such as for want of memory, or because it does not reach the files.
 * @throws {EngineConnectionError} When the engine is lost.
 * @throws {LabelFileError | JobFilesError} With `strict`, when a job cannot be read.
 * @throws {TypeError | RangeError} When an option is none, or its value is out of range.
 * @throws The signal's reason, when it aborts.
 * @example
 * ```ts
 * const engine = await openEngine("duckdb:"); // or "sc://host:15002/;token=…" for a cluster
 * const report = await ingestOnEngine(engine, "results", { out: "parquet", partitionBy: ["scene"] });
 * report.tables.find(({ table }) => table === "annotations")?.rows; // 48
 * await engine.close();
 * const dataset = await openParquetDataset("parquet");
 * dataset.jobIds.length; // 12
 * ```
 */
export async function ingestOnEngine(
  engine: Engine,
  folder: string | readonly string[],
  { out, ...options }: EngineIngestTarget,
): Promise<IngestReport> {
  const settings = engineIngestSettings(options);
  const { force = false, signal, onProgress } = options;
  if (typeof out !== "string")
    throw new TypeError("Cannot ingest without { out }, the folder for the tables");
  const folders = typeof folder === "string" ? [folder] : folder;
  if (folders.length === 0) throw new TypeError("Cannot ingest no folders: expected at least one");
  signal?.throwIfAborted();
  const places = [...folders, out].map((place) => (engine.name === "duckdb" ? localPath(place) : place));
  const target = places.pop() ?? out;
  if (isAddress(target)) {
    if (engine.name !== "spark")
      throw new TypeError(`Cannot ingest into "${out}": only Spark reaches addresses`);
    const stop = signal ?? new AbortController().signal;
    return oneAtATime(engine, signal, () =>
      ingestAtAddress(engine, places, { out: target, settings, force, signal: stop, onProgress }),
    );
  }
  const odd = places.find(isAddress);
  if (odd !== undefined) {
    throw new TypeError(
      `Cannot ingest "${odd}" into a path: give { out } as an address, such as file:///folder`,
    );
  }
  const paths = ingestPaths(target);
  return oneAtATime(engine, signal, async () => {
    await checkOut(paths, { sources: places, force });
    const sources = await listFolderSources(places, { signal });
    return whileLocked(paths, signal, (stop) =>
      ingestInto(paths, sources, {
        ...settings,
        options: { force },
        signal: stop,
        reader: (pending, reading) => readOnEngine(pending, reading, { engine, settings, onProgress }),
      }),
    );
  });
}

/** The path of an address of this machine. */
function localPath(place: string): string {
  return place.startsWith("file:") ? fileURLToPath(place) : place;
}
