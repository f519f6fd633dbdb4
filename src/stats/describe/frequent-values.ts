import type { ColumnKind } from "../columns/column-kind.ts";
import type { CellCounts } from "./counts/cell-counts.ts";
import { compareTexts } from "./counts/compare-texts.ts";
import type { NumberCounts } from "./counts/number-counts.ts";
import { topPlaces } from "./counts/top-places.ts";
import { numberText } from "./number-text.ts";

/** A value as text, and how often it comes. */
export interface FrequentValue {
  readonly text: string;
  readonly count: number;
}

/** The most frequent of counted numbers, in order; of equally frequent ones the smaller first. */
export function frequentNumbers(
  { values, counts, positive, negative }: NumberCounts,
  kind: ColumnKind,
  number: number,
): FrequentValue[] {
  const places = counts === null ? firstPlaces(Math.min(number, values.length)) : topPlaces(counts, number);
  const finite = places.map((place) => ({
    value: values[place] as number,
    count: counts === null ? 1 : (counts[place] as number),
  }));
  const infinite = [
    { value: Number.NEGATIVE_INFINITY, count: negative },
    { value: Number.POSITIVE_INFINITY, count: positive },
  ].filter(({ count }) => count > 0);
  return [...finite, ...infinite]
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, number)
    .map(({ value, count }) => ({ text: numberText(value, kind), count }));
}

function firstPlaces(number: number): number[] {
  return Array.from({ length: number }, (_, place) => place);
}

/** The most frequent of counted texts, in order; of equally frequent ones the smaller first, by code point. */
export function frequentTexts({ values, counts }: CellCounts<string>, number: number): FrequentValue[] {
  const compare = (a: number, b: number): number => compareTexts(values[a] as string, values[b] as string);
  return topPlaces(counts, number, compare).map((place) => ({
    text: values[place] as string,
    count: counts[place] as number,
  }));
}

/** The most frequent of counted integers, in order; of equally frequent ones the smaller first. */
export function frequentBigints({ values, counts }: CellCounts<bigint>, number: number): FrequentValue[] {
  const compare = (a: number, b: number): number => ((values[a] as bigint) < (values[b] as bigint) ? -1 : 1);
  return topPlaces(counts, number, compare).map((place) => ({
    text: String(values[place]),
    count: counts[place] as number,
  }));
}
