import { type ColumnTable, table } from "arquero";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomStream } from "../../../src/design/random/random-stream.ts";
import { alignedRankTest } from "../../../src/stats/effects/aligned-rank-test.ts";
import { type EffectsStudy, effects } from "../../../src/stats/effects/effects.ts";
import { takeRows } from "../../../src/tables/take-rows.ts";
import { expectNear } from "../tests/expect-near.ts";
import { JOBS } from "./sweep-jobs.ts";

const FACTORS = ["a", "b", "h"];
const BOTH = [{}, { pairedBy: "state" }];
const SEEDS = [1, 2, 3];

/** Random numbers from 0 to 1. */
function noise(place: number, seed: number): number {
  return randomStream(seed, "noise")(place);
}

/** Jobs whose outcomes have something added. */
function shifted(by: (state: string, row: number) => number): ColumnTable {
  const states = JOBS.array("state") as string[];
  const y = Array.from(JOBS.array("y") as number[], (value, row) => value + by(states[row] as string, row));
  return JOBS.assign(table({ y }));
}

/** Columns of a study's tables, without those that stand for the outcome's own height. */
function cellsOf(study: EffectsStudy, without: readonly string[] = []): [string, unknown][] {
  const { main, levels, interactions, cells, pairs } = study;
  return Object.entries({ main, levels, interactions, cells, pairs }).flatMap(([name, rows]) => {
    if (rows === null) return [];
    const columns = rows.columnNames().filter((column) => !without.includes(`${name}.${column}`));
    return columns.flatMap((column) => {
      return Array.from(rows.array(column), (value, i): [string, unknown] => [
        `${name}.${column}[${i}]`,
        value,
      ]);
    });
  });
}

function expectSame(actual: readonly [string, unknown][], expected: readonly [string, unknown][]): void {
  expect(actual.map(([place]) => place)).toEqual(expected.map(([place]) => place));
  actual.forEach(([place, value], i) => {
    const other = expected[i]?.[1];
    if (typeof value !== "number" || typeof other !== "number" || !Number.isFinite(other))
      expect([place, value]).toEqual([place, other]);
    else expect([place, Math.abs(value - other) < 1e-8 * (1 + Math.abs(other))]).toEqual([place, true]);
  });
}

