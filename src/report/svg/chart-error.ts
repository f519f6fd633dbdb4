import { InfinityFramesError } from "../../util/infinity-frames-error.ts";

/**
 * A chart could not be drawn: its specification is faulty, or asks for data from outside.
 *
 * @example
 * ```ts
 * const spec = { data: { url: "jobs.csv" }, mark: "bar", encoding: { x: { field: "scene" } } };
 * await toSVG(spec); // throws ChartError: Cannot draw the chart: it asks for "jobs.csv", which is outside …
 * ```
 */
export class ChartError extends InfinityFramesError {
  override name = "ChartError";

  constructor(reason: string, options?: ErrorOptions) {
    super("CHART", `Cannot draw the chart: ${reason}`, options);
  }
}
