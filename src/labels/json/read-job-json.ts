import { isRecord } from "../../util/is-record.ts";
import { describeValue } from "../describe-value.ts";
import type { Row } from "../file-rows.ts";
import { type LabelFile, LabelFileError } from "../label-file-error.ts";
import { parseLabelText } from "./parse-label-text.ts";

/** What a `job.json` or `*_params.json` says. */
export interface JobJson {
  /** The generator, where the file names it. */
  name: string | null;
  /** The parameters as they stand in the file: numbers may be strings. */
  params: Readonly<Row>;
}

/**
 * Reads a `job.json` or `*_params.json`.
 *
 * @throws {LabelFileError} When it is not JSON, or not an object with an object `params` and, if any, a text `name`.
 */
export function readJobJson(text: string, file: LabelFile): JobJson {
  const value = parseLabelText(text, file, "parameters");
  if (!isRecord(value)) throw wrong(file, "$", `the file must hold an object, got ${describeValue(value)}`);
  const { name = null, params } = value;
  if (!isRecord(params)) {
    throw wrong(file, "$.params", `"params" must be an object, got ${describeValue(params)}`);
  }
  if (name !== null && typeof name !== "string") {
    throw wrong(file, "$.name", `"name" must be a string, got ${describeValue(name)}`);
  }
  return { name, params };
}

function wrong({ jobId, file }: LabelFile, path: string, reason: string): LabelFileError {
  return new LabelFileError({ kind: "parameters", jobId, file, path, reason });
}
