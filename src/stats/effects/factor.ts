import type { ColumnTable } from "arquero";
import { findColumnType } from "../../tables/column-type-of.ts";
import { columnKind } from "../columns/column-kind.ts";
import { findColumn } from "../columns/find-column.ts";
import { levelsOf } from "../columns/levels-of.ts";
import { toNumbers } from "../columns/numbers-of.ts";
import { numberText } from "../describe/number-text.ts";
import { rangeTexts } from "./range-texts.ts";
import { rankBins } from "./rank-bins.ts";

/** A level of a factor: a value, or a bin of numbers. */
export interface FactorLevel {
  text: string;
  /** The number, or the mean of the numbers in the bin; null for texts and truth values. */
  x: number | null;
  /** The least and the largest number of the level. */
  min: number | null;
  max: number | null;
}

/** A column as the factor of a study. */
export interface Factor {
  name: string;
  /** Whether levels are numbers or moments, so that there is a trend. */
  ordered: boolean;
  /** Whether its numbers were put in bins. */
  binned: boolean;
  levels: readonly FactorLevel[];
  /** For each row its level; -1 where it is missing, infinite or not among the rows studied. */
  codes: Int32Array;
  /** For each row its number; null where the factor is not ordered. */
  numbers: Float64Array | null;
}

/** The most different numbers that are levels of their own. */
const MOST_LEVELS = 10;

/** How {@link readFactor} reads a column. */
export interface ReadFactorOptions {
  /** For each row 1 where it is studied: only these make levels and bins. */
  studied: ArrayLike<number>;
  /** The number of bins for more different numbers than this, and than 10. */
  bins: number;
}

/**
 * Reads a column as a factor.
 *
 * @throws {RangeError} When the table has no such column.
 * @throws {TypeError} When the column has lists or structures.
 */
export function readFactor(table: ColumnTable, name: string, { studied, bins }: ReadFactorOptions): Factor {
  const { codes: found, values } = levelsOf(table, name, "factor");
  const column = findColumn(table, name, "factor");
  const kind = columnKind(findColumnType(column));
  const ordered = kind === "numeric" || kind === "time";
  const usable = values.map((value) => !ordered || Number.isFinite(Number(value)));
  const codes = found.map((code, row) => (code >= 0 && usable[code] && studied[row] ? code : -1));
  if (!ordered) {
    const texts = values.map(
      (value): FactorLevel => ({ text: String(value), x: null, min: null, max: null }),
    );
    return { name, ordered, binned: false, numbers: null, ...compact(codes, texts) };
  }
  const numbers = toNumbers(column);
  const single = values.map((value): FactorLevel => {
    const x = Number(value);
    return { text: numberText(x, kind), x, min: x, max: x };
  });
  const own = compact(codes, single);
  if (own.levels.length <= Math.max(MOST_LEVELS, bins))
    return { name, ordered, binned: false, numbers, ...own };
  const binOf = rankBins(own.codes, { levels: own.levels.length, bins });
  const binCodes = own.codes.map((code) => (code < 0 ? -1 : (binOf[code] as number)));
  const levels = binLevels(numbers, { codes: binCodes, kind });
  return { name, ordered, binned: true, numbers, codes: binCodes, levels };
}

/** The levels that rows have, and codes for them. */
function compact(
  codes: Int32Array,
  levels: readonly FactorLevel[],
): { codes: Int32Array; levels: FactorLevel[] } {
  const used = new Uint8Array(levels.length);
  for (const code of codes) if (code >= 0) used[code] = 1;
  let next = 0;
  const places = Int32Array.from(used, (isUsed) => (isUsed ? next++ : -1));
  return {
    codes: codes.map((code) => (code < 0 ? -1 : (places[code] as number))),
    levels: levels.filter((_, level) => used[level]),
  };
}

function binLevels(
  numbers: Float64Array,
  { codes, kind }: { codes: Int32Array; kind: Parameters<typeof numberText>[1] },
): FactorLevel[] {
  const ranges: { sum: number; count: number; min: number; max: number }[] = [];
  codes.forEach((code, row) => {
    if (code < 0) return;
    const x = numbers[row] as number;
    ranges[code] ??= { sum: 0, count: 0, min: x, max: x };
    const range = ranges[code];
    range.sum += x;
    range.count++;
    range.min = Math.min(range.min, x);
    range.max = Math.max(range.max, x);
  });
  const texts = rangeTexts(ranges, kind);
  return ranges.map(({ sum, count, min, max }, i) => ({ text: texts[i] ?? "", x: sum / count, min, max }));
}
