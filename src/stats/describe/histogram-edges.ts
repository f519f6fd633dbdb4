import { checkOptionNames } from "../../util/check-option-names.ts";
import { countsWithin } from "./counts/counts-within.ts";
import { finiteValues } from "./counts/finite-values.ts";
import { countNumbers, type FiniteCounts } from "./counts/number-counts.ts";
import { quantilesOf } from "./quantiles.ts";

/** A number of bins of equal width, or the edges of bins, ascending. */
export type Bins = number | readonly number[];

/** Options of {@link histogramEdges}. */
export interface HistogramEdgesOptions {
  /**
   * The number of bins, or their edges, which are given back.
   * @default the larger of Sturges' and Freedman and Diaconis' numbers, at most 50; whole numbers of a range of at most
   * 50 have one bin each
   */
  bins?: Bins;
  /** Where the first bin starts and the last one ends. @default the smallest and the largest value */
  range?: readonly [number, number];
  /** How many times each value counts, as if it were there so often. @default once */
  weights?: ArrayLike<number>;
}

/** Which bins a caller wants. */
export interface BinChoice {
  readonly bins?: Bins | undefined;
  readonly range?: readonly [number, number] | undefined;
}

/** What the default bins of numbers depend on. */
export interface BinnedNumbers {
  /** How many there are. */
  total: number;
  min: number;
  max: number;
  /** The distance between the quartiles. */
  spread: number;
  isWhole: boolean;
}

const MOST_BINS = 50;
/** More bins than this would take all memory rather than tell anything. */
const MOST_ASKED = 1_000_000;
/** Beside larger whole numbers there is no half. */
const LARGEST_WITH_HALF = 2 ** 51;

/**
 * The edges of a histogram's bins, one more than there are bins. A bin holds what is at least its first edge and less
 * than its second one, the last bin its second edge, too, as in numpy.
 *
 * The default number of bins is numpy's `"auto"`: the larger of those by Sturges (1926), log2(n) + 1, and by Freedman
 * and Diaconis (1981), bins as wide as 2 IQR / n^(1/3); here at most 50. Whole numbers of which the smallest and the
 * largest are less than 50 apart have a bin each, with the number in its middle. Bins of a single value are 1 wide.
 *
 * @returns The edges; none where there is no finite value and no range.
 * @throws {RangeError} When there is no bin, the range is not ascending or edges are not, or a weight is negative.
 * @example
 * ```ts
 * histogramEdges([0, 1, 3]); // Float64Array(5) [-0.5, 0.5, 1.5, 2.5, 3.5]
 * histogramEdges([0, 1, 3], { bins: 2 }); // Float64Array(3) [0, 1.5, 3]
 * ```
 */
export function histogramEdges(values: ArrayLike<number>, options: HistogramEdgesOptions = {}): Float64Array {
  checkOptionNames(options, ["bins", "range", "weights"]);
  const { bins, range, weights } = options;
  checkBins(bins, range);
  const finite = finiteValues(values, weights);
  const counts = countNumbers(finite.values, finite.weights);
  return edgesOf(binnedNumbers(countsWithin(counts, range)), { bins, range });
}

/** @throws {RangeError} When there is no bin, or the range or the edges are not ascending. */
export function checkBins(bins: Bins | undefined, range?: readonly [number, number]): void {
  if (typeof bins === "number" && !(Number.isSafeInteger(bins) && bins >= 1 && bins <= MOST_ASKED)) {
    throw new RangeError(
      `bins must be a whole number, 1 or more and at most ${MOST_ASKED}, or the edges of bins, got ${bins}`,
    );
  }
  if (typeof bins === "object") {
    if (range !== undefined) throw new TypeError("range cannot be given with the edges of bins");
    if (bins.length < 2 || !isAscending(bins))
      throw new RangeError("bins must have at least two edges, ascending and finite");
  }
  if (range !== undefined && (range.length !== 2 || !isAscending(range)))
    throw new RangeError(`range must be two finite numbers, ascending, got ${String(range)}`);
}

/** What the default bins of counted numbers depend on; null where there are none. */
export function binnedNumbers(counts: FiniteCounts): BinnedNumbers | null {
  const { values, total } = counts;
  const [min, max] = [values[0], values.at(-1)];
  if (min === undefined || max === undefined) return null;
  const [low, high] = quantilesOf(counts, [0.25, 0.75]) as [number, number];
  const isWhole = max - min < MOST_BINS && values.every(Number.isInteger);
  return { total, min, max, spread: high - low, isWhole };
}

/** The edges of bins for numbers that are known in outline. */
export function edgesOf(numbers: BinnedNumbers | null, { bins, range }: BinChoice): Float64Array {
  if (typeof bins === "object") return Float64Array.from(bins);
  if (numbers === null && range === undefined) return new Float64Array(0);
  if (bins === undefined && range === undefined && numbers !== null && hasBinEach(numbers)) {
    const { min, max } = numbers;
    return Float64Array.from({ length: max - min + 2 }, (_, i) => min + i - 0.5);
  }
  const [low, high] = range ?? [numbers?.min ?? 0, numbers?.max ?? 0];
  if (low === high) return around(low, typeof bins === "number" ? bins : 1);
  return spaced(low, high, bins ?? numberOfBins(numbers, high - low));
}

function hasBinEach({ min, max, isWhole }: BinnedNumbers): boolean {
  return isWhole && max - min < MOST_BINS && Math.max(Math.abs(min), Math.abs(max)) < LARGEST_WITH_HALF;
}

function numberOfBins(numbers: BinnedNumbers | null, range: number): number {
  if (numbers === null) return 1;
  const sturges = Math.log2(numbers.total) + 1;
  const width = (2 * numbers.spread) / Math.cbrt(numbers.total);
  const freedmanDiaconis = width > 0 && Number.isFinite(width) ? range / width : 0;
  return Math.max(1, Math.min(MOST_BINS, Math.ceil(Math.max(sturges, freedmanDiaconis))));
}

/** Bins together 1 wide, or as wide as it takes for numbers to be there, around a number. */
function around(middle: number, bins: number): Float64Array {
  const half = Math.max(0.5, Math.abs(middle) * 2 ** -40);
  const [low, high] = [Math.max(middle - half, -Number.MAX_VALUE), Math.min(middle + half, Number.MAX_VALUE)];
  return spaced(low, high, bins);
}

/** Edges at equal distances; fewer than asked for where there are no numbers between. */
function spaced(low: number, high: number, bins: number): Float64Array {
  const edges = Float64Array.from({ length: bins + 1 }, (_, i) => (i === bins ? high : edge(i)));
  return isAscending(edges) ? edges : Float64Array.from(new Set(edges)).sort();

  function edge(i: number): number {
    const step = (high - low) / bins;
    return Number.isFinite(step) ? low + i * step : low * (1 - i / bins) + high * (i / bins);
  }
}

function isAscending(numbers: ArrayLike<number>): boolean {
  for (let i = 0; i < numbers.length; i++) {
    if (!Number.isFinite(numbers[i])) return false;
    if (i > 0 && !((numbers[i] as number) > (numbers[i - 1] as number))) return false;
  }
  return true;
}
