import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { discrepancy } from "../../../src/design/diagnostics/discrepancy.ts";
import { drawPoints } from "../../../src/design/methods/draw-points.ts";
import { latinHypercube } from "../../../src/design/methods/latin-hypercube.ts";
import { lowerDiscrepancy } from "../../../src/design/methods/lower-discrepancy.ts";
import { random } from "../../../src/design/methods/random.ts";
import { type RandomStream, randomStream } from "../../../src/design/random/random-stream.ts";
import { uniformRequest } from "./uniform-request.ts";

/** The same search with the discrepancy computed anew at each try. */
function oracle(columns: readonly Float64Array[], stream: RandomStream, first: number): number {
  const movable = columns[0]!.length - first;
  let [kept, unchanged] = [0, 0];
  for (let attempt = 0; attempt < 10_000 && unchanged < 100; attempt++) {
    const column = columns[Math.floor(stream(3 * attempt) * columns.length)]!;
    const i = first + Math.floor(stream(3 * attempt + 1) * movable);
    const j = first + Math.floor(stream(3 * attempt + 2) * movable);
    const before = discrepancy(columns);
    [column[i], column[j]] = [column[j]!, column[i]!];
    if (discrepancy(columns) < before - 1e-13) {
      kept += 1;
      unchanged = 0;
    } else {
      [column[i], column[j]] = [column[j]!, column[i]!];
      unchanged += 1;
    }
  }
  return kept;
}

describe("lowerDiscrepancy()", () => {
  it("makes the exchanges of a search that computes the discrepancy anew each time", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 15 }), fc.integer({ min: 1, max: 4 }), fc.nat(), (n, d, seed) => {
        const start = drawPoints(random(), uniformRequest(n, d, { seed }));
        const [fast, slow] = [start.map((column) => column.slice()), start.map((column) => column.slice())];
        const first = seed % 2 === 0 ? 0 : Math.floor(n / 2);
        const stream = randomStream(seed, "exchanges");
        const kept = lowerDiscrepancy(fast, { random: stream, first });
        expect(kept).toBe(oracle(slow, stream, first));
        expect(fast).toEqual(slow);
      }),
      { numRuns: 40 },
    );
  });

  it("does the same without the table of pairs of rows, for many rows", () => {
    const points = drawPoints(latinHypercube(), uniformRequest(2100, 2, { seed: 3 }));
    const before = discrepancy(points);
    const sorted = points.map((column) => column.toSorted());
    expect(lowerDiscrepancy(points, { random: randomStream(3, "exchanges") })).toBeGreaterThan(0);
    expect(discrepancy(points)).toBeLessThan(before);
    expect(points.map((column) => column.toSorted())).toEqual(sorted);
  });

  it("sees that exchanges in a single column change nothing", () => {
    const points = drawPoints(random(), uniformRequest(30, 1));
    expect(lowerDiscrepancy(points, { random: randomStream(1, "exchanges") })).toBe(0);
    expect(points).toEqual(drawPoints(random(), uniformRequest(30, 1)));
  });

  it("leaves alone what it cannot improve", () => {
    const stream = randomStream(1, "exchanges");
    expect(lowerDiscrepancy([], { random: stream })).toBe(0);
    expect(lowerDiscrepancy([Float64Array.of(0.3)], { random: stream })).toBe(0);
    expect(lowerDiscrepancy([Float64Array.of(0.3, 0.4)], { random: stream, first: 1 })).toBe(0);
  });
});
