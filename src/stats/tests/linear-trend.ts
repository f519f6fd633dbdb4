import { tQuantile } from "../distributions/t-quantile.ts";
import { fTest } from "./f-test.ts";
import { meanAndSquares } from "./mean-and-squares.ts";
import { roundingSquares } from "./rounding-squares.ts";

/** What {@link linearTrend} finds; null for what cannot be computed. */
export interface LinearTrend {
  /** How much y rises, on the average, as x rises by 1. */
  slope: number | null;
  /** The bounds of the slope. */
  low: number | null;
  high: number | null;
  pValue: number | null;
  /** Points less 2; with bases, points less bases less 1. */
  df: number;
}

/** Numbers less their mean in each base. */
function centred(values: ArrayLike<number>, bases: readonly ArrayLike<number>[]): Float64Array {
  const result = new Float64Array(values.length);
  for (const rows of bases) {
    const { mean } = meanAndSquares(Array.from(rows, (row) => values[row] as number));
    for (let i = 0; i < rows.length; i++) {
      result[rows[i] as number] = (values[rows[i] as number] as number) - mean;
    }
  }
  return result;
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);
}

/**
 * The straight line of least squares through points: its slope, the interval of Student's t around it and the p-value
 * of a slope of 0, both sides. As `scipy.stats.linregress` and R's `lm`. With bases each base has its own height, and
 * only what happens within bases decides the slope.
 *
 * @param points `x` and `y`, finite numbers.
 * @param bases The places of each base's points. @default one base of all points
 */
export function linearTrend(
  { x, y }: { x: ArrayLike<number>; y: ArrayLike<number> },
  { confidence, bases }: { confidence: number; bases?: readonly ArrayLike<number>[] | undefined },
): LinearTrend {
  const parts = bases ?? (x.length === 0 ? [] : [Array.from(x, (_, row) => row)]);
  const [dx, dy] = [centred(x, parts), centred(y, parts)];
  const df = Math.max(x.length - parts.length - 1, 0);
  const squaresOfX = dot(dx, dx);
  if (squaresOfX <= roundingSquares(x)) return { slope: null, low: null, high: null, pValue: null, df };
  const slope = dot(dx, dy) / squaresOfX;
  if (df === 0) return { slope, low: null, high: null, pValue: null, df };
  const rest = dy.map((value, i) => value - slope * (dx[i] as number));
  const error = { squares: dot(rest, rest), df };
  const effect = { squares: slope * slope * squaresOfX, df: 1 };
  const half = tQuantile(1 - confidence, df) * Math.sqrt(error.squares / df / squaresOfX);
  const { pValue } = fTest(effect, error, { noise: roundingSquares(y) });
  return { slope, low: slope - half, high: slope + half, pValue, df };
}
