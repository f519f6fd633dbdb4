import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meanTreeEdge } from "../../../src/design/diagnostics/mean-tree-edge.ts";
import { drawPoints } from "../../../src/design/methods/draw-points.ts";
import { random } from "../../../src/design/methods/random.ts";
import { rowsOf, uniformRequest } from "../methods/uniform-request.ts";

/** Kruskal's way: the shortest edges that connect what was not connected. */
function shortestTree(rows: readonly number[][]): number {
  const edges = rows.flatMap((a, i) => {
    return rows
      .slice(i + 1)
      .map((b, k) => ({ i, j: i + 1 + k, length: Math.hypot(...a.map((x, d) => x - b[d]!)) }));
  });
  const group = rows.map((_, i) => i);
  let total = 0;
  for (const { i, j, length } of edges.sort((a, b) => a.length - b.length)) {
    const [from, to] = [group[i]!, group[j]!];
    if (from === to) continue;
    total += length;
    group.forEach((each, k) => {
      if (each === from) group[k] = to;
    });
  }
  return total / (rows.length - 1);
}

describe("meanTreeEdge()", () => {
  it("has the published value of Fang 2006 A", () => {
    const design = [Float64Array.of(1, 3, 5, 7, 9, 11), Float64Array.of(5, 11, 3, 9, 1, 7)];
    expect(meanTreeEdge(design.map((column) => column.map((x) => x / 12)))).toBeCloseTo(
      0.4035516523389179,
      15,
    );
  });

  it("is the mean edge of the shortest tree", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 30 }), fc.integer({ min: 1, max: 4 }), fc.nat(), (n, d, seed) => {
        const points = drawPoints(random(), uniformRequest(n, d, { seed }));
        expect(meanTreeEdge(points)).toBeCloseTo(shortestTree(rowsOf(points)), 13);
      }),
    );
  });

  it("is 0 for fewer than two points", () => {
    expect(meanTreeEdge([Float64Array.of(0.5)])).toBe(0);
    expect(meanTreeEdge([])).toBe(0);
  });
});
