import { Column, dictionary, uint8, uint16, uint32, utf8 } from "@uwdata/flechette";
import type { FlatCodes, FlatColumn } from "../columns/flat-column.ts";
import type { DictionaryBatch } from "./dictionary-batch.ts";
import { makeBatch, toBatch } from "./to-batch.ts";

const INDICES = { 1: uint8, 2: uint16, 4: uint32 } as const;

/** A flat column as a column of Arrow data: a dictionary where it has codes. */
export function toArrowColumn(column: FlatColumn): Column<unknown> {
  return column.kind === "codes" ? dictionaryColumn(column) : new Column([toBatch(column)]);
}

/** Readers know missing values by their validity; few know dictionaries with such a value in them. */
function dictionaryColumn(column: FlatCodes): Column<unknown> {
  const missing = column.values.indexOf(null);
  const values = column.values.filter((value) => value !== null);
  // One type for both: flechette finds a column's dictionary by it.
  const text = utf8();
  const type = dictionary(text, INDICES[column.codes.BYTES_PER_ELEMENT as 1 | 2 | 4]());
  const valid = missing < 0 ? null : Uint8Array.from(column.codes, (code) => (code === missing ? 0 : 1));
  const codes = missing < 0 ? column.codes : column.codes.map((code) => shifted(code, missing));
  const batch = makeBatch(type, column, { valid, parts: { values: codes } }) as DictionaryBatch;
  return new Column([batch.setDictionary(new Column([toBatch({ kind: "strings", values }, text)]))]);
}

function shifted(code: number, missing: number): number {
  if (code === missing) return 0;
  return code > missing ? code - 1 : code;
}
