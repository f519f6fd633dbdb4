// Designs whose rows never change: what a seed means is the same in every version, on Node and on Deno.

import type { ColumnTable } from "arquero";
import type * as Frames from "../../src/index.ts";

/** The designs as JSON: a few rows of each, and the hash of many. */
export async function goldenDesigns(frames: typeof Frames): Promise<string> {
  const { choice, contentHash, derive, empirical, sample } = frames;
  const { beta, constant, integers, logNormal, logUniform, normal } = frames;
  const { triangular, truncatedNormal, uniform, weibull } = frames;
  const { halton, latinHypercube, random, sobol, stratified } = frames;

  const columns = {
    uniform: uniform(-1, 2),
    steps: uniform(0, 1, { step: 0.1 }),
    integers: integers(-3, 9),
    choice: choice(["GYM_1", "é", "BEDROOM_2"]),
    weighted: choice([6, 12, 24], { weights: [1, 2, 0.5] }),
    normal: normal(0, 1),
    truncated: truncatedNormal(0, 1, { min: -1.5, max: 3 }),
    logUniform: logUniform(0.001, 10),
    logNormal: logNormal(0, 0.5),
    triangular: triangular(0, 3, { mode: 1 }),
    beta: beta(2, 5),
    weibull: weibull(1.5, 2),
    constant: constant(true),
    empirical: empirical([3, 1, 2, 1]),
    derived: derive((row) => 2 * Number(row.uniform)),
    "a b": derive("d => d.integers + 1"),
  };
  const two = { x: uniform(0, 1), s: choice(["a", "b"]) };
  const studied = {
    x: uniform(-1, 2),
    n: integers(-3, 9),
    s: choice(["a", "b", "c"]),
    t: truncatedNormal(0, 1, { min: -1.5, max: 3 }),
    fixed: constant(true),
    derived: derive("d => 2 * d.x"),
  };
  const generator: Frames.GeneratorInfo = {
    name: "golden-v1",
    version: "1",
    options: {},
    params: [
      { name: "scene", type: "str", default_value: "GYM", options: { choices: ["GYM", "BEDROOM"] } },
      { name: "trim_start_frac", type: "float", default_value: 0, options: { min: 0, max: 0.9 } },
      { name: "trim_end_frac", type: "float", default_value: 0, options: { min: 0, max: 0.9 } },
      { name: "num_reps", type: "int", default_value: 1, options: { min: 1, max: 20 } },
    ],
  };
  const jobs = (n: number) => frames.jobsToTable(Array.from({ length: n }, (_, i) => ({ design_row: i })));
  const space = new frames.ParameterSpace(generator);
  const grid = (n: number) => frames.grid({ a: Array.from({ length: n }, (_, i) => i), b: ["x", "y", "z"] });

  /** Each with the number of rows as its argument. */
  const designs: Record<string, (n: number) => ColumnTable> = {
    "every distribution, random": (n) => sample(columns, n, { seed: 42, method: random() }),
    "every distribution, sobol scrambled": (n) =>
      sample(columns, n, { seed: "s", method: sobol({ scramble: true }) }),
    "every distribution, halton scrambled": (n) =>
      sample(columns, n, { seed: "s", method: halton({ scramble: true }) }),
    "every distribution, latinHypercube": (n) => sample(columns, n, { seed: 7, method: latinHypercube() }),
    "every distribution, stratified": (n) => sample(columns, n, { seed: 7, method: stratified() }),
    "under a condition": (n) => sample(two, n, { seed: 1, where: "d => d.x < 0.25 && d.s === 'b'" }),
    "a filled table": (n) => frames.fill(space, jobs(n), { with: "random", seed: 3 }),
    "a usual input": (n) => frames.sampleInput(space, n, { seed: 3, scene: "GYM" }),
    "a shuffled grid": (n) => frames.shuffle(grid(Math.ceil(n / 3)), { seed: 5 }),
    "rows of a grid": (n) => frames.take(grid(n), n, { seed: 5 }),
    "a product of samples": (n) =>
      frames.cross(sample(two, Math.ceil(n / 3), { seed: 1 }), frames.grid({ y: [0, 1, 2] })),
    "blocks of a Saltelli design": (n) =>
      frames.build({ op: "saltelli", columns: studied, n: Math.ceil(n / 6), seed: 42 }),
    "blocks of a Saltelli design of second order": (n) =>
      frames.build({ op: "saltelli", columns: studied, n: Math.ceil(n / 10), seed: "s", secondOrder: true }),
    "trajectories of a Morris design": (n) =>
      frames.build({ op: "morris", columns: studied, trajectories: Math.ceil(n / 5), seed: 42, levels: 6 }),
  };
  const result: Record<string, object> = {};
  for (const [name, design] of Object.entries(designs)) {
    result[name] = { rows: design(6).objects(), "sha256 of 3000": await contentHash(design(3000)) };
  }
  return `${JSON.stringify(result, null, 1)}\n`;
}
