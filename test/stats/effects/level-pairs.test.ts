import { type ColumnTable, table } from "arquero";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { effects } from "../../../src/stats/effects/effects.ts";

interface Job {
  base: string;
  h: number;
  s: string | null;
  k?: string | null;
  y: number;
}

function tableOf(jobs: readonly Job[]): ColumnTable {
  return table({
    base: jobs.map(({ base }) => base),
    h: jobs.map(({ h }) => h),
    s: jobs.map(({ s }) => s),
    k: jobs.map(({ k }) => k ?? null),
    y: jobs.map(({ y }) => y),
  });
}

function pairsOf(jobs: readonly Job[], factors: readonly string[]) {
  const { pairs } = effects(tableOf(jobs), { outcome: "y", factors, pairedBy: "base" });
  return pairs
    ?.select("factor", "level_a", "level_b", "pairs", "incomplete", "difference", "note")
    .objects() as Record<string, string | number | null>[];
}

/** Four bases of four jobs each: s is worth 10, h nothing, each base something of its own. */
const CROSSED: readonly Job[] = [0, 1, 2, 3].flatMap((base) =>
  [1, 2].flatMap((h) =>
    ["p", "q"].map((s) => ({ base: `b${base}`, h, s, y: 3 * base + (s === "q" ? 10 : 0) })),
  ),
);

const NOTE = /^no base has jobs at two levels that are alike in the other factors/;

describe("effects().pairs", () => {
  test("has no difference of another factor, whatever jobs are missing", () => {
    const left = CROSSED.filter((_, i) => ![0, 4, 11].includes(i));
    const [h, s] = pairsOf(left, ["h", "s"]);
    expect(h).toMatchObject({ factor: "h", pairs: 4, incomplete: 0, difference: 0, note: null });
    expect(s).toMatchObject({ factor: "s", pairs: 4, incomplete: 0, difference: 10, note: null });
    // Where s is not named, it is not held alike.
    expect(pairsOf(left, ["h"])[0]?.difference).not.toBe(0);
  });

  test("finds what was added, of any jobs of a sum of effects", () => {
    const worth: Readonly<Record<string, number>> = {
      "1": 0,
      "2": 1,
      "3": -4,
      p: 0,
      q: 10,
      r: 7,
      u: 0,
      v: -2,
    };
    const job = fc.record({
      base: fc.constantFrom("a", "b", "c"),
      h: fc.constantFrom(1, 2, 3),
      s: fc.constantFrom("p", "q", "r"),
      k: fc.constantFrom("u", "v"),
    });
    fc.assert(
      fc.property(fc.array(job, { minLength: 8, maxLength: 40 }), (drawn) => {
        const jobs = drawn.map((each) => ({
          ...each,
          y: [each.h, each.s, each.k].reduce<number>((sum, level) => sum + (worth[level] as number), 100),
        }));
        for (const row of pairsOf(jobs, ["h", "s", "k"])) {
          if (row.difference === null || row.note !== null) continue;
          const added = (worth[row.level_b as string] as number) - (worth[row.level_a as string] as number);
          expect(row.difference).toBeCloseTo(added, 9);
        }
      }),
      { seed: 11, numRuns: 60 },
    );
  });

  test("leaves a base without jobs that are alike out, and counts it", () => {
    // b0 has p at 1 and q at 2, b1 has jobs at 1 only.
    const left = CROSSED.filter((_, i) => ![1, 2, 6, 7].includes(i));
    expect(pairsOf(left, ["h", "s"])[0]).toMatchObject({ pairs: 2, incomplete: 2, difference: 0 });
  });

  test("weighs cells of a base alike, whatever they count", () => {
    const jobs: Job[] = [
      { base: "b", h: 1, s: "p", y: 0 },
      { base: "b", h: 1, s: "p", y: 2 },
      { base: "b", h: 1, s: "p", y: 4 },
      { base: "b", h: 2, s: "p", y: 3 },
      { base: "b", h: 1, s: "q", y: 0 },
      { base: "b", h: 2, s: "q", y: 9 },
    ];
    // (3 - 2 + 9 - 0) / 2
    expect(pairsOf(jobs, ["h", "s"])[0]).toMatchObject({ pairs: 1, difference: 5 });
  });

  test("compares jobs that both lack another factor", () => {
    const jobs = CROSSED.map((job) => ({ ...job, s: job.s === "q" ? null : job.s }));
    const left = jobs.filter((_, i) => ![0, 2].includes(i));
    expect(pairsOf(left, ["h", "s"])[0]).toMatchObject({
      pairs: 4,
      incomplete: 0,
      difference: 0,
      note: null,
    });
  });

  test("takes means of the base where no jobs are alike, and says so", () => {
    // Four levels of k that all jobs of a base differ in.
    const jobs = CROSSED.map((job, i) => ({ ...job, k: `k${(i * 3) % 4}`, y: job.y + 2 * job.h }));
    const [h, s, ...k] = pairsOf(jobs, ["h", "s", "k"]);
    expect(h).toMatchObject({ pairs: 4, incomplete: 0, difference: 2, note: expect.stringMatching(NOTE) });
    expect(s).toMatchObject({ pairs: 4, difference: 10, note: expect.stringMatching(NOTE) });
    expect(k.every(({ note }) => NOTE.test(String(note)))).toBe(true);
    // Of a base with two jobs that are alike there is no need to.
    const twice = [...jobs, { base: "b0", h: 2, s: "p", k: "k0", y: 8 }];
    expect(pairsOf(twice, ["h", "s", "k"])[0]).toMatchObject({ pairs: 1, incomplete: 3, note: null });
  });

  test("says nothing of means where no base has two levels", () => {
    const jobs = CROSSED.map((job) => ({ ...job, base: `${job.base} ${job.h}` }));
    expect(pairsOf(jobs, ["h", "s"])[0]).toMatchObject({ pairs: 0, difference: null, note: null });
  });

  test("does not hold alike what has the same levels in the same jobs", () => {
    const jobs = CROSSED.map((job) => ({ ...job, k: job.h === 1 ? "low" : "high" }));
    const left = jobs.filter((_, i) => ![0, 4, 11].includes(i));
    expect(pairsOf(left, ["h", "s", "k"])[0]).toMatchObject({ pairs: 4, difference: 0, note: null });
  });
});
