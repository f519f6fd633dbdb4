import { extname } from "node:path";
import { inspectFile } from "../io/inspect-file.ts";
import { readTable } from "../io/read-table.ts";
import { typeTexts } from "../io/type-texts.ts";
import type { ReportOptions } from "../report/report-options.ts";
import { isRecord } from "../util/is-record.ts";
import { kindOfPath } from "./kind-of-path.ts";
import { openFolders } from "./open-folders.ts";

/** What a report is compared to: the dataset of a folder, or the design in a file with the recipe that the file keeps. */
export async function openComparison(
  path: string,
  signal: AbortSignal,
): Promise<Pick<ReportOptions, "compare" | "recipe">> {
  if ((await kindOfPath(path)) !== "file") return { compare: await openFolders([path], signal) };
  const extension = extname(path).toLowerCase();
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
