import type { ColumnLike } from "../tables/column-type-of.ts";
import { designColumn } from "./design-column.ts";
import type { ColumnWriter, Distribution } from "./distributions/distribution.ts";
import type { PointStream } from "./methods/sampling-method.ts";

/** Rows whose points stay in the processor's nearest memory until they are values. */
const BLOCK = 1024;

/** The rows of a column. */
export interface DrawColumnOptions {
  n: number;
  /** The first row. @default 0 */
  first?: number | undefined;
}

function valueWriter({ quantile }: Distribution, n: number): ColumnWriter {
  const values = new Array<unknown>(n);
  return {
    write: (points, first) => {
      for (let i = 0; i < points.length; i++) values[first + i] = quantile(points[i] as number);
    },
    finish: () => designColumn(values),
  };
}

/** The values of a distribution at a stream's points, as a column. */
export function drawColumn(
  distribution: Distribution,
  stream: PointStream,
  { n, first = 0 }: DrawColumnOptions,
): ColumnLike {
  const writer = distribution.writer?.(n) ?? valueWriter(distribution, n);
  const scratch = new Float64Array(Math.min(n, BLOCK));
  for (let row = 0; row < n; row += BLOCK) {
    const points = n - row < BLOCK ? scratch.subarray(0, n - row) : scratch;
    stream(points, first + row);
    writer.write(points, row);
  }
  return writer.finish();
}
