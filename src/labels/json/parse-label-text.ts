import { type LabelFile, LabelFileError, type LabelFileKind } from "../label-file-error.ts";
import { JsonFault, parseLabelJson } from "./parse-label-json.ts";

/**
 * Parses the text of one of a job's JSON files.
 *
 * @throws {LabelFileError} When the text is not JSON.
 */
export function parseLabelText(text: string, { jobId, file }: LabelFile, kind: LabelFileKind): unknown {
  try {
    return parseLabelJson(text);
  } catch (cause) {
    if (!(cause instanceof JsonFault)) throw cause;
    const reason = `not JSON: ${cause.message}`;
    throw new LabelFileError({ kind, jobId, file, path: `line ${cause.line}`, reason }, { cause });
  }
}
