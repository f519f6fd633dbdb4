import { type ColumnTable, table } from "arquero";
import { describe, expect, it } from "vitest";
import { derive } from "../../../src/design/conditions/derive.ts";
import { choice } from "../../../src/design/distributions/choice.ts";
import { constant } from "../../../src/design/distributions/constant.ts";
import { integers } from "../../../src/design/distributions/integers.ts";
import { uniform } from "../../../src/design/distributions/uniform.ts";
import { extend } from "../../../src/design/extend.ts";
import { fill } from "../../../src/design/fill/fill.ts";
import { batches } from "../../../src/design/operators/batches.ts";
import { concat } from "../../../src/design/operators/concat.ts";
import { cross } from "../../../src/design/operators/cross.ts";
import { grid } from "../../../src/design/operators/grid.ts";
import { repeat } from "../../../src/design/operators/repeat.ts";
import { shuffle } from "../../../src/design/operators/shuffle.ts";
import { zip } from "../../../src/design/operators/zip.ts";
import { fromRecipe } from "../../../src/design/plans/from-recipe.ts";
import type { Plan } from "../../../src/design/plans/plan.ts";
import { RecipeError } from "../../../src/design/plans/recipe-error.ts";
import { toRecipe } from "../../../src/design/plans/to-recipe.ts";
import { sample } from "../../../src/design/sample.ts";
import { morris } from "../../../src/design/sensitivity/morris.ts";
import { saltelli } from "../../../src/design/sensitivity/saltelli.ts";
import { fromParquet } from "../../../src/io/from-parquet.ts";
import { parquetMetadata } from "../../../src/io/parquet-metadata.ts";
import { toParquet } from "../../../src/io/to-parquet.ts";
import { sensitivity } from "../../../src/stats/sensitivity/sensitivity.ts";
import { sobolIndices } from "../../../src/stats/sensitivity/sobol-indices.ts";
import { takeRows } from "../../../src/tables/take-rows.ts";
import { TOY_SPACE } from "../../util/generators.ts";
import { plainRows } from "../../util/plain-rows.ts";
import { outcomesOf } from "./test-functions.ts";

const COLUMNS = { a: uniform(0, 1), b: uniform(-1, 1), n: integers(1, 3) };
const model = ([a = 0, b = 0, n = 0]: readonly number[]): number => 4 * a + n + a * b;
const N = 16;
const SIZE = 5;
const study = () => saltelli(COLUMNS, N, { seed: 1 });
const OPTIONS = { outcome: "y", seed: 1 };

/** Jobs as they come back: one of each row of the design. */
function jobsOf(
  design: ColumnTable,
  { values = outcomesOf(design, model) as ArrayLike<number | null> } = {},
) {
  const rows = Array.from({ length: design.numRows() }, (_, row) => row);
  return table({
    job_id: rows.map((row) => `job-${row}`),
    design_row: rows,
    status: rows.map(() => "completed"),
    y: Array.from(values),
  });
}

function without(jobs: ColumnTable, rows: readonly number[]): ColumnTable {
  const all = Array.from({ length: jobs.numRows() }, (_, row) => row);
  return takeRows(
    jobs,
    all.filter((row) => !rows.includes(row)),
  );
}

/** The outcomes with some rows failed, in every way that a job can fail. */
function failing(rows: readonly number[]) {
  const design = study();
  const good = Array.from(outcomesOf(design, model));
  return table({
    design_row: good.map((_, row) => row),
    status: good.map((_, row) =>
      row === rows[0] ? "failed" : row === rows[1] ? "in_progress" : "completed",
    ),
    y: good.map((value, row) => {
      if (row === rows[2]) return null;
      if (row === rows[3]) return Number.NaN;
      return row === rows[4] ? Number.POSITIVE_INFINITY : value;
    }),
  });
}

