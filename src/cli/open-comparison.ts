import { extname } from "node:path";
import { inspectFile } from "../io/inspect-file.ts";
import { readTable } from "../io/read-table.ts";
import { typeTexts } from "../io/type-texts.ts";
import type { ReportOptions } from "../report/report-options.ts";
import { InfinityFramesError } from "../util/infinity-frames-error.ts";
import { isRecord } from "../util/is-record.ts";
import { kindOfPath } from "./kind-of-path.ts";
import { openFolders } from "./open-folders.ts";

const TABLE_EXTENSIONS = [".parquet", ".arrow", ".feather", ".csv", ".tsv", ".json"];

/**
 * What a report is compared to: the dataset of a folder, or the design in a file with the recipe that the file keeps.
 *
 * @throws {InfinityFramesError} With code `NO_FILE`, when there is nothing at a path that is called like a file.
 */
export async function openComparison(
  path: string,
  signal: AbortSignal,
): Promise<Pick<ReportOptions, "compare" | "recipe">> {
  const extension = extname(path).toLowerCase();
  const kind = await kindOfPath(path);
  if (kind === null && TABLE_EXTENSIONS.includes(extension)) {
    throw new InfinityFramesError("NO_FILE", `There is no file ${path} to compare to`);
  }
  if (kind !== "file") return { compare: await openFolders([path], signal) };
  const read = await readTable(path);
  const compare = [".csv", ".tsv"].includes(extension) ? typeTexts(read) : read;
  if (![".parquet", ".arrow", ".feather"].includes(extension)) return { compare };
  const { metadata } = await inspectFile(path);
  const recipe = metadata.recipe === undefined ? null : parse(metadata.recipe);
  return isRecord(recipe) ? { compare, recipe } : { compare };
}

/** The recipe is told, not followed, so that one that cannot be read is none. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
