import { type ColumnTable, table } from "arquero";
import { expect, test } from "vitest";
import { effects } from "../../../src/stats/effects/effects.ts";
import { CHANCE_FACTORS, chanceJobs } from "./chance-jobs.ts";

// 200 studies are in test/slow/effects.test.ts.
const REPETITIONS = 25;

/** How many studies find something in each factor. */
function findings(jobsOf: (repetition: number) => ColumnTable, pairedBy: readonly string[]): number[] {
  const found = CHANCE_FACTORS.map(() => 0);
  for (let repetition = 0; repetition < REPETITIONS; repetition++) {
    const options = { outcome: "y", factors: CHANCE_FACTORS, pairedBy, interactions: false };
    const significant = effects(jobsOf(repetition), options).main.array("significant");
    found.forEach((count, i) => {
      found[i] = count + (significant[i] === true ? 1 : 0);
    });
  }
  return found;
}

/** Jobs whose outcome is larger by 1 where they are lit, and whose states lie far apart. */
function planted(repetition: number): ColumnTable {
  const jobs = chanceJobs(repetition);
  const [lit, state] = [jobs.array("is_lit") as boolean[], jobs.array("state") as string[]];
  const y = Array.from(jobs.array("y") as number[], (value, i) => {
    return value + (lit[i] ? 1 : 0) + 20 * (state[i] as string).charCodeAt(0);
  });
  return jobs.assign(table({ y }));
}

test("few studies of chance find something", () => {
  for (const pairedBy of [[], ["state"]]) {
    const total = findings(chanceJobs, pairedBy).reduce((sum, count) => sum + count);
    expect(total).toBeLessThanOrEqual(4);
  }
});

test("most studies find an effect within bases, which none finds between them", () => {
  const [, within] = findings(planted, ["state"]);
  const [, between] = findings(planted, []);
  // d = 1, 60 jobs, 4 tests: a power of 0.89 by powerOfDesign().
  expect(within).toBeGreaterThanOrEqual(19);
  expect(between).toBeLessThanOrEqual(2);
});