describe("effects()", () => {
  test.each(BOTH)("does not see the order of rows: %o", (options) => {
    const study = effects(JOBS, { outcome: "y", factors: FACTORS, ...options });
    for (const seed of SEEDS) {
      const order = Uint32Array.from({ length: JOBS.numRows() }, (_, i) => i);
      const keys = Array.from(order, (row) => noise(row, seed));
      order.sort((a, b) => (keys[a] as number) - (keys[b] as number));
      const mixed = effects(takeRows(JOBS, order), { outcome: "y", factors: FACTORS, ...options });
      expectSame(cellsOf(mixed), cellsOf(study));
    }
  });

  test.each(BOTH)("does not see a constant in the outcome: %o", (options) => {
    const height = ["levels.mean", "levels.low", "levels.high", "cells.mean"];
    const study = effects(JOBS, { outcome: "y", factors: FACTORS, ...options });
    const higher = effects(
      shifted(() => 1000),
      { outcome: "y", factors: FACTORS, ...options },
    );
    expectSame(cellsOf(higher, height), cellsOf(study, height));
  });

  test("does not see what differs between bases", () => {
    const seen = ["levels.mean", "levels.sd", "levels.low", "levels.high", "cells.mean"];
    const study = effects(JOBS, { outcome: "y", factors: FACTORS, pairedBy: "state" });
    const apart = shifted((state) => 7 * Number(state.slice(1)) ** 2);
    expectSame(
      cellsOf(effects(apart, { outcome: "y", factors: FACTORS, pairedBy: "state" }), seen),
      cellsOf(study, seen),
    );
  });

  test("has the square of the paired t as F of two levels in complete pairs", () => {
    const n = 12;
    const pairs = table({
      base: Array.from({ length: 2 * n }, (_, i) => i >> 1),
      side: Array.from({ length: 2 * n }, (_, i) => (i % 2 === 0 ? "left" : "right")),
      y: Array.from({ length: 2 * n }, (_, i) => noise(i, 5) + (i % 2) / 3 + (i >> 1)),
    });
    const study = effects(pairs, { outcome: "y", factors: ["side"], pairedBy: "base" });
    const t = study.pairs?.get("t", 0) as number;
    expectNear(study.main.get("f", 0) as number, t * t, 1e-9);
    expectNear(study.main.get("p_value", 0) as number, study.pairs?.get("p_value", 0) as number, 1e-9);
    const [left, right] = study.levels.objects() as Record<"mean" | "effect", number>[];
    const grand = ((left?.mean ?? 0) + (right?.mean ?? 0)) / 2;
    expectNear(left?.effect ?? null, (left?.mean ?? 0) - grand, 1e-9);
    expectNear(2 * (right?.effect ?? 0), study.pairs?.get("difference", 0) as number, 1e-9);
  });

  test("never has NaN, whatever is missing", () => {
    const cell = fc.option(fc.constantFrom(0, 1, 2.5, Number.NaN, Number.POSITIVE_INFINITY), { nil: null });
    const row = fc.record({
      y: cell,
      x: cell,
      g: fc.option(fc.constantFrom("u", "v"), { nil: null }),
      s: cell,
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 14 }), fc.boolean(), (rows, isPaired) => {
        const names = ["y", "x", "g", "s"] as const;
        const jobs = table(names.map((name) => [name, rows.map((each) => each[name])]));
        const pairedBy = isPaired ? "s" : [];
        const study = effects(jobs, { outcome: "y", factors: ["x", "g"], pairedBy });
        for (const [place, value] of cellsOf(study))
          expect([place, Number.isNaN(value)]).toEqual([place, false]);
        expect(study.count + study.missing + study.infinite).toBe(rows.length);
      }),
      { numRuns: 150 },
    );
  });
});

test("alignedRankTest() is Hodges and Lehmann's statistic of complete blocks", () => {
  // T = (k - 1) [Σ R_j² - (k n²/4)(k n + 1)²] / [k n (k n + 1)(2 k n + 1) / 6 - Σ R_i² / k] without ties,
  // R_j and R_i the sums of aligned ranks of levels and blocks.
  const [n, k] = [8, 3];
  const outcome = Float64Array.from(
    { length: n * k },
    (_, i) => noise(i, 9) + (i % k) / 4 + 3 * Math.floor(i / k),
  );
  const blocks = Int32Array.from(outcome, (_, i) => Math.floor(i / k));
  const levels = Int32Array.from(outcome, (_, i) => i % k);
  const aligned = Array.from(outcome, (value, i) => {
    const block = outcome.filter((_, j) => blocks[j] === blocks[i]);
    return value - block.reduce((a, b) => a + b) / k;
  });
  const rank = aligned.map((value) => 1 + aligned.filter((other) => other < value).length);
  const sumOf = (codes: Int32Array, code: number) =>
    rank.reduce((sum, r, i) => sum + (codes[i] === code ? r : 0), 0);
  const squares = (codes: Int32Array, count: number) =>
    Array.from({ length: count }, (_, code) => sumOf(codes, code) ** 2).reduce((a, b) => a + b);
  const m = n * k;
  const top = (k - 1) * (squares(levels, k) - ((k * n * n) / 4) * (m + 1) ** 2);
  const bottom = (m * (m + 1) * (2 * m + 1)) / 6 - squares(blocks, n) / k;
  const { h } = alignedRankTest(outcome, { codes: blocks, count: n }, { codes: levels, count: k });
  expectNear(h, top / bottom, 1e-9);
});
