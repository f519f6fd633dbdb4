import type { ColumnTable } from "arquero";
import { describe, expect, it } from "vitest";
import { derive } from "../../../src/design/conditions/derive.ts";
import { uniform } from "../../../src/design/distributions/uniform.ts";
import { fill } from "../../../src/design/fill/fill.ts";
import { sobol } from "../../../src/design/methods/sobol.ts";
import { batches } from "../../../src/design/operators/batches.ts";
import { concat } from "../../../src/design/operators/concat.ts";
import { cross } from "../../../src/design/operators/cross.ts";
import { dedupe } from "../../../src/design/operators/dedupe.ts";
import { grid } from "../../../src/design/operators/grid.ts";
import { repeat } from "../../../src/design/operators/repeat.ts";
import { shuffle } from "../../../src/design/operators/shuffle.ts";
import { take } from "../../../src/design/operators/take.ts";
import { takeFromGrid } from "../../../src/design/operators/take-from-grid.ts";
import { zip } from "../../../src/design/operators/zip.ts";
import { fromRecipe } from "../../../src/design/plans/from-recipe.ts";
import { toRecipe } from "../../../src/design/plans/to-recipe.ts";
import { sample } from "../../../src/design/sample.ts";
import { fromArrowIpc } from "../../../src/io/from-arrow-ipc.ts";
import { fromParquet } from "../../../src/io/from-parquet.ts";
import { toArrowIpc } from "../../../src/io/to-arrow-ipc.ts";
import { toParquet } from "../../../src/io/to-parquet.ts";
import type { JobRecord } from "../../../src/params/job-record.ts";
import { jobsToTable } from "../../../src/params/jobs-to-table.ts";
import { ParameterSpace } from "../../../src/params/parameter-space.ts";
import { tableToJobs } from "../../../src/params/table-to-jobs.ts";
import { validateJobs } from "../../../src/params/validate-jobs.ts";
import { TOY } from "../../util/generators.ts";

/** The columns' values, by name, whatever the names. */
function columnsOf(table: ColumnTable): [string, unknown[]][] {
  return table.columnNames().map((name) => [name, Array.from(table.array(name) as Iterable<unknown>)]);
}

describe.each(["__proto__", "constructor", "hasOwnProperty", "a b", "é", "0", "", "row", "value"])(
  "a column named %j",
  (name) => {
    const values = { x: [1, 2], [name]: ["a", "b", "c"] };
    const drawn = () => sample({ [name]: uniform(0, 1), x: uniform(0, 1) }, 6, { seed: 1 });

    it("is sampled, derived and asked for in conditions", () => {
      const random = drawn().array(name) as number[];
      expect(random).toEqual(sample({ [name]: uniform(0, 1) }, 6, { seed: 1 }).array(name));
      expect(sample({ [name]: uniform(0, 1) }, 2, { seed: 1, method: sobol() }).array(name)).toEqual([
        0, 0.5,
      ]);
      const derived = {
        u: uniform(0, 1),
        [name]: derive((row) => 2 * Number(row.u)),
        v: derive((row) => row[name] ?? null),
      };
      const table = sample(derived, 3, { seed: 1 });
      expect(table.array("v")).toEqual(table.array(name));
      const kept = sample({ [name]: uniform(0, 1) }, 2, { seed: 1, where: (row) => Number(row[name]) > 0.5 });
      expect(kept.array(name)).toEqual(random.filter((u) => u > 0.5).slice(0, 2));
      const read = sample({ [name]: uniform(0, 1) }, 2, {
        seed: 1,
        where: `d => d[${JSON.stringify(name)}] > 0.5`,
      });
      expect(columnsOf(read)).toEqual(columnsOf(kept));
    });

    it("goes through every operator", () => {
      const built = grid(values);
      const list = ["a", "b", "c", "a", "b", "c"];
      expect(columnsOf(grid({ [name]: ["a", "b"] }))).toEqual([[name, ["a", "b"]]]);
      const others: ColumnTable[] = [
        built,
        concat(built, grid({ y: [1] })),
        cross(grid({ y: [1] }), built),
        zip(built, { y: [7] }),
        repeat(built, 1),
        dedupe(built),
        shuffle(shuffle(built, { seed: 1 }), { seed: 2 }),
        take(built, 6, { seed: 1 }),
        takeFromGrid(values, 6, { seed: 1 }),
        concat(...batches(built, 4)),
        fill(new ParameterSpace(TOY), built, { with: "default" }),
      ];
      for (const other of others) {
        const found = Array.from(other.array(name) as Iterable<string>).slice(0, 6);
        expect(found.sort()).toEqual([...list].sort());
      }
      const replicated = repeat(grid({ x: [1, 2] }), 2, { column: name });
      expect(replicated.array(name)).toEqual([0, 0, 1, 1]);
    });

    it("is a parameter like others in records, validation, recipes and files", async () => {
      const jobs: JobRecord[] = [{ [name]: 1, x: 2 }, { x: 3 }];
      const table = jobsToTable(jobs);
      expect(tableToJobs(table)).toEqual(jobs);
      expect(Object.keys(tableToJobs(table)[0] as object)).toContain(name);
      expect(JSON.stringify(tableToJobs(table))).toContain(`${JSON.stringify(name)}:1`);
      const problems = validateJobs(new ParameterSpace(TOY), [{ [name]: 1 }]);
      expect(problems.array("parameter")).toEqual([name]);
      const param = { name, type: "int", default_value: 2, options: { min: 1, max: 5 } } as const;
      const space = new ParameterSpace({ ...TOY, params: [...TOY.params, param] });
      expect(validateJobs(space, [{ [name]: 9 }]).array("problem")).toEqual(["max"]);
      expect(fill(space, [{}], { with: "default" }).array(name)).toEqual([2]);
      const made = drawn();
      const again = await fromRecipe(JSON.parse(JSON.stringify(await toRecipe(made))));
      expect(columnsOf(again)).toEqual(columnsOf(made));
      expect(columnsOf(fromArrowIpc(toArrowIpc(made)))).toEqual(columnsOf(made));
      if (name !== "") expect(columnsOf(await fromParquet(toParquet(made)))).toEqual(columnsOf(made));
    });
  },
);
