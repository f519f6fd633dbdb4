import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { openDataset } from "../../src/dataset/open-dataset.ts";
import { type ColumnLike, columnTypeOf } from "../../src/tables/column-type-of.ts";
import { fixtureFolder, labels, motion } from "./fixture-folder.ts";

async function twoJobs(options = {}) {
  const folder = await fixtureFolder({
    "00000_params.json": { params: { scene: "GYM_1", num_reps: 3 } },
    "00000_labels.json": labels(2, [
      [50, 0],
      [75, 10],
    ]),
    "00001_params.json": { params: { scene: "GYM_2", num_reps: 5 } },
    "00001_labels.json": labels(3, [[100, 0]]),
    "00001.csv": motion(4),
  });
  return openDataset(folder, options);
}

describe("dataset.sql()", () => {
  test("queries the tables, which join on job_id", async () => {
    const dataset = await twoJobs();
    const result = await dataset.sql(
      "SELECT job_id, scene, count(*) AS n, avg(percent_in_fov) AS seen FROM annotations JOIN jobs USING (job_id) GROUP BY ALL ORDER BY job_id",
    );
    expect(result.objects()).toEqual([
      { job_id: "00000", scene: "GYM_1", n: 2, seen: 62.5 },
      { job_id: "00001", scene: "GYM_2", n: 1, seen: 100 },
    ]);
  });

  test("binds parameters by place and by name", async () => {
    const dataset = await twoJobs();
    const byName = await dataset.sql("SELECT job_id FROM jobs WHERE scene = $scene", { scene: "GYM_2" });
    expect(byName.array("job_id")).toEqual(["00001"]);
    const byPlace = await dataset.sql("SELECT job_id FROM jobs WHERE num_reps < ?", [5]);
    expect(byPlace.array("job_id")).toEqual(["00000"]);
  });

  test("gives every table of every fixture back as it is", async () => {
    for (const name of ["flagship", "previews", "sensefit", "spills", "visionfit"]) {
      const folder = fileURLToPath(new URL(`../../fixtures/${name}/batch`, import.meta.url));
      const dataset = await openDataset(folder, { polygons: true });
      for (const [tableName, table] of dataset.tables()) {
        const result = await dataset.sql(`FROM ${tableName}`);
        expect(result.columnNames()).toEqual(table.columnNames());
        for (const column of table.columnNames()) {
          const [expected, found] = [table, result].map((each) => each.column(column) as ColumnLike);
          expect(columnTypeOf(found!, column), `${name}.${tableName}.${column}`).toBe(
            columnTypeOf(expected!, column),
          );
          expect(Array.from(found!)).toEqual(Array.from(expected!));
        }
      }
    }
  });

  test("names the tables there are, and stops at an aborted signal", async () => {
    const dataset = await twoJobs();
    await expect(dataset.sql("FROM polygons")).rejects.toThrow(
      /polygons does not exist.*the tables are jobs, scenes, categories, images,/s,
    );
    const reason = new Error("stop");
    await expect(dataset.sql("FROM jobs", [], { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});
