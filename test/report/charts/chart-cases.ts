import { associationMatrix } from "../../../src/report/charts/association-matrix.ts";
import type { ChartSpec } from "../../../src/report/charts/chart-spec.ts";
import { compareHistogram } from "../../../src/report/charts/compare-histogram.ts";
import { driftChart } from "../../../src/report/charts/drift-chart.ts";
import { effectsForest } from "../../../src/report/charts/effects-forest.ts";
import { frameChart } from "../../../src/report/charts/frame-chart.ts";
import { frequencyChart } from "../../../src/report/charts/frequency-chart.ts";
import { heatMap } from "../../../src/report/charts/heat-map.ts";
import { histogramChart } from "../../../src/report/charts/histogram-chart.ts";
import { histogramGrid } from "../../../src/report/charts/histogram-grid.ts";
import { imuChart } from "../../../src/report/charts/imu-chart.ts";
import { interactionChart } from "../../../src/report/charts/interaction-chart.ts";
import { keypointVisibilityChart } from "../../../src/report/charts/keypoint-visibility-chart.ts";
import { responseCurveChart } from "../../../src/report/charts/response-curve-chart.ts";
import { sensitivityChart } from "../../../src/report/charts/sensitivity-chart.ts";
import { sizeBandChart } from "../../../src/report/charts/size-band-chart.ts";
import * as rows from "./sample-tables.ts";

const { HOSTILE } = rows;
const MANY = Array.from({ length: 200 }, (_, i) => `category ${i}`);
const WEIRD = HOSTILE[0] ?? "";
const ALL: Readonly<Record<string, readonly string[]>> = {
  plain: ["GYM", "BEDROOM"],
  hostile: HOSTILE,
  many: MANY,
};

/** A table without its rows. */
function empty<T extends { filter: (test: () => boolean) => T; reify: () => T }>(table: T): T {
  return table.filter(() => false).reify();
}

/** A table with its first row only. */
function one<T extends { slice: (start: number, end: number) => T; reify: () => T }>(table: T): T {
  return table.slice(0, 1).reify();
}

const curveOf = { outcome: WEIRD, factor: "__proto__", unit: "%" };

