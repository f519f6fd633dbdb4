import { type ColumnTable, table } from "arquero";
import { describe, expect, it } from "vitest";
import { openDataset } from "../../../src/dataset/open-dataset.ts";
import { integers } from "../../../src/design/distributions/integers.ts";
import { uniform } from "../../../src/design/distributions/uniform.ts";
import { morris } from "../../../src/design/sensitivity/morris.ts";
import { saltelli } from "../../../src/design/sensitivity/saltelli.ts";
import type { ChartSpec } from "../../../src/report/charts/chart-spec.ts";
import { compareHistogram } from "../../../src/report/charts/compare-histogram.ts";
import { driftChart } from "../../../src/report/charts/drift-chart.ts";
import { heatMap } from "../../../src/report/charts/heat-map.ts";
import { histogramChart } from "../../../src/report/charts/histogram-chart.ts";
import { keypointVisibilityChart } from "../../../src/report/charts/keypoint-visibility-chart.ts";
import { sensitivityChart } from "../../../src/report/charts/sensitivity-chart.ts";
import { sizeBandChart } from "../../../src/report/charts/size-band-chart.ts";
import { toSVG } from "../../../src/report/svg/to-svg.ts";
import { compareDistributions } from "../../../src/stats/drift/compare-distributions.ts";
import { labelStatistics } from "../../../src/stats/labels/label-statistics.ts";
import { sensitivity } from "../../../src/stats/sensitivity/sensitivity.ts";
import { xmlProblem } from "./xml-problem.ts";

// biome-ignore lint/suspicious/noExplicitAny: specifications are read as plain JSON
type Loose = any;

async function draw(spec: ChartSpec): Promise<string> {
  const warnings: string[] = [];
  const svg = await toSVG(spec, { onWarning: (message) => warnings.push(message) });
  expect(warnings).toEqual([]);
  expect(xmlProblem(svg)).toBeNull();
  // What Vega writes at an axis without an extent.
  expect(svg).not.toMatch(/NaN|undefined|null|0\.000000/);
  return svg;
}

const COLUMNS = { height: uniform(0, 1), reps: integers(1, 4) };

function found(design: ColumnTable, outcome: (row: { height: number; reps: number }) => number) {
  const rows = design.objects() as { height: number; reps: number }[];
  const results = design.assign(table({ y: rows.map(outcome) }));
  return sensitivity(results, { outcome: "y", design, seed: 1 });
}

describe("charts of what the functions give", () => {
  it("draw the indices of designs, whatever there is of them", async () => {
    const sum = ({ height, reps }: { height: number; reps: number }) => 5 * height + reps;
    const sobol: Loose = sensitivityChart(found(saltelli(COLUMNS, 16, { seed: 1 }), sum));
    expect(sobol.data.values[0]).toMatchObject({ parameter: "height", low: expect.any(Number) });
    await draw(sobol);
    const effects: Loose = sensitivityChart(found(morris(COLUMNS, 8, { seed: 1 }), sum), { unit: "px" });
    expect(effects.hconcat.length).toBe(2);
    // Effects that are all alike differ by rounding, which is no σ.
    expect(effects.hconcat[1].encoding.y.scale.domain).toEqual([0, expect.closeTo(5, 9)]);
    await draw(effects);
    // One trajectory has no σ, so that there is nothing to draw it against.
    const one: Loose = sensitivityChart(found(morris(COLUMNS, 1, { seed: 1 }), sum));
    expect(one).not.toHaveProperty("hconcat");
    await draw(one);
    for (const design of [saltelli(COLUMNS, 4, { seed: 1 }), morris(COLUMNS, 4, { seed: 1 })]) {
      expect(await draw(sensitivityChart(found(design, () => 5)))).toContain("height");
    }
  });

  it("draw the labels of a folder, by groups and without", async () => {
    for (const [name, by] of [
      ["visionfit", "exercise"],
      ["spills", "size"],
    ] as const) {
      const dataset = await openDataset(`fixtures/${name}/batch`);
      for (const options of [{}, { by }]) {
        const statistics = await labelStatistics(dataset, options);
        const { positions, sizeBands, keypoints, occlusion } = statistics;
        const map: Loose = heatMap(positions);
        const maps = map.concat ?? [map];
        for (const { data } of maps) {
          const shares = data.values.map(({ share }: Loose) => share);
          expect(shares.reduce((all: number, share: number) => all + share, 0)).toBeCloseTo(1, 12);
        }
        await draw(map);
        await draw(sizeBandChart(sizeBands));
        const bars: Loose = keypointVisibilityChart(keypoints);
        if (keypoints.numRows() > 0)
          expect(new Set(bars.data.values.map(({ key }: Loose) => key)).size).toBe(17);
        await draw(bars);
        await draw(histogramChart(occlusion, { name: "occlusion", unit: "%" }));
      }
    }
  });

  it("tell of columns that are the same, or that nothing can be tested of", async () => {
    const reference = table({
      same: [1, 1, 1],
      kind: [1, 2, 3],
      other: [5, 5, 5],
      only: [1, 2, 3],
      none: [null, null, null],
    });
    const current = table({ same: [1, 1, 1], kind: ["a", "b", "a"], other: [6, 6, 6], none: [1, 2, 3] });
    const drift = driftChart(compareDistributions(reference, current));
    const { data }: Loose = drift;
    expect(data.values.map(({ column, verdict, test }: Loose) => [column, verdict, test])).toEqual([
      ["same", "not drifted", "all values are the same"],
      ["kind", "drifted", "drifted: numeric in the reference table, categorical in the current one"],
      ["other", "drifted", expect.stringMatching(/^drifted: chi-squared p 0\.\d+ < 0\.05$/)],
      ["only", "no verdict", "only in the reference table"],
      ["none", "no verdict", "no value in the reference table"],
    ]);
    await draw(drift);
  });

  it("compare a column with one that has no values", async () => {
    const empty = table({ a: [null, null], b: [null, null] });
    const full = table({ a: [1, 2, 3], b: ["x", "y", "y"] });
    for (const column of ["a", "b"]) {
      for (const [one, other] of [
        [empty, full],
        [full, empty],
      ] as const) {
        expect(await draw(compareHistogram(one, other, { column }))).toContain("reference");
      }
      expect(await draw(compareHistogram(empty, empty, { column }))).toContain("No data");
    }
  });
});
