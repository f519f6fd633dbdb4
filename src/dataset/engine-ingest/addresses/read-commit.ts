import type { Engine, StatementOptions } from "../../../engine/engine.ts";
import { literalPath } from "../../../engine/spark/sources/spark-path.ts";
import { isMissingFile } from "../../engine-dataset-errors.ts";
import { fileBelow } from "../../engine-folder.ts";
import { type Manifest, parseManifest } from "../../ingest/manifest.ts";

const COMMITS = ".infinity/ingest/commits";

/** What an ingest has written to an address. */
export interface AddressCommit {
  /** Its number; the highest one counts. */
  number: number;
  manifest: Manifest;
  /** The folder of what is known of its jobs. */
  records: string;
}

/** A commit whose manifest may be one that is not understood. */
export interface FoundCommit extends Omit<AddressCommit, "manifest"> {
  /** The text of the manifest. */
  text: string;
}

/** Reads the newest list of tables that an ingest has written to an address; null where there is none. */
export async function readCommit(
  engine: Engine,
  folder: string,
  options: StatementOptions,
): Promise<AddressCommit | null> {
  const found = await findCommit(engine, folder, options);
  return found && parseCommit(found, folder);
}

/** Finds the newest commit at an address, as it is written; null where there is none. */
export async function findCommit(
  engine: Engine,
  folder: string,
  options: StatementOptions,
): Promise<FoundCommit | null> {
  const commits = `parquet.\`${literalPath(fileBelow(folder, COMMITS)).replaceAll("`", "``")}\``;
  const newest = `SELECT max(number) FROM ${commits}`;
  const query = `SELECT number, text FROM ${commits} WHERE number = (${newest}) ORDER BY piece`;
  try {
    const rows = (await engine.query(query, undefined, options).toTable()).objects();
    const pieces = rows.map((row) => row as { number: number; text: string });
    if (pieces.length === 0) return null;
    const text = pieces.map((piece) => piece.text).join("");
    const end = text.indexOf("\n");
    return { number: Number(pieces[0]?.number), records: text.slice(0, end), text: text.slice(end + 1) };
  } catch (error) {
    if (isMissingFile(error)) return null;
    throw error;
  }
}

/**
 * Reads the manifest of a commit.
 *
 * @throws {IngestFolderError} When it cannot be understood, as when another version has written it.
 */
export function parseCommit({ text, ...commit }: FoundCommit, folder: string): AddressCommit {
  return { ...commit, manifest: parseManifest(text, { path: fileBelow(folder, COMMITS), folder }) };
}
