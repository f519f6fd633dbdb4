import { isRecord } from "../../util/is-record.ts";
import { describeValue } from "../describe-value.ts";
import type { Row } from "../file-rows.ts";
import { type LabelFile, LabelFileError } from "../label-file-error.ts";

/** A label file whose parts are of the right kind; what is in them is not checked. */
export interface CocoDocument {
  info: Readonly<Row>;
  categories: readonly Readonly<Row>[];
  images: readonly Readonly<Row>[];
  annotations: readonly Readonly<Row>[];
}

/**
 * Checks the frame of a parsed label file.
 *
 * @throws {LabelFileError} When it is not an object, `info` is given and not an object, or `categories`, `images`
 *   or `annotations` is not an array of objects.
 */
export function checkCocoDocument(value: unknown, file: LabelFile): CocoDocument {
  if (!isRecord(value)) throw wrong(file, "$", `the file must hold an object, got ${describeValue(value)}`);
  const info = value.info ?? {};
  if (!isRecord(info)) {
    throw wrong(file, "$.info", `"info" must be an object, got ${describeValue(value.info)}`);
  }
  return {
    info,
    categories: objectsOf(value, "categories", file),
    images: objectsOf(value, "images", file),
    annotations: objectsOf(value, "annotations", file),
  };
}

function objectsOf(document: Row, name: string, file: LabelFile): readonly Row[] {
  const list = document[name];
  if (!Array.isArray(list)) {
    throw wrong(file, `$.${name}`, `"${name}" must be an array, got ${describeValue(list)}`);
  }
  for (let index = 0; index < list.length; index++) {
    if (isRecord(list[index])) continue;
    const path = `$.${name}[${index}]`;
    throw wrong(file, path, `an entry of "${name}" must be an object, got ${describeValue(list[index])}`);
  }
  return list;
}

function wrong({ jobId, file }: LabelFile, path: string, reason: string): LabelFileError {
  return new LabelFileError({ kind: "labels", jobId, file, path, reason });
}
