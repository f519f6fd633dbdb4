import { table } from "arquero";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { derive } from "../../../src/design/conditions/derive.ts";
import { choice } from "../../../src/design/distributions/choice.ts";
import type { Distribution } from "../../../src/design/distributions/distribution.ts";
import { uniform } from "../../../src/design/distributions/uniform.ts";
import { fill } from "../../../src/design/fill/fill.ts";
import { random } from "../../../src/design/methods/random.ts";
import { concat } from "../../../src/design/operators/concat.ts";
import { cross } from "../../../src/design/operators/cross.ts";
import { grid } from "../../../src/design/operators/grid.ts";
import { repeat } from "../../../src/design/operators/repeat.ts";
import { shuffle } from "../../../src/design/operators/shuffle.ts";
import { take } from "../../../src/design/operators/take.ts";
import { zip } from "../../../src/design/operators/zip.ts";
import { contentHash } from "../../../src/design/plans/content-hash.ts";
import { fromRecipe } from "../../../src/design/plans/from-recipe.ts";
import type { Recipe } from "../../../src/design/plans/recipe.ts";
import { RecipeError } from "../../../src/design/plans/recipe-error.ts";
import { toRecipe } from "../../../src/design/plans/to-recipe.ts";
import { sample } from "../../../src/design/sample.ts";
import { fromParquet } from "../../../src/io/from-parquet.ts";
import { parquetMetadata } from "../../../src/io/parquet-metadata.ts";
import { toParquet } from "../../../src/io/to-parquet.ts";
import { ParameterSpace } from "../../../src/params/parameter-space.ts";
import { TOY } from "../../util/generators.ts";
import { randomDesign } from "../random-design.ts";
import { DESIGNS } from "./designs.ts";

const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value));
const COLUMNS = { x: uniform(0, 1) };

describe("toRecipe() and fromRecipe()", () => {
  it.each(Object.entries(DESIGNS))("make the same table again: %s", async (_, design) => {
    const made = design();
    const again = await fromRecipe(throughJson(await toRecipe(made)));
    expect(again.columnNames()).toEqual(made.columnNames());
    expect(again.objects()).toEqual(made.objects());
    expect(await contentHash(again)).toBe(await contentHash(made));
  });

  it("make the same table again, whatever operators are put together", async () => {
    await fc.assert(
      fc.asyncProperty(randomDesign("a"), randomDesign("b"), fc.string(), async (a, b, seed) => {
        const crossed = cross(shuffle(a, { seed }), repeat(b, 2, { column: "copy" }));
        const made = take(concat(crossed, a), Math.ceil(crossed.numRows() / 2), { seed });
        const again = await fromRecipe(throughJson(await toRecipe(made, { embedRows: 3 })), {
          tables: [a, b],
        });
        expect(again.objects()).toEqual(made.objects());
      }),
      { numRuns: 60 },
    );
  });

  it("make a plan's table", async () => {
    const recipe = await toRecipe({ op: "grid", values: { x: [1, 2] } });
    expect(recipe).toMatchObject({ recipe: 1, rows: 2, plan: { op: "grid", values: { x: [1, 2] } } });
    expect((await fromRecipe(recipe)).objects()).toEqual([{ x: 1 }, { x: 2 }]);
  });

  it("know a design as it was made, whatever becomes of the lists that it was made from", async () => {
    const [values, choices] = [{ x: [1, 2] }, ["a", "b"]];
    const columns: Record<string, Distribution> = { s: choice(choices) };
    const made = cross(grid(values), zip({ y: values.x }), sample(columns, 2, { seed: 1 }));
    const before = made.objects();
    values.x.push(3);
    choices[0] = "changed";
    columns.more = uniform(0, 1);
    expect((await fromRecipe(await toRecipe(made))).objects()).toEqual(before);
  });

  it("travel with a Parquet file", async () => {
    const made = cross(sample(COLUMNS, 3, { seed: 1 }), grid({ y: [1, 2] }));
    const bytes = toParquet(made, { metadata: { recipe: JSON.stringify(await toRecipe(made)), other: "é" } });
    const { recipe, other } = parquetMetadata(bytes);
    expect(other).toBe("é");
    const again = await fromRecipe(JSON.parse(recipe as string));
    expect(again.objects()).toEqual((await fromParquet(bytes)).objects());
  });

  it("hold a table that goes in twice once, and only refer to a large one", async () => {
    const hand = table({ s: ["a", "b"] });
    const made = concat(hand, hand);
    const hash = await contentHash(hand);
    const recipe = await toRecipe(made);
    expect(Object.keys(recipe.tables)).toEqual([hash]);
    const small = await toRecipe(made, { embedRows: 1 });
    expect(small.tables).toEqual({});
    await expect(fromRecipe(small)).rejects.toThrow(hash);
    expect((await fromRecipe(small, { tables: [table({ s: ["a", "b"] })] })).objects()).toEqual(
      made.objects(),
    );
  });

  it("refer to tables whose values JSON cannot hold", async () => {
    const hand = table({ x: [Number.NaN, -0], n: [2n ** 60n, 1n] });
    const made = repeat(hand, 2);
    const recipe = throughJson(await toRecipe(made));
    expect(recipe.tables).toEqual({});
    expect((await fromRecipe(recipe, { tables: [hand] })).objects()).toEqual(made.objects());
  });
});