/** What the indices of some blocks are, by the elementary function. */
function expectBlocks(result: ReturnType<typeof sensitivity>, blocks: readonly number[]): void {
  const all = outcomesOf(study(), model);
  const used = blocks.flatMap((block) => [...all.subarray(block * SIZE, (block + 1) * SIZE)]);
  const { first, total } = sobolIndices(used, { parameters: 3, seed: 1 });
  expect(plainRows(result.indices)).toEqual(
    ["a", "b", "n"].map((parameter, i) => {
      const [s1, st] = [first[i], total[i]] as { value: number; margin: number }[];
      return {
        parameter,
        s1: s1?.value,
        s1_conf: s1?.margin,
        s1_low: (s1?.value as number) - (s1?.margin as number),
        s1_high: (s1?.value as number) + (s1?.margin as number),
        st: st?.value,
        st_conf: st?.margin,
        st_low: (st?.value as number) - (st?.margin as number),
        st_high: (st?.value as number) + (st?.margin as number),
      };
    }),
  );
}

const blocksBut = (...left: number[]) =>
  Array.from({ length: N }, (_, block) => block).filter((block) => !left.includes(block));

describe("sensitivity() of a Saltelli design", () => {
  it("gives the indices of every parameter, in whatever order the results are", () => {
    const jobs = jobsOf(study());
    const result = sensitivity(jobs, { ...OPTIONS, design: study() });
    expectBlocks(result, blocksBut());
    expect(result).toMatchObject({
      kind: "sobol",
      interactions: null,
      blocks: 16,
      usedBlocks: 16,
      rows: 80,
      usedRows: 80,
      droppedBlocks: [],
      missingRows: [],
      note: "Too few blocks: 16 blocks were used, fewer than 32 tell little",
    });
    const mixed = shuffle(jobs, { seed: 7 });
    expect(plainRows(sensitivity(mixed, { ...OPTIONS, design: study() }).indices)).toEqual(
      plainRows(result.indices),
    );
    const ordered = jobs.orderby("y").filter("d => d.design_row >= 0");
    expect(plainRows(sensitivity(ordered, { ...OPTIONS, design: study() }).indices)).toEqual(
      plainRows(result.indices),
    );
  });

  it("leaves out whole blocks of jobs without an outcome, as if the design did not have them", () => {
    const result = sensitivity(failing([0, 13, 27, 52, 79]), { ...OPTIONS, design: study() });
    expectBlocks(result, blocksBut(0, 2, 5, 10, 15));
    expect(result).toMatchObject({
      blocks: 16,
      usedBlocks: 11,
      rows: 80,
      usedRows: 55,
      droppedBlocks: [0, 2, 5, 10, 15],
      missingRows: [0, 13, 27, 52, 79],
    });
  });

  it("names the outcome that it explains", () => {
    const jobs = jobsOf(study()).rename({ y: "num_frames" });
    const of = (outcome: string) => sensitivity(jobs, { outcome, design: study(), seed: 1 }).outcome;
    expect([of("num_frames"), of("design_row")]).toEqual(["num_frames", "design_row"]);
  });

  it("leaves out blocks whose jobs are not among the results", () => {
    const result = sensitivity(without(jobsOf(study()), [6, 8, 44]), { ...OPTIONS, design: study() });
    expectBlocks(result, blocksBut(1, 8));
    expect(result.missingRows).toEqual([6, 8, 44]);
  });

  it("says so when nothing is left", () => {
    const rows = Array.from({ length: N }, (_, block) => block * SIZE);
    expect(() => sensitivity(without(jobsOf(study()), rows), { ...OPTIONS, design: study() })).toThrow(
      new RangeError(
        'There is nothing to analyse: none of the 16 blocks of 5 rows has "y" for every row (64 of 80 rows have it); ' +
          "the jobs of a block must all be completed",
      ),
    );
  });

  it("takes a second try of a job, but not two outcomes of one row", () => {
    const jobs = jobsOf(study());
    const failed = jobs.derive({ y: "d => d.design_row === 3 ? null : d.y" });
    const again = concat(failed, takeRows(jobs, [3]));
    expectBlocks(sensitivity(again, { ...OPTIONS, design: study() }), blocksBut());
    expect(() => sensitivity(concat(jobs, takeRows(jobs, [3])), { ...OPTIONS, design: study() })).toThrow(
      "Job job-3 and Job job-3 both have design_row 3: give the jobs of each batch apart",
    );
  });

  it("gives interactions with second-order rows", () => {
    const design = saltelli(COLUMNS, 256, { seed: 2, secondOrder: true });
    const { interactions, indices } = sensitivity(jobsOf(design), { ...OPTIONS, design });
    expect(interactions?.columnNames()).toEqual([
      "parameter_a",
      "parameter_b",
      "s2",
      "s2_conf",
      "s2_low",
      "s2_high",
    ]);
    expect(interactions?.array("parameter_a")).toEqual(["a", "a", "b"]);
    expect(interactions?.array("parameter_b")).toEqual(["b", "n", "n"]);
    // Var(4a) = 16/12; Var(n) = 2/3; Var(ab) = 1/9 of which E-part b/2: 1/12, together 1/36.
    const variance = 16 / 12 + 2 / 3 + 1 / 9;
    const truth = { s1: [16 / 12, 1 / 12, 2 / 3], s2: [1 / 36, 0, 0] };
    truth.s1.forEach((part, i) => {
      expect(Math.abs((indices.get("s1", i) as number) - part / variance)).toBeLessThan(0.03);
    });
    truth.s2.forEach((part, i) => {
      const [low, high] = ["s2_low", "s2_high"].map((name) => interactions?.get(name, i) as number);
      expect(low).toBeLessThan(part / variance);
      expect(high).toBeGreaterThan(part / variance);
    });
  });

  it("joins by job_id where the design has it, by a named column, or by place", () => {
    const jobs = jobsOf(study());
    const withIds = zip(study(), jobs.select("job_id"));
    const noRows = shuffle(jobs.select("job_id", "y"), { seed: 1 });
    expectBlocks(sensitivity(noRows, { ...OPTIONS, design: withIds }), blocksBut());
    const named = shuffle(jobs.select("design_row", "y").rename({ design_row: "line" }), { seed: 1 });
    expectBlocks(sensitivity(named, { ...OPTIONS, design: study(), row: "line" }), blocksBut());
    expectBlocks(sensitivity(jobs.select("y"), { ...OPTIONS, design: study() }), blocksBut());
  });

  it("joins by the design's own design_row, which is kept when it is cut into batches", () => {
    const numbered = zip(study(), { design_row: Array.from({ length: 80 }, (_, i) => 1000 + i) });
    const jobs = batches(numbered, 30).map((part) => part.assign(table({ y: outcomesOf(part, model) })));
    expectBlocks(sensitivity(concat(...jobs), { ...OPTIONS, design: numbered }), blocksBut());
  });

  it("puts the results of several batches together", () => {
    const parts = batches(study(), 33);
    const jobs = parts.map((part) => jobsOf(part));
    const result = sensitivity(jobs, { ...OPTIONS, design: parts });
    expectBlocks(result, blocksBut());
    expect(result).toMatchObject({ blocks: 16, rows: 80, usedRows: 80 });
    const [first] = parts as [ColumnTable];
    const part = sensitivity(jobs[0] as ColumnTable, { ...OPTIONS, design: first });
    expectBlocks(part, [0, 1, 2, 3, 4, 5]);
    // The seventh block is cut off after 3 rows.
    expect(part).toMatchObject({ blocks: 7, usedBlocks: 6, rows: 33, usedRows: 30, droppedBlocks: [6] });
    expect(() => sensitivity(concat(...jobs), { ...OPTIONS, design: study() })).toThrow(
      "both have design_row 0",
    );
    expect(() => sensitivity(jobs, { ...OPTIONS, design: first })).toThrow("got 3 and 1");
  });

  it("puts a design and its extension together", () => {
    const extended = extend(study(), 120);
    const [first, second] = batches(extended, 80) as [ColumnTable, ColumnTable];
    const jobs = [jobsOf(study()), jobsOf(second)];
    const whole = saltelli(COLUMNS, 24, { seed: 1 });
    expect(plainRows(sensitivity(jobs, { ...OPTIONS, design: [first, second] }).indices)).toEqual(
      plainRows(sensitivity(jobsOf(whole), { ...OPTIONS, design: whole }).indices),
    );
  });

  it("finds the design below what other operators made of it", () => {
    const columns = { num_reps: integers(1, 9), camera_distance: uniform(1, 5) };
    const base = saltelli(columns, 8, { seed: 3 });
    const design = shuffle(fill(TOY_SPACE, base, { with: "random", seed: 1 }), { seed: 5 });
    const of = (each: ColumnTable) =>
      outcomesOf(each.select("num_reps", "camera_distance"), ([reps = 0, d = 0]) => reps * d);
    const direct = sensitivity(jobsOf(base, { values: of(base) }), { ...OPTIONS, design: base });
    const result = sensitivity(jobsOf(design, { values: of(design) }), { ...OPTIONS, design });
    expect(plainRows(result.indices)).toEqual(plainRows(direct.indices));
  });

  it("takes the mean of several jobs of a row, where all have an outcome", () => {
    const design = cross(study(), grid({ scene: ["GYM", "BEDROOM"] }));
    const all = outcomesOf(design.select("a", "b", "n"), model);
    // The scene adds the same to every job.
    const jobs = jobsOf(design, { values: all.map((y, row) => y + (row % 2) * 100) });
    const result = sensitivity(jobs, { ...OPTIONS, design });
    expect(result).toMatchObject({ blocks: 16, rows: 160, usedRows: 160 });
    const clean = sensitivity(jobsOf(study()), { ...OPTIONS, design: study() });
    result.indices.array("s1").forEach((s1, i) => {
      expect(s1).toBeCloseTo(clean.indices.get("s1", i) as number, 9);
    });
    const lacking = sensitivity(without(jobs, [7]), { ...OPTIONS, design });
    expect(lacking).toMatchObject({ usedBlocks: 15, usedRows: 150, droppedBlocks: [0], missingRows: [3] });
    const one = sensitivity(jobs.filter("d => d.design_row % 2 === 1"), { ...OPTIONS, design });
    expect(one).toMatchObject({ usedBlocks: 16, rows: 160, usedRows: 80 });
    const thrice = repeat(study(), 3);
    expect(sensitivity(jobsOf(thrice), { ...OPTIONS, design: thrice })).toMatchObject({ usedRows: 240 });
  });

  it("takes a plan, a recipe, and a design that went through a file with its recipe", async () => {
    const design = saltelli({ ...COLUMNS, s: constant("GYM"), d: derive("d => d.a + 1") }, N, { seed: 1 });
    const plan: Plan = {
      op: "saltelli",
      columns: {
        a: { kind: "uniform", args: [0, 1] },
        b: { kind: "uniform", args: [-1, 1] },
        n: { kind: "integers", args: [1, 3] },
      },
      n: N,
      seed: 1,
    };
    const jobs = jobsOf(study());
    expectBlocks(sensitivity(jobs, { ...OPTIONS, design: plan }), blocksBut());
    const recipe = JSON.stringify(await toRecipe(design));
    const bytes = await toParquet(design, { metadata: { recipe } });
    const kept = JSON.parse(parquetMetadata(bytes).recipe as string);
    expectBlocks(sensitivity(jobs, { ...OPTIONS, design: kept }), blocksBut());
    expectBlocks(sensitivity(jobs, { ...OPTIONS, design: await fromRecipe(kept) }), blocksBut());
    const read = await fromParquet(bytes);
    expect(plainRows(read)).toEqual(plainRows(design));
    expect(() => sensitivity(jobs, { ...OPTIONS, design: read })).toThrow(
      "was not made by saltelli() or morris(), or does not know it",
    );
    const newer = { ...kept, algorithms: { ...kept.algorithms, saltelli: "another" } };
    expect(() => sensitivity(jobs, { ...OPTIONS, design: newer })).toThrow(RecipeError);
  });

  it("takes a recipe with tables in it", async () => {
    const views = table({ view: ["left", "right"], id: [0.5, null] });
    const design = cross(views, study());
    const recipe = JSON.parse(JSON.stringify(await toRecipe(design)));
    const jobs = jobsOf(design, { values: outcomesOf(design.select("a", "b", "n"), model) });
    expect(plainRows(sensitivity(jobs, { ...OPTIONS, design: recipe }).indices)).toEqual(
      plainRows(sensitivity(jobs, { ...OPTIONS, design }).indices),
    );
  });

  it("notices results with other parameters than the design", () => {
    const design = study();
    const jobs = zip(jobsOf(design), design.select("a", "n"));
    expectBlocks(sensitivity(jobs, { ...OPTIONS, design }), blocksBut());
    const rounded = jobs.derive({ a: (d: { a: number }) => Math.fround(d.a) } as never);
    expectBlocks(sensitivity(rounded, { ...OPTIONS, design }), blocksBut());
    const other = saltelli(COLUMNS, N, { seed: 2 });
    expect(() => sensitivity(jobs, { ...OPTIONS, design: other })).toThrow(
      /^Job job-0 has a 0\.\d+, but row 0 of the design 0\.\d+: are these the jobs of this design\?/,
    );
    const changed = jobs.derive({ n: "d => d.design_row === 7 ? 4 : d.n" });
    expect(() => sensitivity(changed, { ...OPTIONS, design })).toThrow("Job job-7 has n 4, but row 7");
    expectBlocks(sensitivity(changed.filter("d => d.n < 4"), { ...OPTIONS, design }), blocksBut(1));
  });

  it("accepts texts, truth values and what a design leaves open in results", () => {
    const columns = {
      s: choice(["x", "y"]),
      t: choice([true, false]),
      o: choice([null, "z"]),
      r: uniform(1, 9),
    };
    const design = saltelli(columns, 128, { seed: 1 });
    const got = design.derive({
      t: "d => d.t ? 1 : 0",
      o: "d => d.o === null ? 'default' : d.o",
      r: "d => round(d.r)",
    });
    const jobs = zip(
      jobsOf(design, { values: Array.from(design.array("r") as number[]) }),
      takeRows(got, [...Array(768).keys()]),
    );
    const { indices } = sensitivity(jobs, { ...OPTIONS, design });
    expect(indices.get("st", 3)).toBeCloseTo(1, 1);
    expect(indices.get("st", 0)).toBe(0);
  });

  it("says of a constant outcome that there is nothing to explain", () => {
    const result = sensitivity(jobsOf(study(), { values: new Array(80).fill(7) }), {
      ...OPTIONS,
      design: study(),
    });
    expect(result.note).toBe('"y" is 7 in every job that was used: there is nothing to explain');
    for (const name of ["s1", "s1_conf", "st", "st_conf"]) {
      expect(Array.from(result.indices.array(name) as ArrayLike<number>)).toEqual([0, 0, 0]);
    }
  });

  it("does not share out a variance that the first and last rows of blocks do not have", () => {
    // Only one of the rows between differs, as where an outcome is rare.
    const values = new Array(80).fill(0);
    values[6] = 1;
    const { indices, note } = sensitivity(jobsOf(study(), { values }), { ...OPTIONS, design: study() });
    expect(note).toMatch(/^"y" varies too rarely/);
    for (const row of plainRows(indices)) {
      expect(row).toMatchObject({ s1: null, s1_conf: null, s1_low: null, st: null, st_high: null });
    }
  });

  it("leaves out bootstrap samples without any variance", () => {
    const design = saltelli(COLUMNS, 3, { seed: 1, secondOrder: true });
    const values = new Array(24).fill(0.1);
    values[0] = 1;
    values[2] = 2;
    const { indices, interactions } = sensitivity(jobsOf(design, { values }), { ...OPTIONS, design });
    for (const row of [...plainRows(indices), ...plainRows(interactions as ColumnTable)]) {
      for (const value of Object.values(row)) {
        if (typeof value === "number") expect(Math.abs(value)).toBeLessThan(1000);
      }
    }
    expect(indices.get("st_conf", 0)).toBeGreaterThan(0);
  });

  it("has no intervals of a single block, and says so", () => {
    const design = saltelli(COLUMNS, 1, { seed: 1 });
    const { indices, note } = sensitivity(jobsOf(design), { ...OPTIONS, design });
    expect(note).toBe(
      "Too few blocks: 1 block was used, fewer than 32 tell little. " +
        "There are no intervals, because only one block was used",
    );
    expect(plainRows(indices)[0]).toMatchObject({ s1_conf: null, s1_low: null, st_high: null });
  });

  it("warns of fewer blocks than 32", () => {
    const notes = [31, 32].map((n) => {
      const design = saltelli(COLUMNS, n, { seed: 1 });
      return sensitivity(jobsOf(design), { ...OPTIONS, design }).note;
    });
    expect(notes).toEqual(["Too few blocks: 31 blocks were used, fewer than 32 tell little", null]);
    // Blocks that failed do not count.
    const design = saltelli(COLUMNS, 32, { seed: 1 });
    const { note } = sensitivity(without(jobsOf(design), [4]), { ...OPTIONS, design });
    expect(note).toContain("31 blocks were used");
  });

  it("warns of wide intervals, by name", () => {
    const design = saltelli(COLUMNS, 40, { seed: 1, secondOrder: true });
    // A rare outcome: what few jobs have decides all indices.
    const values = Array.from(outcomesOf(design, ([a = 0, b = 0]) => (a > 0.9 && b > 0.7 ? 1 : 0)));
    const { indices, interactions, note } = sensitivity(jobsOf(design, { values }), { ...OPTIONS, design });
    const wide = [
      ...["s1", "st"].flatMap((index) =>
        plainRows(indices).flatMap((row) =>
          Number(row[`${index}_conf`]) > 0.5 ? [`${index.toUpperCase()} of "${row.parameter}"`] : [],
        ),
      ),
      ...plainRows(interactions as ColumnTable).flatMap((row) =>
        Number(row.s2_conf) > 0.5 ? [`S2 of "${row.parameter_a}" with "${row.parameter_b}"`] : [],
      ),
    ];
    expect(wide.length).toBeGreaterThan(1);
    expect(note).toBe(`${wide.join(", ")} have intervals of more than ±0.5: use more blocks`);
  });

  it("warns where a parameter explains more alone than in all", () => {
    const design = saltelli(COLUMNS, 64, { seed: 1 });
    // No function of the parameters: the last row of each block has twice the outcome.
    const values = outcomesOf(design, ([, b = 0]) => b).map((y, row) =>
      row % SIZE === SIZE - 1 ? 2 * y : y,
    );
    const { indices, note } = sensitivity(jobsOf(design, { values }), { ...OPTIONS, design });
    expect(indices.get("s1_low", 1)).toBeGreaterThan(indices.get("st_high", 1) as number);
    expect(note).toBe(
      'S1 of "b" exceeds ST by more than both intervals, which true shares never do: too few blocks, or not the jobs of this design',
    );
  });

  it("takes truth values as an outcome", () => {
    const design = study();
    const values = Array.from(outcomesOf(design, model), (y) => y > 3);
    const jobs = jobsOf(design, { values: values as never });
    const numbers = jobsOf(design, { values: values.map(Number) });
    expect(plainRows(sensitivity(jobs, { ...OPTIONS, design }).indices)).toEqual(
      plainRows(sensitivity(numbers, { ...OPTIONS, design }).indices),
    );
  });

  it("refuses what it cannot use", () => {
    const [jobs, design] = [jobsOf(study()), study()];
    const of = (options: object) => () => sensitivity(jobs, options as never);
    expect(of({ outcome: "y", design })).toThrow(/A seed .* is needed/);
    expect(() => sensitivity(jobs, { outcome: "y", design, resamples: 0 })).not.toThrow();
    expect(of({ ...OPTIONS, design, sed: 1 })).toThrow('no option "sed"');
    expect(of({ ...OPTIONS, design, outcome: "z" })).toThrow('There is no outcome "z"');
    expect(of({ ...OPTIONS, design, outcome: "job_id" })).toThrow("must have numbers");
    expect(of({ ...OPTIONS })).toThrow("sensitivity needs design");
    expect(of({ ...OPTIONS, design: sample(COLUMNS, 80, { seed: 1 }) })).toThrow(
      "was not made by saltelli()",
    );
    expect(of({ ...OPTIONS, design: design.derive({ z: "d => 1" }) })).toThrow("Arquero's own verbs");
    expect(of({ ...OPTIONS, design, row: "line" })).toThrow('There is no row column "line"');
    const empty = jobs.derive({ design_row: () => null });
    expect(() => sensitivity(empty, { ...OPTIONS, design })).toThrow("design_row without values");
    expect(() => sensitivity(jobs.select("y").slice(1), { ...OPTIONS, design })).toThrow(
      "The results (79 rows) have no column design_row",
    );
    expect(() => sensitivity({} as never, { ...OPTIONS, design })).toThrow("needs a table of results");
    expect(() =>
      sensitivity([jobs, jobs], { ...OPTIONS, design: [design, saltelli(COLUMNS, 8, { seed: 1 })] }),
    ).toThrow("not parts of one sensitivity design");
  });

  it("changes nothing of what it is given", () => {
    const [jobs, design] = [jobsOf(study()), study()];
    const before = [plainRows(jobs), plainRows(design)];
    sensitivity(jobs, { ...OPTIONS, design });
    expect([plainRows(jobs), plainRows(design)]).toEqual(before);
  });
});

