import type { PointStream, SamplingMethod, SamplingRequest } from "./sampling-method.ts";

/** The stream of points that are there already. */
export function streamOf(column: Float64Array): PointStream {
  return (points, first) => points.set(column.subarray(first, first + points.length));
}

/** All points of a design, an array per column. */
export function drawPoints(method: SamplingMethod, request: SamplingRequest): Float64Array[] {
  return method.streams(request).map((stream) => {
    const points = new Float64Array(request.n);
    stream(points, 0);
    return points;
  });
}
