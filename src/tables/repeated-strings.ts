import { DictColumn } from "./dict-column.ts";
import { makeCodes } from "./make-codes.ts";

/** A column of strings, some of which may be missing, that keeps each different one once. */
export function repeatedStrings(strings: readonly (string | null)[]): DictColumn {
  const places = new Map<string | null, number>();
  for (const text of strings) if (!places.has(text)) places.set(text, places.size);
  const codes = makeCodes(strings.length, places.size);
  for (let row = 0; row < codes.length; row++)
    codes[row] = places.get(strings[row] as string | null) as number;
  return new DictColumn(codes, [...places.keys()]);
}
