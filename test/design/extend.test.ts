import { describe, expect, it } from "vitest";
import { choice } from "../../src/design/distributions/choice.ts";
import { uniform } from "../../src/design/distributions/uniform.ts";
import { extend } from "../../src/design/extend.ts";
import { halton } from "../../src/design/methods/halton.ts";
import { latinHypercube } from "../../src/design/methods/latin-hypercube.ts";
import { random } from "../../src/design/methods/random.ts";
import { sobol } from "../../src/design/methods/sobol.ts";
import { stratified } from "../../src/design/methods/stratified.ts";
import { grid } from "../../src/design/operators/grid.ts";
import { fromRecipe } from "../../src/design/plans/from-recipe.ts";
import { toRecipe } from "../../src/design/plans/to-recipe.ts";
import { sample } from "../../src/design/sample.ts";
import { morris } from "../../src/design/sensitivity/morris.ts";
import { saltelli } from "../../src/design/sensitivity/saltelli.ts";

const COLUMNS = { x: uniform(0, 1), s: choice(["a", "b", "c"]) };

describe("extend()", () => {
  it.each([
    random(),
    sobol(),
    sobol({ scramble: true }),
    halton({ scramble: true }),
    latinHypercube(),
    latinHypercube({ optimization: "random-cd" }),
    latinHypercube({ optimization: "maximin", candidates: 3 }),
  ])("keeps the rows of $kind $args, and adds others", (method) => {
    const first = sample(COLUMNS, 16, { seed: 1, method });
    const twice = extend(first, 32);
    const fourfold = extend(twice, 64);
    expect(twice.numRows()).toBe(32);
    expect(twice.objects().slice(0, 16)).toEqual(first.objects());
    expect(fourfold.objects().slice(0, 32)).toEqual(twice.objects());
    expect(new Set(fourfold.array("x") as number[]).size).toBe(64);
  });

  it("makes a Latin hypercube of a Latin hypercube", () => {
    const x = extend(sample(COLUMNS, 10, { seed: 1, method: latinHypercube() }), 40).array("x") as number[];
    expect(Array.from(x, (value) => Math.floor(value * 40)).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 40 }, (_, i) => i),
    );
  });

  it("goes on under a condition, and after a recipe", async () => {
    const first = sample(COLUMNS, 8, { seed: 1, where: "d => d.x < 0.2" });
    const again = await fromRecipe(JSON.parse(JSON.stringify(await toRecipe(first))));
    const more = extend(again, 20);
    expect(more.objects()).toEqual(sample(COLUMNS, 20, { seed: 1, where: "d => d.x < 0.2" }).objects());
  });

  it("adds blocks to a design for sensitivity(), also after a recipe", async () => {
    const sobol = saltelli(COLUMNS, 4, { seed: 1, secondOrder: true, scramble: false });
    expect(extend(sobol, 8 * 6).objects()).toEqual(
      saltelli(COLUMNS, 8, { seed: 1, secondOrder: true, scramble: false }).objects(),
    );
    const walks = await fromRecipe(await toRecipe(morris(COLUMNS, 3, { seed: 2, levels: 6 })));
    const more = extend(walks, 9 * 3);
    expect(more.objects()).toEqual(morris(COLUMNS, 9, { seed: 2, levels: 6 }).objects());
    expect(more.slice(0, 9).objects()).toEqual(walks.objects());
    expect(() => extend(walks, 10)).toThrow(
      "A design by morris() has blocks of 3 rows, so it cannot have 10",
    );
    expect(() => extend(sobol, 18)).toThrow("A design of 24 rows cannot be extended to 18");
  });

  it("refuses what it cannot extend", () => {
    const by = (method = random()) => sample(COLUMNS, 4, { seed: 1, method });
    expect(() => extend(grid({ x: [1] }), 2)).toThrow(TypeError);
    expect(() => extend(by().filter("d => d.x > 0"), 9)).toThrow("as it made it");
    expect(() => extend(by(stratified()), 8)).toThrow("stratified() cannot be extended");
    expect(() => extend(by(), 3)).toThrow("A design of 4 rows cannot be extended to 3");
    expect(() => extend(by(latinHypercube()), 9)).toThrow("nestedFrom: 4");
    expect(() => extend(by(latinHypercube({ strength: 2 })), 8)).toThrow("cannot be extended");
  });
});
