import { DictColumn } from "../../tables/dict-column.ts";
import { makeCodes } from "../../tables/make-codes.ts";
import { TypedColumn } from "../../tables/typed-column.ts";
import type { CollectedColumn } from "./column-collector.ts";

/** A column of texts: a dictionary where they are few. */
export function textColumn(values: readonly (string | null)[]): CollectedColumn {
  const places = new Map<string | null, number>();
  const codes = new Uint32Array(values.length);
  for (let row = 0; row < codes.length; row++) {
    const value = values[row] as string | null;
    let place = places.get(value);
    if (place === undefined) {
      place = places.size;
      places.set(value, place);
      if (!isFew(places.size, values.length))
        return { type: "string", column: new TypedColumn("string", values) };
    }
    codes[row] = place;
  }
  return dictColumn(codes, [...places.keys()]);
}

/** Whether texts are few enough, among the rows of a column, to make a dictionary. */
export function isFew(numTexts: number, length: number): boolean {
  return numTexts < 2 ** 16 && numTexts <= length / 2;
}

/** A dictionary column whose codes take as little memory as its values allow. */
export function dictColumn(codes: Uint32Array, values: readonly (string | null)[]): CollectedColumn {
  const small = makeCodes(codes.length, values.length);
  small.set(codes);
  return { type: "string", column: new DictColumn(small, values) };
}
