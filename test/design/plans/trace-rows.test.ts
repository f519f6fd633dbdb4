import { table } from "arquero";
import { describe, expect, it } from "vitest";
import { choice } from "../../../src/design/distributions/choice.ts";
import { uniform } from "../../../src/design/distributions/uniform.ts";
import { fill } from "../../../src/design/fill/fill.ts";
import { batches } from "../../../src/design/operators/batches.ts";
import { concat } from "../../../src/design/operators/concat.ts";
import { cross } from "../../../src/design/operators/cross.ts";
import { dedupe } from "../../../src/design/operators/dedupe.ts";
import { grid } from "../../../src/design/operators/grid.ts";
import { repeat } from "../../../src/design/operators/repeat.ts";
import { shuffle } from "../../../src/design/operators/shuffle.ts";
import { sweepFrom } from "../../../src/design/operators/sweep-from.ts";
import { take } from "../../../src/design/operators/take.ts";
import { zip } from "../../../src/design/operators/zip.ts";
import { traceRows } from "../../../src/design/plans/trace-rows.ts";
import { sample } from "../../../src/design/sample.ts";
import { morris } from "../../../src/design/sensitivity/morris.ts";
import { saltelli } from "../../../src/design/sensitivity/saltelli.ts";
import { TOY_SPACE } from "../../util/generators.ts";

const base = () => saltelli({ num_reps: uniform(0, 1), y: uniform(0, 1) }, 4, { seed: 1 });
const range = (count: number) => Array.from({ length: count }, (_, i) => i);

/** Each operator after a design whose values are all different, so that values tell where a row came from. */
const DESIGNS = {
  itself: base,
  fill: () => fill(TOY_SPACE, base(), { with: "random", seed: 2 }),
  zip: () => zip(base(), { n: range(16) }),
  cross: () => cross(grid({ scene: ["a", "b"] }), base(), grid({ view: [1, 2, 3] })),
  concat: () => concat(sample({ num_reps: uniform(2, 3) }, 3, { seed: 1 }), base(), table({ y: [7] })),
  repeat: () => repeat(base(), 3, { column: "replicate", vary: "fastest" }),
  shuffle: () => shuffle(base(), { seed: 4 }),
  batches: () => batches(base(), 6)[1] as ReturnType<typeof base>,
  take: () => take(base(), 7, { seed: 1, where: "d => d.y > 0.2" }),
  sweepFrom: () => sweepFrom(table({ job_id: ["j", "k"], num_reps: [9, 9] }), base()),
  "many of them": () =>
    batches(
      shuffle(cross(fill(TOY_SPACE, base(), { with: "default" }), grid({ view: [1, 2] })), { seed: 1 }),
      9,
    )[2] as never,
} as const;

describe("traceRows()", () => {
  it.each(Object.entries(DESIGNS))("finds the rows of a sensitivity design after %s", (_, make) => {
    const design = make();
    const traced = traceRows(design, new Map());
    const [x, y] = ["num_reps", "y"].map((name) => base().array(name)) as [number[], number[]];
    const rows = design.objects().map((row) => {
      const { num_reps, y: own } = row as { num_reps: number; y: number };
      return x.findIndex((value, i) => value === num_reps && y[i] === own);
    });
    expect(Array.from(traced?.rows ?? [])).toEqual(rows);
    expect(traced?.plan).toMatchObject({ op: "saltelli", n: 4 });
  });

  it("follows rows that were kept of equal ones", () => {
    const coarse = () => saltelli({ a: choice([1, 2]), b: choice(["x", "y"]) }, 8, { seed: 1 });
    const kept = dedupe(coarse());
    const traced = traceRows(kept, new Map());
    expect(traced?.rows.length).toBe(kept.numRows());
    expect(kept.objects()).toEqual(Array.from(traced?.rows ?? [], (row) => coarse().object(row)));
  });

  it("finds none where there is none", () => {
    expect(traceRows(grid({ a: [1] }), new Map())).toBeUndefined();
    expect(traceRows(table({ a: [1] }), new Map())).toBeUndefined();
  });

  it("refuses several, but not one several times", () => {
    const other = morris({ num_reps: uniform(0, 1), y: uniform(0, 1) }, 4, { seed: 1 });
    expect(() => traceRows(concat(base(), other), new Map())).toThrow(
      "There are several sensitivity designs",
    );
    const twice = traceRows(concat(base(), base()), new Map());
    expect(Array.from(twice?.rows ?? [])).toEqual([...range(16), ...range(16)]);
  });
});
