import { type ColumnTable, desc, table } from "arquero";
import { derive } from "../../../src/design/conditions/derive.ts";
import { choice } from "../../../src/design/distributions/choice.ts";
import { constant } from "../../../src/design/distributions/constant.ts";
import { empirical } from "../../../src/design/distributions/empirical.ts";
import { integers } from "../../../src/design/distributions/integers.ts";
import { truncatedNormal } from "../../../src/design/distributions/truncated-normal.ts";
import { uniform } from "../../../src/design/distributions/uniform.ts";
import { fill } from "../../../src/design/fill/fill.ts";
import { latinHypercube } from "../../../src/design/methods/latin-hypercube.ts";
import { sobol } from "../../../src/design/methods/sobol.ts";
import { batches } from "../../../src/design/operators/batches.ts";
import { concat } from "../../../src/design/operators/concat.ts";
import { cross } from "../../../src/design/operators/cross.ts";
import { dedupe } from "../../../src/design/operators/dedupe.ts";
import { grid } from "../../../src/design/operators/grid.ts";
import { repeat } from "../../../src/design/operators/repeat.ts";
import { shuffle } from "../../../src/design/operators/shuffle.ts";
import { sweepFrom } from "../../../src/design/operators/sweep-from.ts";
import { take } from "../../../src/design/operators/take.ts";
import { takeFromGrid } from "../../../src/design/operators/take-from-grid.ts";
import { zip } from "../../../src/design/operators/zip.ts";
import { sample } from "../../../src/design/sample.ts";
import { sampleInput } from "../../../src/design/sample-input.ts";
import { morris } from "../../../src/design/sensitivity/morris.ts";
import { saltelli } from "../../../src/design/sensitivity/saltelli.ts";
import { VISIONFIT_V031 } from "../../../src/emulator/generators/visionfit-v0.3.1/parameters.ts";
import { ParameterSpace } from "../../../src/params/parameter-space.ts";
import { TOY_SPACE } from "../../util/generators.ts";

const people = () =>
  sample({ gender: choice(["MALE", "FEMALE"]), height: truncatedNormal(0, 1, { min: -2 }) }, 5, {
    seed: "p",
  });
const views = () => grid({ yaw: [-15, 0, 15], "a b": ["é", null] });

/** Designs by every operator, some of several. */
export const DESIGNS: Readonly<Record<string, () => ColumnTable>> = {
  sample: people,
  "sample by a method": () =>
    sample({ x: uniform(0, 1), n: integers(1, 9, { step: 2 }) }, 9, {
      seed: 1,
      method: latinHypercube({ strength: 2 }),
    }),
  "sample under a condition": () =>
    sample({ x: uniform(0, 1, { step: 0.1 }), twice: derive("d => 2 * d.x"), e: empirical([1, 1, 2]) }, 7, {
      seed: 1,
      method: sobol({ scramble: true }),
      where: "d => d.twice > 0.5",
      maxCandidates: 500,
    }),
  saltelli: () =>
    saltelli({ x: uniform(0, 1), s: choice(["a", "b"]), fixed: constant(1), d: derive("d => d.x + 1") }, 3, {
      seed: 1,
      secondOrder: true,
    }),
  "saltelli as it is": () => saltelli({ x: uniform(0, 1) }, 2, { seed: "u", scramble: false }),
  "a shuffled saltelli with all parameters": () =>
    shuffle(fill(TOY_SPACE, saltelli({ num_reps: integers(1, 9) }, 4, { seed: 2 }), { with: "default" }), {
      seed: 3,
    }),
  morris: () =>
    morris({ x: uniform(0, 1), n: integers(1, 9), d: derive("d => d.x + 1") }, 5, { seed: 7, levels: 6 }),
  fill: () => fill(TOY_SPACE, views().rename({ "a b": "label", yaw: "num_reps" }), { with: "default" }),
  "fill at random": () => fill(TOY_SPACE, table({ design_row: [3, 4] }), { with: "random", seed: 7 }),
  "sampleInput of square pictures": () =>
    sampleInput(new ParameterSpace(VISIONFIT_V031), 5, { seed: 7, exercise: "BICEP_CURL" }),
  sampleInput: () => sampleInput(TOY_SPACE, 6, { seed: 7, scene: "GYM" }),
  grid: views,
  "grid, first fastest": () => grid({ a: [1, 2], b: [0.5, true as never] }, { vary: "fastest" }),
  zip: () => zip(people(), { reps: [1, 2, 3, 4, 5], rate: [24] }),
  cross: () => cross(people(), views()),
  concat: () => concat(people(), views(), table({ height: [1] })),
  repeat: () => repeat(views(), 2, { column: "replicate", vary: "fastest" }),
  dedupe: () => dedupe(concat(views(), views()), { columns: ["yaw"] }),
  shuffle: () => shuffle(views(), { seed: "s" }),
  take: () => take(cross(people(), views()), 9, { seed: 3, where: "d => d.yaw >= 0" }),
  takeFromGrid: () => takeFromGrid({ a: [1, 2, 3], b: ["x", "y"] }, 4, { seed: 3, vary: "fastest" }),
  batches: () => batches(views(), 4)[1] as ColumnTable,
  sweepFrom: () => sweepFrom(table({ job_id: ["j1", "j2"], num_reps: [1, 2] }), views()),
  "a filtered table crossed": () => cross(views().filter("d => d.yaw > 0"), grid({ n: [1, 2] })),
  "a filtered table with others": () =>
    concat(views().filter("d => d['a b'] === null"), grid({ yaw: [0] }).filter("d => d.yaw > 0")),
  "an ordered table zipped and shuffled": () =>
    shuffle(zip(grid({ n: [1, 2, 3] }).orderby(desc("n")), { z: [1] }), { seed: 1 }),
  "columns with names of our own properties": () =>
    cross(grid({ quantile: [1], streams: [2], kind: ["x"] }), sample({ args: choice([1]) }, 1, { seed: 1 })),
  "a table by hand": () => table({ x: [1.5, null], s: ["a", "b"], n: Int32Array.of(1, 2) }),
  "a filtered table": () =>
    views()
      .filter((row: { yaw: number }) => row.yaw > 0)
      .orderby("a b"),
};
