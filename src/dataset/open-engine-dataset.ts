import { randomUUID } from "node:crypto";
import type { Engine, StatementOptions } from "../engine/engine.ts";
import type { EngineSource, EngineTables } from "../engine/engine-source.ts";
import { makeColumn } from "../tables/make-column.ts";
import { makeTable } from "../tables/make-table.ts";
import { checkOptionNames } from "../util/check-option-names.ts";
import { quoteName } from "../util/quote-name.ts";
import { EngineDataset } from "./engine-dataset.ts";
import { isMissingFile, lostFileError } from "./engine-dataset-errors.ts";
import { fileBelow, isAddress } from "./engine-folder.ts";
import { readCommit } from "./engine-ingest/addresses/read-commit.ts";
import { IngestFolderError } from "./ingest/ingest-folder-error.ts";
import { type Manifest, type ManifestTable, parseManifest } from "./ingest/manifest.ts";
import { readPathManifest } from "./ingest/open-parquet-dataset.ts";
import type { TableName } from "./table-names.ts";

/** Options of {@link openEngineDataset}. */
export interface OpenEngineDatasetOptions extends Pick<StatementOptions, "signal"> {}

/**
 * Opens the tables that an ingest has written into a folder, here or on a cluster, so that queries run on an engine.
 * Nothing but their list is read. Several datasets may be open on one engine: each has its own tables.
 *
 * @param folder A path, which the engine, too, must reach, or an address such as `s3a://bucket/folder`.
 * @throws {IngestFolderError} When there are none, a later version has written them, or a file of theirs is gone.
 * @throws {EngineConnectionError} When the engine cannot be reached any more.
 * @throws The signal's reason, when it aborts.
 * @example
 * ```ts
 * await ingest("results", "parquet");
 * const engine = await openEngine("duckdb:");
 * const dataset = await openEngineDataset(engine, "parquet");
 * const jobs = await dataset.table("jobs", { columns: ["scene", "num_frames"] });
 * jobs.object(); // { scene: "GYM_1", num_frames: 4 }
 * await engine.close();
 * ```
 */
export async function openEngineDataset(
  engine: Engine,
  folder: string,
  options: OpenEngineDatasetOptions = {},
): Promise<EngineDataset> {
  checkOptionNames(options, ["signal"]);
  const manifest = isAddress(folder)
    ? await fetchManifest(engine, folder, options)
    : await readPathManifest(folder);
  const own = randomUUID().slice(0, 8);
  const known = (name: TableName): string => `infinity_${own}_${name}`;
  const tables: EngineTables = Object.fromEntries(
    manifest.tables.map((table) => [known(table.name), sourceOf(table, folder)]),
  );
  try {
    await engine.registerDataset(tables, options);
  } catch (error) {
    const files = manifest.tables.flatMap(({ parts }) => parts.map(({ file }) => file));
    throw await lostFileError(error, { folder, files });
  }
  return new EngineDataset(engine, folder, { manifest, known });
}

function sourceOf({ columns, parts }: ManifestTable, folder: string): EngineSource {
  if (parts.length === 0) return makeTable(columns.map(([name, type]) => [name, makeColumn(type, [])]));
  return { format: "parquet", files: parts.map(({ file }) => fileBelow(folder, file)), columns };
}

/** Reads a manifest through an engine. */
async function fetchManifest(
  engine: Engine,
  folder: string,
  options: OpenEngineDatasetOptions,
): Promise<Manifest> {
  const path = fileBelow(folder, ".infinity/ingest/manifest.json");
  const name = `infinity_manifest_${randomUUID().slice(0, 8)}`;
  try {
    await engine.registerDataset({ [name]: { format: "text", files: [path] } }, options);
    const query = `SELECT content FROM ${quoteName(name)}`;
    const rows = await engine.query(query, undefined, options).toTable();
    return parseManifest(String(rows.get("content", 0)), { path, folder });
  } catch (error) {
    if (!isMissingFile(error)) throw error;
    const commit = engine.name === "spark" ? await readCommit(engine, folder, options) : null;
    if (commit !== null) return commit.manifest;
    throw new IngestFolderError(folder, "no ingest has written any into it", { cause: error });
  } finally {
    await engine.exec(`DROP VIEW IF EXISTS ${quoteName(name)}`).catch(() => {});
  }
}
