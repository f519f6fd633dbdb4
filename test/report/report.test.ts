import { fileURLToPath } from "node:url";
import { table } from "arquero";
import { expect, describe as suite, test } from "vitest";
import { openDataset } from "../../src/dataset/open-dataset.ts";
import { uniform } from "../../src/design/distributions/uniform.ts";
import { saltelli } from "../../src/design/sensitivity/saltelli.ts";
import { jsonRows } from "../../src/report/data/json-rows.ts";
import { report } from "../../src/report/report.ts";
import type { ReportProgress, ReportStep } from "../../src/report/report-options.ts";
import { describe } from "../../src/stats/describe/describe.ts";
import { effects } from "../../src/stats/effects/effects.ts";
import { labelStatistics } from "../../src/stats/labels/label-statistics.ts";
import { makeColumn } from "../../src/tables/make-column.ts";
import { makeTable } from "../../src/tables/make-table.ts";
import { datasetOf } from "./datasets.ts";

const FLAGSHIP = fileURLToPath(new URL("../../fixtures/flagship/batch", import.meta.url));

/** What no report has: addresses, and values that were not written for people. */
const UNWANTED = /https?:|>NaN|undefined|\[object/;

/** Jobs of a sweep of two parameters, of which one decides. */
function sweep(count: number, status = (_row: number) => "completed") {
  const rows = Array.from({ length: count }, (_, row) => row);
  return makeTable([
    ["job_id", rows.map((row) => `job-${row}`)],
    ["batch_id", rows.map(() => "b-1")],
    ["batch_name", rows.map(() => "heights")],
    ["generator", rows.map(() => "visionfit-v0.4.0")],
    ["is_preview", rows.map(() => false)],
    ["status", rows.map(status)],
    ["design_row", Int32Array.from(rows)],
    ["camera_height", Float64Array.from(rows, (row) => row % 5)],
    ["scene", rows.map((row) => `GYM_${(row * 7) % 3}`)],
    ["frame_rate", Int32Array.from(rows, () => 12)],
    [
      "num_frames",
      makeColumn(
        "int32",
        rows.map((row) => (status(row) === "completed" ? 10 : null)),
      ),
    ],
    [
      "avg_percent_occlusion",
      makeColumn(
        "float64",
        rows.map((row) => (status(row) === "completed" ? 10 * (row % 5) + ((row * 13) % 11) : null)),
      ),
    ],
  ]);
}

suite("report()", () => {
  test("the same data and options give the same text, at any time", async () => {
    const made = () =>
      openDataset(FLAGSHIP).then((dataset) => report(dataset, { outcome: "avg_percent_occlusion" }));
    const [first, second] = [await made(), await made()];
    expect(second.html === first.html).toBe(true);
    expect(second.markdown).toBe(first.markdown);
    expect(JSON.stringify(second)).toBe(JSON.stringify(first));
    expect(first.html.match(UNWANTED)).toBeNull();
  });

  test("its numbers are those of the functions, as plain JSON", async () => {
    const dataset = await openDataset(FLAGSHIP);
    const data = (await report(dataset, { charts: false })).toJSON();
    expect(JSON.parse(JSON.stringify(data))).toEqual(data);
    const params = data.parameters.names;
    expect(params).toContain("lighting_power");
    expect(params).not.toContain("num_frames");
    expect(data.parameters.varying).toEqual([
      "exercise",
      "gender",
      "lighting_power",
      "add_wall_art",
      "outfit",
    ]);
    const columns = [...params, ...data.parameters.summaries];
    expect(data.parameters.described).toEqual(jsonRows(describe(dataset.jobs, { columns })));
    const labels = await labelStatistics(dataset);
    expect(data.labels?.size_bands).toEqual(jsonRows(labels.sizeBands));
    expect(Object.keys(data.labels ?? {})).toHaveLength(Object.keys(labels).length);
    expect(data.summary).toEqual({
      jobs: 2,
      previews: 0,
      statuses: { completed: 2 },
      frames: 6,
      annotations: 6,
      generators: ["visionfit-flagship-v0.1.0"],
      batch_ids: ["3bde8053-d95e-4868-88b4-a0b08c9ddefc"],
      batch_names: ["visionfit-flagship-v0.1.0 fixture"],
    });
    expect(data.provenance.tables).toMatchObject({ jobs: 2, images: 6, annotations: 6, problems: 0 });
  });

  test("tells what a parameter does to the outcome, and that failed jobs are left out", async () => {
    const jobs = sweep(60, (row) => (row % 12 === 0 ? "failed" : "completed"));
    const made = await report(datasetOf(jobs), { outcome: "avg_percent_occlusion", title: "Heights" });
    const [study] = made.toJSON().effects;
    const direct = effects(jobs, { outcome: "avg_percent_occlusion", factors: ["camera_height", "scene"] });
    expect(study?.main).toEqual(jsonRows(direct.main));
    expect([study?.count, study?.missing]).toEqual([55, 5]);
    expect(study?.factors).toEqual(["camera_height", "scene"]);
    expect(study?.curves.map(({ points }) => points.length)).toEqual([5, 3]);
    for (const text of [made.html, made.markdown]) {
      expect(text).toMatch(/camera(\\)?_height.{0,8} explains \d\d(\.\d)?\u00a0% of the variation/);
      expect(text).toMatch(/5 jobs of 60 are not completed/);
    }
    expect(made.toJSON().summary.statuses).toEqual({ completed: 55, failed: 5 });
  });

  test("an outcome may be a measure of labels, and there may be several", async () => {
    const dataset = await openDataset(FLAGSHIP);
    const { effects: found } = (
      await report(dataset, { outcome: ["relative_size", "num_frames"], factors: ["gender"], charts: false })
    ).toJSON();
    const { jobs } = await labelStatistics(dataset);
    expect(found.map(({ outcome }) => outcome)).toEqual(["relative_size", "num_frames"]);
    const means = found[0]?.levels.map(({ mean }) => mean) as number[];
    const sizes = Array.from(jobs.column("relative_size") as Iterable<number>);
    expect(means.sort()).toEqual(sizes.sort());
  });

  test("says what to pass where something is missing", async () => {
    const { markdown } = await report(datasetOf(sweep(10)), { charts: false });
    expect(markdown).toMatch(/No outcome was named.*--outcome.*avg_percent_occlusion/);
    expect(markdown).not.toContain("Comparison");
    expect(markdown).toMatch(/No recipe of the design was given/);
  });

  test("pairs jobs by their base", async () => {
    const jobs = sweep(60);
    const bases = makeTable([
      ...jobs.columnNames().map((name) => [name, jobs.column(name) as never] as const),
      ["state", Array.from({ length: 60 }, (_, row) => `base-${Math.floor(row / 5)}`)],
    ]);
    const made = await report(datasetOf(bases), {
      outcome: "avg_percent_occlusion",
      factors: ["camera_height"],
      pairedBy: "state",
      charts: false,
    });
    expect(made.toJSON().effects[0]?.pairs).toHaveLength(10);
    expect(made.markdown).toContain("Effects are those within jobs of the same state");
  });

  test("compares with another dataset, and with the design", async () => {
    const current = datasetOf(sweep(60));
    const other = sweep(60).assign(table({ camera_height: Array.from({ length: 60 }, (_, row) => row % 3) }));
    const drifted = await report(current, { compare: datasetOf(other) });
    const { comparison } = drifted.toJSON();
    expect(comparison?.kind).toBe("dataset");
    const height = comparison?.columns.find(({ column }) => column === "camera_height");
    expect([height?.drifted, height?.mean_reference, height?.mean_current]).toEqual([true, 1, 2]);
    expect(comparison?.columns.find(({ column }) => column === "scene")?.drifted).toBe(false);
    expect(drifted.html).toContain("Distribution of camera_height in the reference and here");

    const design = table({
      camera_height: Array.from({ length: 61 }, (_, row) => (row === 7 ? 99 : row % 5)),
      scene: Array.from({ length: 61 }, (_, row) => `GYM_${(row * 7) % 3}`),
    });
    const achieved = (await report(current, { compare: design, charts: false })).toJSON().comparison;
    expect(achieved?.kind).toBe("design");
    expect(achieved?.design?.drift).toEqual([
      {
        design_row: 7,
        job_id: "job-7",
        parameter: "camera_height",
        requested: "99",
        achieved: "2",
        difference: -97,
      },
    ]);
    expect(achieved?.design?.table.filter(({ status }) => status === "missing")).toHaveLength(1);
  });

  test("splits charts and labels by a column", async () => {
    const made = await report(await openDataset(FLAGSHIP), { by: "gender" });
    const { labels } = made.toJSON();
    expect(labels?.classes?.map(({ gender, count }) => [gender, count])).toEqual([
      ["FEMALE", 3],
      ["MALE", 3],
    ]);
    expect(made.html).toContain("outfit, by gender");
  });

  test("shows a sensitivity analysis", async () => {
    const indices = makeTable([
      ["parameter", ["size", "depth"]],
      ...["s1", "s1_conf", "s1_low", "s1_high", "st", "st_conf", "st_low", "st_high"].map(
        (name, place) => [name, Float64Array.of(0.6 + place / 100, 0.1)] as const,
      ),
    ]);
    const sensitivity = {
      ...{
        outcome: "num_frames",
        kind: "sobol" as const,
        indices,
        interactions: null,
        blocks: 8,
        usedBlocks: 7,
        rows: 48,
      },
      ...{ usedRows: 42, droppedBlocks: [3], missingRows: [19], note: "Mind the gap" },
    };
    const made = await report(datasetOf(sweep(4)), { sensitivity });
    expect(made.toJSON().sensitivity[0]).toMatchObject({
      outcome: "num_frames",
      used_blocks: 7,
      dropped_blocks: [3],
      indices: [{ parameter: "size", s1: 0.6 }, { parameter: "depth" }],
    });
    expect(made.markdown).toContain("From 7 blocks of 8: 42 of 48 jobs of the design.");
    expect(made.html).toContain("Mind the gap");
    expect(made.html).toContain("Sensitivity of num_frames");
  });

  test("analyses the sensitivity where the design is made for it, and marks other tests", async () => {
    const design = saltelli({ height: uniform(0, 1), depth: uniform(0, 1) }, 32, { seed: 1 });
    const heights = Array.from(design.column("height") as Iterable<number>);
    const jobs = makeTable([
      ["job_id", heights.map((_, row) => `job-${row}`)],
      ["status", heights.map(() => "completed")],
      ["design_row", Int32Array.from(heights.keys())],
      ...["height", "depth"].map((name) => [name, design.column(name) as never] as const),
      ["num_frames", Float64Array.from(heights, (height) => 10 * height)],
    ]);
    const options = { outcome: "num_frames", charts: false };
    const made = await report(datasetOf(jobs), { ...options, compare: design });
    expect(made.toJSON().sensitivity).toMatchObject([
      { outcome: "num_frames", kind: "sobol", used_blocks: 32 },
    ]);
    expect(made.markdown).toMatch(/these matter most: height \\?\(ST/);
    expect(made.markdown).toContain("do not hold");
    expect(made.markdown).not.toContain("What changes num");
    const plain = await report(datasetOf(jobs), options);
    expect(plain.toJSON().sensitivity).toEqual([]);
    expect(plain.markdown).not.toContain("do not hold");
  });

  test("tells seeds of a recipe and the moment, where they are given", async () => {
    const recipe = { recipe: 1, plan: { op: "sample", seed: "s-7", inputs: [{ op: "shuffle", seed: 3 }] } };
    const made = await report(datasetOf(sweep(4)), { recipe, made: new Date(0), charts: false });
    expect(made.toJSON()).toMatchObject({
      made: "1970-01-01T00:00:00.000Z",
      provenance: { seeds: ["s-7", "3"], recipe },
    });
    expect(made.html).toContain("Seeds of the design: s-7, 3.");
    expect(made.html).toContain("1970-01-01T00:00:00.000Z");
  });

  test("is made of jobs of any kind", async () => {
    const empty = await report(datasetOf(sweep(0)), { outcome: "avg_percent_occlusion" });
    expect(empty.toJSON().summary.jobs).toBe(0);
    expect(empty.markdown).toContain("No parameter varies");
    const failed = await report(datasetOf(sweep(6, () => "failed")), { outcome: "avg_percent_occlusion" });
    expect(failed.toJSON().effects[0]?.count).toBe(0);
    const odd = makeTable([
      ["job_id", ["a", "b", "c"]],
      ["status", ["completed", "completed", "completed"]],
      ["list", makeColumn("float64[]", [[1, 2], null, [3]])],
      ["struct", [{ x: 1 }, { x: 2 }, { x: 3 }]],
      ["big", [1n, 2n ** 60n, 3n]],
      ["moment", [new Date(0), new Date(1e12), new Date(2e12)]],
      ["numbers", [Number.NaN, Number.POSITIVE_INFINITY, 1]],
      ["none", [null, null, null]],
    ]);
    const { html } = await report(datasetOf(odd), { outcome: "numbers" });
    expect(html.match(UNWANTED)).toBeNull();
  });

  test("without charts has their numbers in tables", async () => {
    const options = { outcome: "avg_percent_occlusion" };
    const [drawn, bare] = [
      await report(datasetOf(sweep(30)), options),
      await report(datasetOf(sweep(30)), { ...options, charts: false }),
    ];
    expect(drawn.html.includes("<svg")).toBe(true);
    expect(bare.html.includes("<svg")).toBe(false);
    expect(bare.html.includes("Means and effects of levels on avg_percent_occlusion")).toBe(true);
    expect(bare.markdown).toBe(drawn.markdown);
    // Tables that open on demand have no numbers, so that those on the page have no gaps.
    expect(drawn.html).toContain("<caption>Means and effects of levels");
    const numbers = Array.from(drawn.html.matchAll(/<caption><b>Table (\d+)/g), ([, number]) =>
      Number(number),
    );
    expect(numbers).toEqual(numbers.map((_, i) => i + 1));
  });

  test("stays small with 10,000 jobs and many columns", async () => {
    const jobs = sweep(10_000);
    const wide = makeTable([
      ...jobs.columnNames().map((name) => [name, jobs.column(name) as never] as const),
      ...Array.from({ length: 30 }, (_, column) => {
        const values = Float64Array.from({ length: 10_000 }, (_, row) => (row * (column + 7919)) % 9973);
        return [`extra_${column}`, values] as const;
      }),
      ["token", Array.from({ length: 10_000 }, (_, row) => `${"x".repeat(200)}${row}`)],
    ]);
    const factors = ["camera_height", "scene", "extra_0"];
    const { html } = await report(datasetOf(wide), { outcome: "avg_percent_occlusion", factors });
    expect(html.length).toBeLessThan(5e6);
    expect(html.length).toBeGreaterThan(1e5);
    expect(html.includes("Not drawn: ")).toBe(true);
  });

  test("names what is wrong with its options", async () => {
    const dataset = datasetOf(sweep(6));
    await expect(report(dataset, { outcom: "x" } as never)).rejects.toThrow(
      'There is no option "outcom" (did you mean "outcome"?)',
    );
    await expect(report(dataset, { outcome: "avg_percent_oclusion" })).rejects.toThrow(
      'There is no column "avg_percent_oclusion" for the option "outcome" (did you mean "avg_percent_occlusion"?)',
    );
    await expect(report(dataset, { outcome: "num_frames", factors: ["scenes"] })).rejects.toThrow(
      'There is no column "scenes" for the option "factors" (did you mean "scene"?)',
    );
    await expect(report(dataset, { by: "nothing" })).rejects.toThrow(
      'There is no column "nothing" for the option "by", expected one of camera_height, scene, frame_rate',
    );
    await expect(report(dataset, { confidence: 1.5 })).rejects.toThrow("confidence");
    await expect(report(dataset, { made: new Date("x") })).rejects.toThrow("made must be a valid Date");
    await expect(report(dataset, { recipe: "x" as never })).rejects.toThrow("recipe must be an object");
  });

  test("names what an option may name, the outcomes first, before it reads labels", async () => {
    const steps: ReportStep[] = [];
    const options = { outcome: "wrong_name_altogether", pairedBy: "state" };
    const onProgress = ({ step }: { step: ReportStep }) => steps.push(step);
    const making = report(datasetOf(sweep(6)), { ...options, onProgress });
    const message: string = await making.then(
      () => "",
      (error: Error) => error.message,
    );
    const [start, list = ""] = message.split(", expected one of ");
    expect(start).toBe('There is no column "wrong_name_altogether" for the option "outcome"');
    expect(list).toMatch(/^num_frames, avg_percent_occlusion, frames, annotations, .*, …$/);
    expect(list.split(", ")).toHaveLength(13);
    expect(list).not.toMatch(/job_id|scene/);
    expect(steps).not.toContain("labels");
  });

  test("tells how far it is, and stops when it is told to", async () => {
    const steps: ReportStep[] = [];
    const last = new Map<ReportStep, boolean>();
    const options = { outcome: ["avg_percent_occlusion", "num_frames"], compare: sweep(6) };
    const told = ({ step, done, total }: ReportProgress) => {
      steps.push(step);
      last.set(step, done === total);
    };
    await report(datasetOf(sweep(6)), { ...options, onProgress: told });
    expect([...last].filter(([, isDone]) => !isDone)).toEqual([]);
    expect([...new Set(steps)]).toEqual([
      "parameters",
      "labels",
      "effects",
      "comparison",
      "alerts",
      "drawing",
    ]);
    for (const last of new Set(steps)) {
      const stopping = new AbortController();
      const onProgress = ({ step }: { step: ReportStep }) => step === last && stopping.abort(new Error(last));
      const making = report(datasetOf(sweep(6)), { ...options, signal: stopping.signal, onProgress });
      await expect(making).rejects.toThrow(last);
    }
  });
});
