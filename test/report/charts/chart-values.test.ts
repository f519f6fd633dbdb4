import { describe, expect, it } from "vitest";
import { associationMatrix } from "../../../src/report/charts/association-matrix.ts";
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
import { sensitivityChart } from "../../../src/report/charts/sensitivity-chart.ts";
import { BONES } from "../../../src/report/charts/skeletons.ts";
import * as sample from "./sample-tables.ts";

// biome-ignore lint/suspicious/noExplicitAny: tests look deep into specifications
type Loose = any;

describe("charts show what the tables say", () => {
  it("histogramChart() stacks groups in each bin", () => {
    const bins = sample.rowsTable("scene:string bin_start bin_end count share", [
      ["a", 0, 1, 3, 0.5],
      ["a", 1, 2, 3, 0.5],
      ["b", 0, 1, 0, 0],
      ["b", 1, 2, 4, 1],
    ]);
    const { data, encoding }: Loose = histogramChart(bins, { name: "height", unit: "m" });
    expect(data.values).toEqual([
      { start: 0, end: 1, from: 0, to: 3, amount: 3, group: "a" },
      { start: 1, end: 2, from: 0, to: 3, amount: 3, group: "a" },
      { start: 1, end: 2, from: 3, to: 7, amount: 4, group: "b" },
    ]);
    expect(encoding.x).toMatchObject({ title: "height (m)", scale: { domain: [0, 2] } });
    expect(encoding.color).toMatchObject({ title: "scene", scale: { domain: ["a", "b"] } });
  });

  it("frequencyChart() puts what does not fit into one bar", () => {
    const counts = sample.rowsTable("value:string count", [
      ["a", 1],
      ["b", 9],
      ["c", 5],
      ["d", 2],
      [null, 4],
    ]);
    const { data, encoding }: Loose = frequencyChart(counts, { top: 2 });
    expect(encoding.y.scale.domain).toEqual(["b", "c", "3 others"]);
    expect(data.values.map((row: Loose) => [row.value, row.amount])).toEqual([
      ["3 others", 7],
      ["b", 9],
      ["c", 5],
    ]);
    expect(frequencyChart(counts, { top: 4 }).data).toMatchObject({ values: { length: 5 } });
  });

  it("effectsForest() has factors that explain most first, and marks by shape what is significant", () => {
    const { vconcat }: Loose = effectsForest(sample.study(), { outcome: "occlusion", unit: "%" });
    expect(vconcat.map((block: Loose) => block.title.text)).toEqual([
      "scene, η² 0.30, p 0.002",
      "camera_height, η² 0.15, p 0.040",
      "lighting_power, η² 0.10, p 0.800",
    ]);
    expect(vconcat[0].data.values[0]).toEqual({
      ...{ label: "A", effect: 3, low: 2.2, high: 3.8, verdict: "significant" },
    });
    expect(vconcat[1].data.values[0].verdict).toBe("not significant");
    const [, , points] = vconcat[0].layer;
    expect(points.encoding.shape.scale.range).toEqual(["diamond", "circle"]);
    const strongest: Loose = effectsForest(sample.study(), { topLevels: 2, top: 1 });
    expect(strongest.vconcat.map((block: Loose) => block.data.values.map((row: Loose) => row.label))).toEqual(
      [["A", "D"]],
    );
    expect(strongest.title.subtitle).toBe("2 factors that explain less are not shown");
    expect(() => effectsForest({ ...sample.study(), pairs: null }, { show: "pairs" })).toThrow("pairedBy");
  });

  it("interactionChart() turns the factors around", () => {
    const { cells } = sample.study();
    const one: Loose = interactionChart(cells, { factors: ["scene", "camera_height"] });
    const other: Loose = interactionChart(cells, { factors: ["camera_height", "scene"] });
    expect(one.data.values[1]).toMatchObject({ level: "A", group: "B" });
    expect(other.data.values[1]).toMatchObject({ level: "B", group: "A", mean: one.data.values[1].mean });
    expect(() => interactionChart(cells, { factors: ["scene", "nothing"] })).toThrow(RangeError);
  });

  it("sensitivityChart() sorts by what matters most", () => {
    const { indices } = sample.sensitivity("sobol", ["a", "b", "c"]);
    const reversed = indices.orderby("st").reify();
    const { encoding, data }: Loose = sensitivityChart({ kind: "sobol", indices: reversed });
    expect(encoding.y.scale.domain).toEqual(["a", "b", "c"]);
    expect(data.values[0]).toEqual({
      parameter: "a",
      kind: "ST, with interactions",
      value: 0.5,
      low: 0.42,
      high: 0.58,
    });
  });

  it("associationMatrix() has each pair twice and takes the first measure of a pair", () => {
    const rows = sample.rowsTable("column_a:string column_b:string measure:string value count", [
      ["x", "y", "pearson", -0.256, 10],
      ["x", "y", "spearman", 0.9, 10],
      ["x", "z", "cramers_v", null, 10],
      ["job_id", "x", "cramers_v", 1, 10],
    ]);
    const { data }: Loose = associationMatrix(rows);
    expect(data.values.map(({ a, b, text }: Loose) => [a, b, text])).toEqual([
      ["x", "y", "−0.26"],
      ["y", "x", "−0.26"],
    ]);
    const named: Loose = associationMatrix(rows, { columns: ["x", "z", "job_id"] });
    expect(named.data.values.map(({ a, b, text }: Loose) => [a, b, text])).toEqual([
      ["x", "z", "–"],
      ["z", "x", "–"],
      ["job_id", "x", "1.00"],
      ["x", "job_id", "1.00"],
    ]);
    expect(named.encoding.x.scale.domain).toEqual(["x", "z", "job_id"]);
    expect(() => associationMatrix(rows, { columns: ["w"] })).toThrow(RangeError);
    const spearman: Loose = associationMatrix(rows, { measure: "spearman" });
    expect(spearman.data.values[0]).toMatchObject({ value: 0.9, strong: true });
  });

  it("heatMap() has the image's aspect and y downwards", () => {
    const { width, height, encoding }: Loose = heatMap(sample.positionRows(), { aspect: 4 / 3, width: 400 });
    expect([width, height]).toEqual([400, 300]);
    expect(encoding.y.scale).toEqual({ domain: [0, 1], reverse: true });
  });

  it("keypointVisibilityChart() orders joints along the body, and stacks to 1", () => {
    const { encoding, data }: Loose = keypointVisibilityChart(sample.visibilityRows());
    expect(encoding.y.scale.domain.slice(0, 4)).toEqual(["nose", "left_eye", "left_ear", "left_shoulder"]);
    const outside = data.values.filter((row: Loose) => row.group === "outside");
    expect(outside).toHaveLength(17);
    for (const row of outside) expect(row.to).toBeCloseTo(1, 12);
    expect(() => keypointVisibilityChart(sample.visibilityRows(), { skeleton: "armature" })).toThrow(
      "expected one of coco",
    );
  });

  it("driftChart() tells each test with its threshold", () => {
    const { data }: Loose = driftChart(sample.comparison());
    expect(data.values).toEqual([
      {
        column: "camera_height",
        effect: "Cohen's d",
        size: 0.9,
        verdict: "drifted",
        test: "wasserstein 0.310 ≥ 0.1",
      },
      expect.objectContaining({ column: "num_reps", verdict: "not drifted", test: "ks p 0.072 ≥ 0.05" }),
      expect.objectContaining({ column: "scene", effect: "Cramér's V", test: "jensen-shannon 0.155 ≥ 0.1" }),
      expect.objectContaining({
        column: "lighting_power",
        size: null,
        verdict: "no verdict",
        test: "not tested",
      }),
    ]);
  });

  it("compareHistogram() has the same bins for both, and shares of each", () => {
    const before = sample.rowsTable("x", [[0], [0], [1], [10]]);
    const after = sample.rowsTable("x", [[5], [20]]);
    const { data }: Loose = compareHistogram(before, after, { column: "x", bins: 2, names: ["a", "b"] });
    expect(data.values).toEqual([
      { group: "a", place: 0, amount: 0.75 },
      { group: "a", place: 10, amount: 0.25 },
      { group: "a", place: 20, amount: 0.25 },
      { group: "b", place: 0, amount: 0.5 },
      { group: "b", place: 10, amount: 0.5 },
      { group: "b", place: 20, amount: 0.5 },
    ]);
    const texts = sample.rowsTable("x:string", [["u"]]);
    expect(() => compareHistogram(before, texts, { column: "x" })).toThrow(TypeError);
    expect(() => compareHistogram(before, after, { column: "y" })).toThrow(RangeError);
  });

  it("histogramGrid() leaves out texts that all differ, and the columns of groups and weights", () => {
    const { concat }: Loose = histogramGrid(sample.jobs(), { by: "scene", weight: "num_reps" });
    const titles = concat.map(
      ({ encoding, mark }: Loose) => (mark.type === "bar" ? encoding.y : encoding.x).title,
    );
    expect(titles).toEqual(["camera_height", "mirrored", "lighting", "created", "exercise"]);
    const colors = concat.map(({ encoding }: Loose) => encoding.color.scale.domain);
    expect(new Set(colors.map(String))).toEqual(new Set(["BEDROOM,GYM,OFFICE"]));
    const sum = concat[1].data.values.reduce((all: number, row: Loose) => all + row.amount, 0);
    const reps = Array.from(sample.jobs().array("num_reps") as Iterable<number>);
    expect(sum).toBe(reps.reduce((a, b) => a + b, 0));
  });

  it("histogramGrid() leaves out names of rows and columns with one value, unless they are named", () => {
    const jobs = sample.rowsTable(
      "job_id:string batch_id:string design_row:int32 x:float64 one:float64 no:float64",
      [
        ["a", "b1", 0, 1.5, 7, null],
        ["b", "b1", 1, 2.5, 7, null],
        ["c", "b2", 2, 4.5, null, null],
        ["c", "b2", 3, 4.5, 7, null],
      ],
    );
    const titles = ({ concat }: Loose) =>
      concat.map(({ encoding, mark }: Loose) => (mark.type === "bar" ? encoding.y : encoding.x).title);
    expect(titles(histogramGrid(jobs))).toEqual(["x"]);
    expect(titles(histogramGrid(jobs, { columns: ["batch_id", "one"] }))).toEqual(["batch_id", "one"]);
  });

  it("frameChart() takes the rows of its frame, with hollow occluded points and y downwards", () => {
    const { width, height, layer }: Loose = frameChart(sample.frame(), { width: 320 });
    expect([width, height]).toEqual([320, 180]);
    const [boxes, bones, hidden, points, hollow] = layer;
    expect(boxes.data.values.map((row: Loose) => row.instance)).toEqual(["1", "2", "3"]);
    expect(bones.data.values.length + hidden.data.values.length).toBe(2 * 19);
    expect(points.data.values.length + hollow.data.values.length).toBe(34);
    expect(hollow.data.values).toHaveLength(8);
    expect([points.mark.filled, hollow.mark.filled]).toEqual([true, false]);
    expect(boxes.encoding.y.scale).toEqual({ domain: [0, 360], nice: false, reverse: true });
    expect(() => frameChart(sample.frame(), { picture: "https://example.org/a.png" })).toThrow(RangeError);
  });

  it("knows the bones of both skeletons", () => {
    expect(BONES.coco).toHaveLength(19);
    expect(BONES.armature).toHaveLength(54);
    expect(new Set(BONES.coco?.flat())).toEqual(new Set(sample.COCO));
    expect(new Set(BONES.armature?.flat()).size).toBe(55);
  });

  it("imuChart() has angles without jumps, and where repetitions end", () => {
    const { layer }: Loose = imuChart(sample.imuRows());
    const yaw = layer[2].data.values.filter((row: Loose) => row.group === "yaw");
    // The device turns 0.6 rad a second, for 20 seconds.
    expect(yaw).toHaveLength(400);
    for (const { time, value } of yaw) expect(value).toBeCloseTo((0.6 * time * 180) / Math.PI, 6);
    expect(layer[0].data.values.map((row: Loose) => row.count)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(layer[0].data.values[0].time).toBeCloseTo(3, 9);
    const long: Loose = imuChart(sample.imuRows("a", 9000));
    const pitch = long.layer[2].data.values.filter((row: Loose) => row.group === "pitch");
    expect(pitch.length).toBeLessThanOrEqual(802);
    const amplitude = (0.7 * 180) / Math.PI;
    expect(Math.max(...pitch.map((row: Loose) => row.value))).toBeCloseTo(amplitude, 1);
    expect(() => imuChart(sample.imuRows(), { jobId: "other" })).toThrow(
      'There are no samples of job "other"',
    );
  });

  it("rejects options that it does not have", () => {
    expect(() => heatMap(sample.positionRows(), { aspekt: 1 } as never)).toThrow(
      'There is no option "aspekt"',
    );
    expect(() => heatMap(sample.positionRows(), { width: Number.NaN })).toThrow(
      "must be a number from 10 to 10000",
    );
    expect(() => heatMap(sample.positionRows(), { title: 3 as never })).toThrow(TypeError);
    expect(() => frequencyChart(sample.frequencyRows(["a"]), { top: 0 })).toThrow("an integer from 1 to 200");
    expect(() => histogramChart(sample.jobs())).toThrow('There is no column "bin_start"');
  });
});
