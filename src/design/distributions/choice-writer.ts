import type { ColumnLike } from "../../tables/column-type-of.ts";
import { DictColumn } from "../../tables/dict-column.ts";
import { type Codes, makeCodes } from "../../tables/make-codes.ts";
import { designColumn } from "../design-column.ts";
import type { ColumnWriter } from "./distribution.ts";

function pickNumbers<T extends Float64Array | Int32Array>(
  into: T,
  values: readonly unknown[],
  codes: Codes,
): T {
  for (let row = 0; row < into.length; row++) into[row] = values[codes[row] as number] as number;
  return into;
}

/** The chosen values as a column whose type depends on what there is to choose from, not on what was chosen. */
function chosenColumn(values: readonly unknown[], codes: Codes): ColumnLike {
  if (values.every((value) => typeof value === "string") && new Set(values).size === values.length) {
    return new DictColumn(codes, values as string[]);
  }
  if (values.every((value) => typeof value === "number")) {
    const isWhole = values.every((value) => ((value as number) | 0) === value);
    return pickNumbers(
      isWhole ? new Int32Array(codes.length) : new Float64Array(codes.length),
      values,
      codes,
    );
  }
  return designColumn(Array.from(codes, (code) => values[code]));
}

/** Writes a column of chosen values. */
export function choiceWriter(
  n: number,
  values: readonly unknown[],
  placeOf: (u: number) => number,
): ColumnWriter {
  const codes = makeCodes(n, values.length);
  return {
    write: (points, first) => {
      for (let i = 0; i < points.length; i++) codes[first + i] = placeOf(points[i] as number);
    },
    finish: () => chosenColumn(values, codes),
  };
}
