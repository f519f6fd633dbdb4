import { expect, test } from "vitest";
import { report } from "../../../src/report/report.ts";
import { makeColumn } from "../../../src/tables/make-column.ts";
import { makeTable } from "../../../src/tables/make-table.ts";
import { datasetOf } from "../datasets.ts";

test("alerts of what a sweep is made for are not listed", async () => {
  const rows = Array.from({ length: 400 }, (_, row) => row);
  const column = (value: (row: number) => number | null) => makeColumn("float64", rows.map(value));
  const jobs = makeTable([
    ["job_id", rows.map((row) => `job-${row}`)],
    ["status", rows.map(() => "completed")],
    ["height", column((row) => row / 400)],
    ["depth", column((row) => row / 200 + (row % 2))],
    ["frame_rate", column(() => 12)],
    ["num_annotations", column((row) => 10 * row + ((row * 7) % 11))],
    ["avg_percent_occlusion", column((row) => row + ((row * 7) % 13))],
    ["avg_percent_in_fov", column(() => null)],
  ]);
  const made = await report(datasetOf(jobs), { charts: false });
  const found = made
    .toJSON()
    .alerts.map(({ alert, column, other_column: other }) =>
      [alert, column, other].filter((each) => each !== null).join(" "),
    );
  for (const alert of [
    "UNIFORM height",
    "HIGH_CORRELATION height num_annotations",
    "MISSING avg_percent_in_fov",
  ])
    expect(found).toContain(alert);
  const section = made.markdown.split("## Alerts")[1]?.replaceAll("\\", "") ?? "";
  expect(section).toContain("HIGH_CORRELATION | warning | height, depth");
  expect(section).not.toMatch(
    /UNIFORM[^\n]*height|CORRELATION[^\n]*(num_annotations|occlusion)|MISSING[^\n]*fov/,
  );
  expect(section).toContain("No job has labels for: avg_percent_in_fov");
  expect(section).toMatch(
    /parameters are spread evenly \(\d\); that measures of labels go along .* \([35]\)/,
  );
});
