import { InfinityFramesError } from "../../util/infinity-frames-error.ts";

/** A chart could not be drawn: its specification is faulty, or asks for data from outside. */
export class ChartError extends InfinityFramesError {
  override name = "ChartError";

  constructor(reason: string, options?: ErrorOptions) {
    super("CHART", `Cannot draw the chart: ${reason}`, options);
  }
}
