import type { ColumnWriter } from "./distribution.ts";

/** Writes a column of 64-bit floating-point numbers. */
export function floatWriter(n: number, quantile: (u: number) => number): ColumnWriter {
  const values = new Float64Array(n);
  return {
    write: (points, first) => {
      for (let i = 0; i < points.length; i++) values[first + i] = quantile(points[i] as number);
    },
    finish: () => values,
  };
}
