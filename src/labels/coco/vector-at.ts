import type { FileRows, Row } from "../file-rows.ts";
import { numbersIn } from "./numbers-in.ts";

/** Options of {@link vectorAt}. */
export interface VectorAtOptions {
  rows: FileRows;
  /** Where the object is in the file. */
  path: string;
  /** How many numbers the vector has. */
  length: number;
}

/** The numbers of a vector field, or none where it is missing, null or empty; notes a value of another kind. */
export function vectorAt(
  object: Readonly<Row>,
  field: string,
  { rows, path, length }: VectorAtOptions,
): readonly number[] {
  const value = object[field];
  if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) return [];
  const vector = numbersIn(value, length);
  if (vector === null) rows.reportWrongType(`${path}.${field}`, `a list of ${length} numbers`, value);
  return vector ?? [];
}
