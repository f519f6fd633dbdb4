import type { ColumnTable } from "arquero";
import { choice } from "../../../src/design/distributions/choice.ts";
import { normal } from "../../../src/design/distributions/normal.ts";
import { uniform } from "../../../src/design/distributions/uniform.ts";
import { sample } from "../../../src/design/sample.ts";

/** The factors of {@link chanceJobs}. */
export const CHANCE_FACTORS = ["scene", "is_lit", "num_reps", "height"];

/** Jobs of a study with four factors, a base `state`, and an outcome `y` that is chance. */
export function chanceJobs(repetition: number): ColumnTable {
  const columns = {
    scene: choice(["GYM_1", "BEDROOM_2", "BEDROOM_4"]),
    is_lit: choice([true, false]),
    num_reps: choice([1, 2, 3, 4]),
    height: uniform(0, 2),
    state: choice(["s", "t", "u", "v", "w", "x"]),
    y: normal(0, 1),
  };
  return sample(columns, 60, { seed: `chance ${repetition}` });
}
