import { DictColumn } from "../../tables/dict-column.ts";
import { makeCodes } from "../../tables/make-codes.ts";

/** The rows of coded columns below each other, coded by the values of all. */
export function joinDictColumns(columns: readonly DictColumn[]): DictColumn {
  const values = [...new Set(columns.flatMap((column) => column.values))];
  const places = new Map(values.map((value, place) => [value, place]));
  const length = columns.reduce((sum, column) => sum + column.length, 0);
  const joined = makeCodes(length, values.length);
  let offset = 0;
  for (const { codes, values } of columns) {
    const code = values.map((value) => places.get(value) as number);
    for (let row = 0; row < codes.length; row++) joined[offset + row] = code[codes[row] as number] as number;
    offset += codes.length;
  }
  return new DictColumn(joined, values);
}
