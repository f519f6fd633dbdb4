import { didYouMean } from "../../util/did-you-mean.ts";
import type { TableName } from "../table-names.ts";
import type { Manifest, ManifestTable } from "./manifest.ts";

/** What an ingest noted of the whole of its tables. */
export interface IngestedAbout {
  /** The version of this library that wrote them. */
  libraryVersion: string;
  /** The version of the layout of tables. */
  schemaVersion: string;
  generators: readonly string[];
  batchIds: readonly string[];
  /** The columns of `jobs` by which the files are laid out. */
  partitionBy: readonly string[];
}

/** What a manifest tells of the whole. */
export function aboutOf(manifest: Manifest): IngestedAbout {
  return {
    libraryVersion: manifest.library_version,
    schemaVersion: manifest.schema_version,
    generators: manifest.generators,
    batchIds: manifest.batch_ids,
    partitionBy: manifest.partition_by.map(({ column }) => column),
  };
}

/**
 * A table by name.
 *
 * @throws {RangeError} When there is no table of that name.
 */
export function findTable(tables: ReadonlyMap<TableName, ManifestTable>, name: TableName): ManifestTable {
  const table = tables.get(name);
  if (table !== undefined) return table;
  const why = name === "polygons" ? ": ingest with { polygons: true } to have it" : "";
  throw new RangeError(
    `Cannot give table "${name}": there is none, expected one of ${[...tables.keys()].join(", ")}${why}`,
  );
}

/**
 * The names of the columns of a table that are wanted.
 *
 * @param wanted All, where it is undefined.
 * @throws {RangeError} When the table has no such column.
 */
export function chosenColumns(
  { name, columns }: ManifestTable,
  wanted: readonly string[] | undefined,
): readonly string[] {
  const known = columns.map(([column]) => column);
  const missing = wanted?.find((column) => !known.includes(column));
  if (missing === undefined) return wanted ?? known;
  const hint = didYouMean(missing, known) || `, expected one of ${known.join(", ")}`;
  throw new RangeError(`Cannot read column "${missing}": table "${name}" has no such column${hint}`);
}
