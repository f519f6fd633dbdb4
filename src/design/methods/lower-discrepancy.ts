import type { RandomStream } from "../random/random-stream.ts";

const MOST_TRIES = 10_000;
const MOST_TRIES_WITHOUT_CHANGE = 100;
const MOST_ROWS_KEPT = 2048;
/** Less than this may be rounding. */
const SMALLEST_GAIN = 1e-13;

/** Options of {@link lowerDiscrepancy}. */
export interface LowerDiscrepancyOptions {
  /** Decides which numbers are exchanged. */
  random: RandomStream;
  /** The first row that may change. @default 0 */
  first?: number | undefined;
  /** Numbers are exchanged only within one of so many equal parts of [0, 1). @default 1 */
  parts?: number | undefined;
}

function pointFactor(x: number): number {
  const z = Math.abs(x - 0.5);
  return 1 + 0.5 * z - 0.5 * z * z;
}

function pairFactor(x: number, y: number): number {
  return 1 + 0.5 * (Math.abs(x - 0.5) + Math.abs(y - 0.5) - Math.abs(x - y));
}

/** The product of a factor over all columns for a pair of rows, or for a row with itself. */
function product(columns: readonly Float64Array[], i: number, j: number): number {
  let result = 1;
  for (const column of columns) result *= pairFactor(column[i] as number, column[j] as number);
  return result;
}

/** Products of all pairs of rows; kept for few rows, computed when asked for otherwise. */
function pairProducts(columns: readonly Float64Array[], n: number) {
  if (n > MOST_ROWS_KEPT) {
    return { get: (i: number, j: number) => product(columns, i, j), update: () => {} };
  }
  const kept = new Float64Array(n * n);
  const update = (i: number) => {
    for (let j = 0; j < n; j++) {
      const value = product(columns, i, j);
      kept[i * n + j] = value;
      kept[j * n + i] = value;
    }
  };
  for (let i = 0; i < n; i++) update(i);
  return { get: (i: number, j: number) => kept[i * n + j] as number, update };
}

/** The rows from `first` on, ordered by the part of [0, 1) that the stratum of their number belongs to. */
function rowsByPart(column: Float64Array, first: number, parts: number): number[] {
  const { length } = column;
  const part = (row: number) => Math.floor(Math.floor((column[row] as number) * length) / (length / parts));
  return Array.from({ length: length - first }, (_, i) => first + i).sort((a, b) => part(a) - part(b));
}

/**
 * Lowers the centred discrepancy of a design by exchanging numbers within columns, in place: an exchange is kept when
 * the discrepancy falls. It ends after 10,000 tries, or 100 in a row that were not kept. The change that an
 * exchange makes is computed from the two rows it concerns (Jin, Chen and Sudjianto 2005, "An efficient algorithm
 * for constructing optimal design of computer experiments"): a try takes O(n) steps for up to 2048 rows, and
 * O(n × columns) steps above, where a table of all pairs of rows would be large.
 *
 * @returns The number of exchanges kept.
 */
export function lowerDiscrepancy(
  columns: readonly Float64Array[],
  { random, first = 0, parts = 1 }: LowerDiscrepancyOptions,
): number {
  const n = columns[0]?.length ?? 0;
  const movable = n - first;
  if (movable < 2) return 0;
  const products = pairProducts(columns, n);
  const orders = columns.map((column) => rowsByPart(column, first, parts));
  const partSize = movable / parts;

  function changeBy(column: Float64Array, i: number, j: number): number {
    const [x, y] = [column[i] as number, column[j] as number];
    let [pointI, pointJ] = [1, 1];
    for (const other of columns) {
      pointI *= pointFactor(other[i] as number);
      pointJ *= pointFactor(other[j] as number);
    }
    const pointRatio = pointFactor(y) / pointFactor(x);
    const selfRatio = pairFactor(y, y) / pairFactor(x, x);
    let pairs = products.get(i, i) * (selfRatio - 1) + products.get(j, j) * (1 / selfRatio - 1);
    for (let row = 0; row < n; row++) {
      if (row === i || row === j) continue;
      const z = column[row] as number;
      const ratio = pairFactor(y, z) / pairFactor(x, z);
      pairs += 2 * (products.get(i, row) * (ratio - 1) + products.get(j, row) * (1 / ratio - 1));
    }
    const points = pointI * (pointRatio - 1) + pointJ * (1 / pointRatio - 1);
    return pairs / (n * n) - (2 / n) * points;
  }

  let kept = 0;
  let unchanged = 0;
  for (let attempt = 0; attempt < MOST_TRIES && unchanged < MOST_TRIES_WITHOUT_CHANGE; attempt++) {
    const index = Math.floor(random(3 * attempt) * columns.length);
    const [column, order] = [columns[index] as Float64Array, orders[index] as number[]];
    const a = Math.floor(random(3 * attempt + 1) * movable);
    const b = Math.floor(a / partSize) * partSize + Math.floor(random(3 * attempt + 2) * partSize);
    const [i, j] = [order[a] as number, order[b] as number];
    unchanged += 1;
    if (i === j || changeBy(column, i, j) > -SMALLEST_GAIN) continue;
    [column[i], column[j]] = [column[j] as number, column[i] as number];
    products.update(i);
    products.update(j);
    kept += 1;
    unchanged = 0;
  }
  return kept;
}
