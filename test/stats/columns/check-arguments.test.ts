import { table } from "arquero";
import { expect, describe as suite, test } from "vitest";
import { associationMatrix } from "../../../src/report/charts/association-matrix.ts";
import { compareHistogram } from "../../../src/report/charts/compare-histogram.ts";
import { histogramGrid } from "../../../src/report/charts/histogram-grid.ts";
import { imuChart } from "../../../src/report/charts/imu-chart.ts";
import { report } from "../../../src/report/report.ts";
import { alerts } from "../../../src/stats/alerts/alerts.ts";
import { associations } from "../../../src/stats/association/associations.ts";
import { describe } from "../../../src/stats/describe/describe.ts";
import { frequencies } from "../../../src/stats/describe/frequencies.ts";
import { histogram } from "../../../src/stats/describe/histogram.ts";
import { compareDistributions } from "../../../src/stats/drift/compare-distributions.ts";
import { effects } from "../../../src/stats/effects/effects.ts";
import { responseCurve } from "../../../src/stats/effects/response-curve.ts";
import { normalizedPoses } from "../../../src/stats/keypoints/normalized-poses.ts";
import { objectKeypointSimilarity } from "../../../src/stats/keypoints/object-keypoint-similarity.ts";
import { labelStatistics } from "../../../src/stats/labels/label-statistics.ts";
import { costByGroup } from "../../../src/stats/planning/cost-by-group.ts";
import { subsetForBudget } from "../../../src/stats/planning/subset-for-budget.ts";
import { addRotations } from "../../../src/stats/rotations/add-rotations.ts";
import { datasetOf } from "../../report/datasets.ts";

const jobs = table({ job_id: ["a", "b"], x: [1, 2], y: [3, 4] });
const dataset = datasetOf(jobs);
/** A value where the types want another. */
const odd = (value: unknown) => value as never;

const TAKERS: Readonly<Record<string, (table: never) => unknown>> = {
  describe,
  histogram: (given) => histogram(given, { column: "x" }),
  frequencies: (given) => frequencies(given, { column: "x" }),
  effects: (given) => effects(given, { outcome: "y", factors: ["x"] }),
  responseCurve: (given) => responseCurve(given, { outcome: "y", factor: "x" }),
  associations,
  alerts,
  compareDistributions: (given) => compareDistributions(jobs, given),
  costByGroup: (given) => costByGroup(given, { estimates: [1, 2], by: "x" }),
  subsetForBudget: (given) => subsetForBudget(given, { estimates: [1, 2], maxFrames: 1 }),
  normalizedPoses,
  objectKeypointSimilarity: (given) => objectKeypointSimilarity(jobs, given, { annotations: jobs }),
  addRotations,
  histogramGrid,
  associationMatrix,
  imuChart,
  compareHistogram: (given) => compareHistogram(jobs, given, { column: "x" }),
};

suite("a function that needs a table", () => {
  test.each(Object.entries(TAKERS))("%s() names what it got instead", (name, take) => {
    expect(() => take(odd(dataset))).toThrow(
      new TypeError(
        `${name} needs a table, got a dataset: pass await dataset.table("jobs"), or another of its tables`,
      ),
    );
    expect(() => take(odd("jobs"))).toThrow(new TypeError(`${name} needs a table, got a string`));
    expect(() => take(odd(undefined))).toThrow(new TypeError(`${name} needs a table, got undefined`));
    expect(() => take(odd([{ x: 1 }]))).toThrow(new TypeError(`${name} needs a table, got an array`));
  });
});

suite("a function that needs a dataset", () => {
  test("report() and labelStatistics() name what they got instead", async () => {
    const opened = (got: string) =>
      `needs a dataset, as openDataset, openParquetDataset or openEngineDataset opens it, got ${got}`;
    await expect(report(odd(jobs))).rejects.toThrow(new TypeError(`report ${opened("a table")}`));
    await expect(report(odd("study"))).rejects.toThrow(new TypeError(`report ${opened("a string")}`));
    await expect(report(odd(Promise.resolve(dataset)))).rejects.toThrow("got a promise: await it");
    await expect(labelStatistics(odd(jobs))).rejects.toThrow(`labelStatistics ${opened("a table")}`);
    await expect(report(dataset, { compare: odd("vf2t") })).rejects.toThrow(
      new TypeError(
        "compare must be a dataset, or the table of a design, got a string: open a folder with openDataset, " +
          "read a file with readTable",
      ),
    );
  });
});