/** Every chart, with tables of every sort. */
export function chartCases(): [string, () => ChartSpec][] {
  const cases: Record<string, () => ChartSpec> = {
    "histogram, titled": () =>
      histogramChart(rows.bins(), { title: WEIRD, name: WEIRD, unit: "m", description: WEIRD }),
    "histogram, empty": () => histogramChart(empty(rows.bins())),
    "histogram, one bin": () => histogramChart(one(rows.bins())),
    "frequencies, empty": () => frequencyChart(empty(rows.frequencyRows(["a"]))),
    "frequencies, one": () => frequencyChart(rows.frequencyRows(["a"])),
    "curve, empty": () => responseCurveChart(empty(rows.curve()), curveOf),
    "curve, one point": () => responseCurveChart(one(rows.curve()), curveOf),
    "curve, without intervals": () =>
      responseCurveChart(
        rows.rowsTable("level:string x x_min x_max count mean sd low high median", [
          ["1", 1, 1, 1, 1, 5, null, null, null, 5],
          ["2", 2, 2, 2, 0, null, null, null, null, null],
        ]),
        curveOf,
      ),
    "forest, empty": () => effectsForest(rows.study([])),
    "forest, no levels": () => effectsForest(rows.study(["a"], [])),
    "interaction, empty": () => interactionChart(rows.study(["a"]).cells),
    "sobol, empty": () => sensitivityChart(rows.sensitivity("sobol", [])),
    "morris, empty": () => sensitivityChart(rows.sensitivity("morris", [])),
    "associations, empty": () => associationMatrix(rows.associationRows([])),
    "heat map, empty": () => heatMap(empty(rows.positionRows())),
    "keypoints, empty": () => keypointVisibilityChart(rows.visibilityRows([])),
    "bands, empty": () => sizeBandChart(empty(rows.sizeBandRows())),
    "bands, all": () => sizeBandChart(rows.sizeBandRows()),
    "drift, empty": () => driftChart(rows.comparison([])),
    "comparison, numbers": () =>
      compareHistogram(rows.jobs(), rows.jobs(20), { column: "lighting", bins: 7 }),
    "comparison, moments": () => compareHistogram(rows.jobs(), rows.jobs(20), { column: "created" }),
    "comparison, truth values": () => compareHistogram(rows.jobs(), rows.jobs(1), { column: "mirrored" }),
    "comparison, nothing": () => compareHistogram(rows.jobs(0), rows.jobs(0), { column: "lighting" }),
    "grid, empty": () => histogramGrid(rows.jobs(0)),
    "grid, one row": () => histogramGrid(rows.jobs(1)),
    "grid, no columns": () => histogramGrid(rows.jobs(5), { columns: [] }),
    "grid, groups": () => histogramGrid(rows.jobs(), { by: ["scene", "mirrored"], title: "Parameters" }),
    "grid, many groups": () => histogramGrid(rows.jobs(), { by: "exercise", weight: "num_reps" }),
    frame: () => frameChart(rows.frame()),
    "frame, empty": () =>
      frameChart({ image: { width: 10, height: 20, image_id: 99 }, annotations: rows.frame().annotations }),
    "frame, picture": () =>
      frameChart(rows.frame(), { picture: "data:image/png;base64,iVBORw0KGgo=", skeleton: "coco" }),
    imu: () => imuChart(rows.imuRows()),
    "imu, matrix": () => imuChart(rows.imuRows("a.b", 2000), { show: "matrix", jobId: "a.b" }),
    "imu, one sample": () => imuChart(rows.imuRows("x", 1)),
  };
  for (const [kind, names] of Object.entries(ALL)) {
    const groups = names.map((name) => [name]);
    Object.assign(cases, {
      [`histogram, ${kind} groups`]: () => histogramChart(rows.bins(groups, "a.b[0]:string")),
      [`shares, ${kind} groups`]: () =>
        histogramChart(rows.bins(groups, "__proto__:string"), { show: "share" }),
      [`frequencies, ${kind}`]: () => frequencyChart(rows.frequencyRows(names), { name: WEIRD }),
      [`frequencies, ${kind} groups`]: () =>
        frequencyChart(rows.frequencyRows(names.slice(0, 30), names.slice(0, 30))),
      [`curve, ${kind} groups`]: () => responseCurveChart(rows.curve({ groups: names }), curveOf),
      [`curve, ${kind} levels`]: () => responseCurveChart(rows.curve({ levels: names }), curveOf),
      [`curve, ${kind} levels and groups`]: () =>
        responseCurveChart(rows.curve({ levels: names.slice(0, 20), groups: names }), curveOf),
      [`forest, ${kind} factors`]: () => effectsForest(rows.study(names), { outcome: WEIRD, unit: "%" }),
      [`forest, ${kind} levels`]: () => effectsForest(rows.study(["a", WEIRD], names)),
      [`forest, ${kind} pairs`]: () => effectsForest(rows.study(["a", "b"], names), { show: "pairs" }),
      [`interaction, ${kind} levels`]: () =>
        interactionChart(rows.study(["x", WEIRD], names.slice(0, 60)).cells),
      [`sobol, ${kind}`]: () => sensitivityChart(rows.sensitivity("sobol", names)),
      [`morris, ${kind}`]: () => sensitivityChart(rows.sensitivity("morris", names), { unit: "%" }),
      [`associations, ${kind}`]: () => associationMatrix(rows.associationRows(names)),
      [`heat map, ${kind} groups`]: () => heatMap(rows.positionRows(names.slice(0, 20), 6), { aspect: 1 }),
      [`keypoints, ${kind}`]: () => keypointVisibilityChart(rows.visibilityRows(names)),
      [`keypoints, ${kind} groups`]: () => keypointVisibilityChart(rows.visibilityRows(rows.COCO, names)),
      [`bands, ${kind} groups`]: () => sizeBandChart(rows.sizeBandRows(names)),
      [`drift, ${kind}`]: () => driftChart(rows.comparison(names)),
      [`comparison, ${kind}`]: () => {
        const table = rows.rowsTable("a.b:string", groups);
        return compareHistogram(table, table, { column: "a.b", names: [WEIRD, "constructor"] });
      },
      [`grid, ${kind}`]: () => {
        const values = [...names, ...names].map((name, i) => [name, i % 7, name]);
        return histogramGrid(rows.rowsTable("__proto__:string a.b[0] toString:string", values), {
          by: "toString",
        });
      },
    });
  }
  return Object.entries(cases);
}
