import { describe, expect, it } from "vitest";
import { drawPoints } from "../../../src/design/methods/draw-points.ts";
import { halton } from "../../../src/design/methods/halton.ts";
import { latinHypercube } from "../../../src/design/methods/latin-hypercube.ts";
import { random } from "../../../src/design/methods/random.ts";
import type { SamplingMethod } from "../../../src/design/methods/sampling-method.ts";
import { sobol } from "../../../src/design/methods/sobol.ts";
import { stratified } from "../../../src/design/methods/stratified.ts";
import { uniformRequest } from "./uniform-request.ts";

const METHODS: readonly SamplingMethod[] = [
  random(),
  sobol(),
  sobol({ scramble: true }),
  halton(),
  halton({ scramble: true }),
  latinHypercube(),
  latinHypercube({ nestedFrom: 1500 }),
  stratified(),
];

describe.each(METHODS)("the streams of $kind $args", (method) => {
  it("give any rows by themselves", () => {
    const request = uniformRequest(6000, 3);
    const whole = drawPoints(method, request);
    for (const [first, rows] of [
      [0, 6000],
      [1, 1],
      [4095, 3],
      [2999, 3001],
    ] as const) {
      const part = method.streams(request).map((stream) => {
        const points = new Float64Array(rows);
        stream(points, first);
        return points;
      });
      expect(part).toEqual(whole.map((column) => column.slice(first, first + rows)));
    }
  });
});
