import { describe, expect, it } from "vitest";
import { derive } from "../../../src/design/conditions/derive.ts";
import { choice } from "../../../src/design/distributions/choice.ts";
import { uniform } from "../../../src/design/distributions/uniform.ts";
import { sample } from "../../../src/design/sample.ts";

describe("derive()", () => {
  it("computes a column from the others, whatever their order, derived ones too", () => {
    const table = sample(
      {
        label: derive((row) => `${row.scene} at ${row.double}`),
        double: derive((row) => 2 * Number(row.height)),
        height: uniform(1, 2),
        scene: choice(["A", "B"]),
      },
      5,
      { seed: 1 },
    );
    expect(table.columnNames()).toEqual(["label", "double", "height", "scene"]);
    for (const row of table.objects() as Record<string, number | string>[]) {
      expect(row.double).toBe(2 * Number(row.height));
      expect(row.label).toBe(`${row.scene} at ${row.double}`);
    }
  });

  it("changes no other column", () => {
    const height = uniform(1, 2);
    const alone = sample({ height }, 9, { seed: 1 }).array("height");
    const beside = sample({ twice: derive((row) => 2 * Number(row.height)), height }, 9, { seed: 1 });
    expect(beside.array("height")).toEqual(alone);
  });

  it("calls the function once per row, and takes nothing for not specified", () => {
    let calls = 0;
    const table = sample(
      {
        a: derive((row) => (row.b === null ? "none" : "some")),
        b: derive(() => {
          calls++;
          return null;
        }),
        u: uniform(0, 1),
      },
      4,
      { seed: 1 },
    );
    expect(calls).toBe(4);
    expect(table.array("a")).toEqual(["none", "none", "none", "none"]);
    expect(table.array("b")).toEqual([null, null, null, null]);
  });

  it("names columns that need each other", () => {
    const columns = {
      a: derive((row) => row.b ?? null),
      b: derive((row) => row.a ?? null),
      u: uniform(0, 1),
    };
    expect(() => sample(columns, 1, { seed: 1 })).toThrow(
      new RangeError("Columns a -> b -> a need each other"),
    );
    expect(sample(columns, 0, { seed: 1 }).numRows()).toBe(0);
  });

  it("refuses a column that is neither a distribution nor derived", () => {
    expect(() => sample({ a: 5 as never }, 1, { seed: 1 })).toThrow(
      'Column "a" must be a distribution such as uniform(0, 1), got 5',
    );
  });

  it("takes Arquero expressions, which may read derived columns and be read by them", () => {
    const table = sample(
      {
        label: derive("d => d.scene + ' at ' + d.double"),
        double: derive((row) => Number(row.triple) - Number(row.height)),
        triple: derive("3 * d.height"),
        height: uniform(1, 2),
        scene: choice(["A", "B"]),
      },
      5,
      { seed: 1 },
    );
    for (const row of table.objects() as Record<string, number | string>[]) {
      expect(row.double).toBe(3 * Number(row.height) - Number(row.height));
      expect(row.label).toBe(`${row.scene} at ${row.double}`);
    }
  });

  it("refuses an expression that cannot be read, or that needs itself", () => {
    const from = (expression: string) => sample({ x: uniform(0, 1), y: derive(expression) }, 2, { seed: 1 });
    expect(() => from("d => d.z")).toThrow('Cannot evaluate column "y" by "d => d.z": Invalid column');
    expect(() => from("d =>")).toThrow(TypeError);
    expect(() => from("d => d.y + 1")).toThrow("y -> y need each other");
  });
});
