import type { LabelFile } from "./label-file.ts";
import { LabelFileError, type LabelFileKind } from "./label-file-error.ts";
import { parseLabelJson } from "./parse-json.ts";

/**
 * Parses the text of one of a job's JSON files.
 *
 * @throws {LabelFileError} When the text is not JSON.
 */
export function parseLabelText(text: string, { jobId, file }: LabelFile, kind: LabelFileKind): unknown {
  try {
    return parseLabelJson(text);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    const position = /position (\d+)/.exec(message)?.[1];
    const read = position === undefined ? (/\bend\b/.test(message) ? text : null) : text.slice(0, +position);
    const path = read === null ? "$" : `line ${read.split("\n").length}`;
    throw new LabelFileError({ kind, jobId, file, path, reason: `not JSON: ${message}` }, { cause });
  }
}