describe("toRecipe()", () => {
  const space = new ParameterSpace(TOY, {
    rules: [{ parameters: ["num_reps"], holds: () => true, message: () => "" }],
  });

  it.each<[string, () => ReturnType<typeof table>, string]>([
    [
      "where",
      () => cross(sample(COLUMNS, 2, { seed: 1, where: () => true }), grid({ y: [1] })),
      'sample has a function in "where"',
    ],
    [
      "derive",
      () => sample({ ...COLUMNS, y: derive((row) => row.x ?? null) }, 2, { seed: 1 }),
      'sample has a function in "columns.y.compute"',
    ],
    [
      "take",
      () => take(grid({ x: [1] }), 1, { seed: 1, where: () => true }),
      'take has a function in "where"',
    ],
    ["a rule", () => fill(space, [{}], { with: "default" }), 'fill has a function in "rules[0].holds"'],
    [
      "a distribution of one's own",
      () => sample({ x: { kind: "mine", args: [], quantile: (u) => u } }, 2, { seed: 1 }),
      'sample has "mine" in "columns.x"',
    ],
    [
      "a method of one's own",
      () => sample(COLUMNS, 2, { seed: 1, method: { ...random(), kind: "mine" } }),
      'sample has "mine" in "method"',
    ],
    ["a number that JSON has not", () => grid({ x: [Number.NaN] }), 'grid has NaN in "values.x[0]"'],
  ])("refuses %s, naming the operator", async (_, design, message) => {
    await expect(toRecipe(design())).rejects.toThrow(message);
  });
});

describe("fromRecipe()", () => {
  const recipe = () => toRecipe(sample(COLUMNS, 3, { seed: 1 }));

  it.each<[string, (recipe: Recipe) => unknown, string]>([
    ["something else", () => [1], "A recipe must be an object"],
    ["a later form", (r) => ({ ...r, recipe: 2 }), "A recipe of form 2 cannot be read"],
    [
      "other algorithms",
      (r) => ({ ...r, algorithms: { ...r.algorithms, stream: "philox, 1" } }),
      'The recipe was made with stream "philox, 1"',
    ],
    ["another seed", (r) => ({ ...r, plan: { ...r.plan, seed: 2 } }), "makes another table"],
    [
      "another operator",
      (r) => ({ ...r, plan: { op: "simple" } }),
      "cannot be followed: A plan has no operator",
    ],
  ])("refuses %s", async (_, change, message) => {
    const changed = change(throughJson(await recipe()));
    await expect(fromRecipe(changed)).rejects.toThrow(message);
    await expect(fromRecipe(changed)).rejects.toThrow(RecipeError);
  });

  it("refuses a held table that was changed", async () => {
    const made = throughJson(await toRecipe(concat(table({ s: ["a", "b"] }))));
    const [columns] = Object.values(made.tables);
    (columns![0]!.values as unknown[])[1] = "c";
    await expect(fromRecipe(made)).rejects.toThrow(RecipeError);
  });
});

describe("contentHash()", () => {
  it("tells apart names, types, order, values and missing values, not how they are stored", async () => {
    const hashes = await Promise.all(
      [
        table({ x: [1.5, 2] }),
        table({ y: [1.5, 2] }),
        table({ x: [2, 1.5] }),
        table({ x: [1.5, null] }),
        table({ x: Int32Array.of(1, 2) }),
        table({ x: ["1.5", "2"] }),
        table({ x: [0, 2] }),
        table({ x: [-0, 2] }),
        table({ x: [1.5, 2], y: [1, 1] }),
      ].map(contentHash),
    );
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(await contentHash(table({ x: Float64Array.of(1.5, 2) }))).toBe(hashes[0]);
    expect(
      await contentHash(
        table({ x: [2, 1.5, 9] })
          .filter("d => d.x < 9")
          .orderby("x"),
      ),
    ).toBe(hashes[0]);
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
  });
});
