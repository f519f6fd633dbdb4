import type { Grouping } from "../least-squares/grouping.ts";
import { meanAndSquares } from "../tests/mean-and-squares.ts";
import type { FactorData } from "./factor-data.ts";
import { interactionTest } from "./interaction-test.ts";
import { outcomesByLevel } from "./outcomes-by-level.ts";
import type { CellRow, InteractionRow } from "./study-rows.ts";

/** The rows of two factors in `interactions` (before p-values are corrected) and in `cells`. */
export function interaction(data: FactorData): { interaction: InteractionRow; cells: CellRow[] } {
  const [a, b] = data.factors;
  if (a === undefined || b === undefined) throw new RangeError("An interaction needs two factors");
  const { outcome } = data;
  const width = b.levels.length;
  const groups = outcomesByLevel(outcome, {
    codes: a.codes.map((code, row) => code * width + (b.codes[row] as number)),
    count: a.levels.length * width,
  });
  const used = [...groups.keys()].filter((cell) => groups[cell]?.length);
  const places = new Int32Array(groups.length);
  used.forEach((cell, place) => {
    places[cell] = place;
  });
  const cells: Grouping = {
    codes: a.codes.map((code, row) => places[code * width + (b.codes[row] as number)] as number),
    count: used.length,
  };
  return {
    interaction: {
      factor_a: a.name,
      factor_b: b.name,
      count: outcome.length,
      ...interactionTest(data, cells),
    },
    cells: used.map((cell) => {
      const group = groups[cell] ?? new Float64Array(0);
      const [first, second] = [a.levels[Math.floor(cell / width)], b.levels[cell % width]];
      return {
        factor_a: a.name,
        level_a: first?.text ?? "",
        value_a: first?.x ?? null,
        factor_b: b.name,
        level_b: second?.text ?? "",
        value_b: second?.x ?? null,
        count: group.length,
        mean: meanAndSquares(group).mean,
      };
    }),
  };
}
