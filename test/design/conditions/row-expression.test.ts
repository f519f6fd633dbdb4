import { describe, expect, it } from "vitest";
import { derive } from "../../../src/design/conditions/derive.ts";
import { whyNotOfOneRow } from "../../../src/design/conditions/row-expression.ts";
import { uniform } from "../../../src/design/distributions/uniform.ts";
import { grid } from "../../../src/design/operators/grid.ts";
import { take } from "../../../src/design/operators/take.ts";
import { sample } from "../../../src/design/sample.ts";

describe("expressions about one row", () => {
  it.each([
    "d => d.x > 1",
    "op.abs(d.x) < 2 && op.upper(d.s) === 'MEAN(x)'",
    "d => d['a b'] + sqrt(d.x)",
    "d => ({ low: d.x }).low",
  ])("take %s", (expression) => {
    expect(whyNotOfOneRow(expression)).toBeNull();
  });

  it.each([
    ["d => d.x - op.mean(d.x)", "op.mean looks at other rows"],
    ["d => d.x > mean (d.x)", "op.mean looks at other rows"],
    ["d => op.rank()", "op.rank looks at other rows"],
    ["d => op.row_number() < 3", "op.row_number looks at other rows"],
    ["d => op.lag(d.x)", "op.lag looks at other rows"],
    ["d => op.random()", "op.random gives something else each time"],
    ["d => op.now()", "op.now gives something else each time"],
    ["d => op['mean'](d.x)", "functions must be called by name"],
  ])("refuse %s", (expression, reason) => {
    expect(() => sample({ x: uniform(0, 1), y: derive(expression) }, 2, { seed: 1 })).toThrow(reason);
    expect(() => take(grid({ x: [1, 2] }), 1, { seed: 1, where: expression })).toThrow(TypeError);
  });
});
