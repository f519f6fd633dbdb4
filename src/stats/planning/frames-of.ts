import type { ColumnTable } from "arquero";
import { numbersOf } from "../columns/numbers-of.ts";

/** What each job of a design is expected to cost: numbers of frames in order, or the design's column of them. */
export type FrameEstimates = ArrayLike<number> | string;

/**
 * The expected frames of each job.
 *
 * @throws {TypeError} When there are no estimates, or the column has no numbers.
 * @throws {RangeError} When there are not as many as jobs, there is no such column, or one is missing, infinite or less than 0.
 */
export function framesOf(design: ColumnTable, estimates: FrameEstimates): Float64Array {
  if (typeof estimates !== "string" && typeof estimates?.length !== "number") {
    throw new TypeError(
      `estimates must be the frames of each job, as session.estimateSamples gives them, or the name of a column, got ${String(estimates)}`,
    );
  }
  const frames =
    typeof estimates === "string"
      ? numbersOf(design, estimates, "column of estimates")
      : Float64Array.from(estimates, (count) => (count === null ? Number.NaN : Number(count)));
  if (frames.length !== design.numRows()) {
    throw new RangeError(
      `There must be an estimate for each job, got ${frames.length} for ${design.numRows()} jobs`,
    );
  }
  const row = frames.findIndex((count) => !(count >= 0 && count < Number.POSITIVE_INFINITY));
  if (row < 0) return frames;
  throw new RangeError(
    `The estimate of job ${row} must be a number of frames, 0 or more, got ${frames[row]}`,
  );
}
