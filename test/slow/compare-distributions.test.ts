import type { ColumnTable } from "arquero";
import { describe, expect, test } from "vitest";
import { choice } from "../../src/design/distributions/choice.ts";
import { normal } from "../../src/design/distributions/normal.ts";
import { uniform } from "../../src/design/distributions/uniform.ts";
import { sample } from "../../src/design/sample.ts";
import { compareDistributions } from "../../src/stats/drift/compare-distributions.ts";

const REPETITIONS = 200;

function draw(seed: number, mean = 0): ColumnTable {
  const columns = { shifted: normal(mean, 1), yaw: uniform(0, 360), scene: choice(["gym", "attic", "yard"]) };
  return sample(columns, 150, { seed });
}

/** In how many repetitions a column drifts, for each column. */
function countDrifts(mean: number): { any: number; byColumn: Map<unknown, number> } {
  const byColumn = new Map<unknown, number>();
  let any = 0;
  for (let i = 0; i < REPETITIONS; i++) {
    const { columns, driftedShare } = compareDistributions(draw(2 * i), draw(2 * i + 1, mean));
    if (driftedShare !== 0) any++;
    for (let row = 0; row < columns.numRows(); row++) {
      const column = columns.get("column", row);
      if (columns.get("drifted", row) === true) byColumn.set(column, (byColumn.get(column) ?? 0) + 1);
    }
  }
  return { any, byColumn };
}

describe("compareDistributions() over 200 pairs of tables", () => {
  test("finds a difference where there is none at most as often as the level says", () => {
    // Holm's correction: at most 10 expected of 200; above 20 with a chance below 0.1 %.
    expect(countDrifts(0).any).toBeLessThanOrEqual(20);
  });

  test("finds a shift of half a standard deviation nearly always, and in its column", () => {
    const { byColumn } = countDrifts(0.5);
    expect(byColumn.get("shifted")).toBeGreaterThan(0.85 * REPETITIONS);
    expect(byColumn.get("yaw") ?? 0).toBeLessThanOrEqual(20);
    expect(byColumn.get("scene") ?? 0).toBeLessThanOrEqual(20);
  });
});
