import type { Codes } from "../../tables/make-codes.ts";
import { makeCodes } from "../../tables/make-codes.ts";
import type { FlatCodes, FlatStrings } from "./flat-column.ts";
import type { SliceCollector } from "./slice-collector.ts";

/** Codes are kept as long as there are no more different texts than this. */
const MOST_VALUES = 2 ** 16;

/** Codes are worth it where a text comes so many times on average. */
const REPEATS = 8;

/** Collects `n` strings: as codes where they are few. */
export function collectTexts(n: number): SliceCollector<FlatStrings | FlatCodes> {
  const places = new Map<string | null, number>([[null, 0]]);
  const codes = new Uint32Array(n);
  let texts: (string | null)[] | null = null;
  return {
    add(values, start) {
      for (let i = 0; i < values.length; i++) {
        const value = (values[i] ?? null) as string | null;
        if (texts !== null) {
          texts[start + i] = value;
          continue;
        }
        let code = places.get(value);
        if (code === undefined) {
          code = places.size;
          places.set(value, code);
        }
        codes[start + i] = code;
        if (places.size > MOST_VALUES) texts = textsOf(codes, [...places.keys()]);
      }
    },
    finish() {
      const values = [...places.keys()];
      if (texts !== null || values.length * REPEATS > n)
        return { kind: "strings", values: texts ?? textsOf(codes, values) };
      return withoutUnused({ codes, values });
    },
  };
}

function textsOf(codes: Uint32Array, values: readonly (string | null)[]): (string | null)[] {
  return Array.from(codes, (code) => values[code] ?? null);
}

/** The missing value has code 0 until it is known whether there is one. */
function withoutUnused({ codes, values }: { codes: Codes; values: (string | null)[] }): FlatCodes {
  const first = codes.includes(0) ? 0 : 1;
  const smaller = makeCodes(codes.length, values.length - first);
  for (let row = 0; row < codes.length; row++) smaller[row] = (codes[row] as number) - first;
  return { kind: "codes", codes: smaller, values: values.slice(first) };
}
