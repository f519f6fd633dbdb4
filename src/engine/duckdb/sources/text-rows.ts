import type { TextSource } from "../../engine-source.ts";
import { blobRows } from "./blob-rows.ts";

/** The query of a source of texts. */
export function textRows({ files }: TextSource): string {
  return `SELECT file, TRY(decode(content)) AS content FROM (${blobRows(files)})`;
}