describe("sensitivity() of a Morris design", () => {
  const columns = { height: uniform(0, 4), reps: integers(1, 4), idle: uniform(0, 1), fixed: constant(3) };
  const design = () => morris(columns, 12, { seed: 2 });
  const linear = ([height = 0, reps = 0]: readonly number[]) => 10 - 2 * height + 0.5 * reps;

  it("tells the effect of moving a parameter over its whole range", () => {
    const result = sensitivity(jobsOf(design(), { values: outcomesOf(design(), linear) }), {
      ...OPTIONS,
      design: design(),
    });
    expect(result).toMatchObject({
      kind: "morris",
      interactions: null,
      blocks: 12,
      usedBlocks: 12,
      rows: 48,
    });
    expect(result.indices.columnNames()).toEqual([
      "parameter",
      "mu",
      "mu_star",
      "mu_star_conf",
      "mu_star_low",
      "mu_star_high",
      "sigma",
    ]);
    const expected = [
      ["height", -8, 8],
      ["reps", 1.5, 1.5],
      ["idle", 0, 0],
    ] as const;
    plainRows(result.indices).forEach(({ parameter, mu, mu_star, mu_star_conf, sigma }, i) => {
      const [name, effect, size] = expected[i] as (typeof expected)[number];
      expect(parameter).toBe(name);
      expect(mu).toBeCloseTo(effect, 9);
      expect(mu_star).toBeCloseTo(size, 9);
      expect([mu_star_conf, sigma]).toEqual([expect.closeTo(0, 9), expect.closeTo(0, 9)]);
    });
  });

  it("goes by the design's own number of levels", () => {
    const six = morris(columns, 12, { seed: 2, levels: 6 });
    const { indices } = sensitivity(jobsOf(six, { values: outcomesOf(six, linear) }), {
      ...OPTIONS,
      design: six,
    });
    expect(indices.get("mu", 0)).toBeCloseTo(-8, 9);
  });

  it("leaves out whole trajectories", () => {
    const model = ([height = 0, reps = 0, idle = 0]: readonly number[]) => height * reps + idle;
    const jobs = jobsOf(design(), { values: outcomesOf(design(), model) });
    const result = sensitivity(without(jobs, [2, 47]), { ...OPTIONS, design: design() });
    expect(result).toMatchObject({
      usedBlocks: 10,
      usedRows: 40,
      droppedBlocks: [0, 11],
      missingRows: [2, 47],
    });
    // The trajectories 1 to 10 are all that a smaller study has, but for the first.
    const smaller = morris(columns, 11, { seed: 2 });
    const same = sensitivity(without(jobsOf(smaller, { values: outcomesOf(smaller, model) }), [0]), {
      ...OPTIONS,
      design: smaller,
    });
    expect(plainRows(result.indices)).toEqual(plainRows(same.indices));
  });

  it("warns of fewer trajectories than 4", () => {
    const notes = [3, 4].map((trajectories) => {
      const few = morris(columns, trajectories, { seed: 2 });
      return sensitivity(jobsOf(few, { values: outcomesOf(few, linear) }), { ...OPTIONS, design: few }).note;
    });
    expect(notes).toEqual(["Too few trajectories: 3 trajectories were used, fewer than 4 tell little", null]);
  });

  it("survives the way through a recipe", async () => {
    const jobs = jobsOf(design(), { values: outcomesOf(design(), linear) });
    const recipe = JSON.parse(JSON.stringify(await toRecipe(shuffle(design(), { seed: 4 }))));
    const shuffled = await fromRecipe(recipe);
    const again = jobsOf(shuffled, { values: outcomesOf(shuffled, linear) });
    expect(plainRows(sensitivity(again, { ...OPTIONS, design: recipe }).indices)).toEqual(
      plainRows(sensitivity(jobs, { ...OPTIONS, design: design() }).indices),
    );
  });
});
