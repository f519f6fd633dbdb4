import { expect, describe as suite, test } from "vitest";
import { report } from "../../src/report/report.ts";
import type { ReportOptions } from "../../src/report/report-options.ts";
import { makeColumn } from "../../src/tables/make-column.ts";
import { makeTable } from "../../src/tables/make-table.ts";
import { datasetOf } from "./datasets.ts";

const HEIGHTS = [-1.0451416184867253, 0.19999999999999998, 1.5];

/** The columns of 36 jobs, of which the first `failed` failed: 12 states, three heights, two scenes. */
function columns(failed: number) {
  const rows = Array.from({ length: 36 }, (_, row) => row);
  return {
    job_id: rows.map((row) => `job-${row}`),
    status: rows.map((row) => (row < failed ? "failed" : "completed")),
    height: rows.map((row) => HEIGHTS[row % 3] ?? 0),
    scene: rows.map((row) => (Math.floor(row / 3) % 2 === 0 ? "GYM" : "PARK")),
    state: rows.map((row): string | null => `s${Math.floor(row / 3)}`),
    size: rows.map((row): number | null => (row < failed ? null : (row % 3) * 2 + ((row * 7) % 5) / 10)),
  };
}

function made(given: Partial<ReturnType<typeof columns>>, options: ReportOptions, failed = 0) {
  const numbers = ["height", "size"];
  const jobs = makeTable(
    Object.entries({ ...columns(failed), ...given }).map(([name, values]) => {
      return [name, makeColumn(numbers.includes(name) ? "float64" : "string", values)] as const;
    }),
  );
  const factors = ["height", "scene"];
  return report(datasetOf(jobs), { outcome: "size", factors, charts: false, ...options });
}

suite("effects in a report", () => {
  test("what could not be computed is not told as no effect", async () => {
    const none = await made({}, {}, 36);
    expect(none.markdown).toContain("Effects could not be studied: no job has a value of size.");
    expect(none.markdown).not.toMatch(/significant effect|Means and effects of levels|size by height/);

    const baseless = await made({ state: Array.from({ length: 36 }, () => null) }, { pairedBy: "state" });
    expect(baseless.markdown).toMatch(
      /No effect could be tested\.\n\nCould not be tested: height, scene \(no /,
    );
    expect(baseless.markdown).not.toMatch(/significant effect|Means and effects of levels|size by height/);
  });

  test("a paired study tells of differences within bases", async () => {
    // The states without GYM lack their lowest height, and are 10 higher.
    const { scene, height, size } = columns(0);
    const lifted = size.map((value, row) => {
      return scene[row] === "GYM" ? value : height[row] === HEIGHTS[0] ? null : Number(value) + 10;
    });
    const { markdown } = await made({ size: lifted }, { pairedBy: "state" });
    const told =
      /among jobs of the same state, the mean of size is (\d\.\d+) higher at 1\.5 than at [-−]1\.045/;
    expect(Number(told.exec(markdown)?.[1])).toBeCloseTo(4, 0);
    expect(markdown).not.toContain("the mean of size goes from");
    expect(markdown).toMatch(/Could not be tested: scene \(/);
    expect(markdown).toContain("which is not studied itself");
  });

  test("a value that a completed job lacks is not one of a failed job", async () => {
    const { size } = columns(2);
    const study = await made({ size: size.map((value, row) => (row === 20 ? null : value)) }, {}, 2);
    expect(study.markdown).toContain(
      "33 jobs have a value of size; 2 jobs that are not completed and 1 completed job have none.",
    );
    expect(study.markdown).toContain("> 1 completed job lacks size.");
    expect(study.toJSON().effects[0]).toMatchObject({ count: 33, missing: 3, missing_completed: 1 });
    expect((await made({}, {}, 2)).markdown).not.toContain("lacks size");
  });

  test("levels are short texts, but in the JSON", async () => {
    const study = await made({}, { pairedBy: "state", by: "height", charts: true });
    for (const text of [study.html, study.markdown]) expect(text).not.toMatch(/1\.0451|0\.1999/);
    expect(study.markdown).toContain("higher at 1.5 than at -1.045.");
    expect(study.toJSON().effects[0]?.levels[0]?.level).toBe("-1.0451416184867253");
  });

  test("interactions are named in the summary and at the beginning of the section", async () => {
    const { scene, height } = columns(0);
    const size = scene.map(
      (name, row) => (height[row] ?? 0) * (name === "GYM" ? 1 : -1) + ((row * 7) % 5) / 50,
    );
    const { markdown } = await made({ size }, {});
    const [, first = "", second = ""] = markdown.split("What the one does depends on the other: ");
    for (const text of [first, second]) expect(text).toMatch(/^height × scene \(corrected p \\*< 0\.001\)/);
  });
});
