import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Acceptance } from "../../../src/design/conditions/choose-rows.ts";
import { grid } from "../../../src/design/operators/grid.ts";
import { shuffle } from "../../../src/design/operators/shuffle.ts";
import { take } from "../../../src/design/operators/take.ts";
import { takeFromGrid } from "../../../src/design/operators/take-from-grid.ts";
import { chiSquaredExcess } from "../chi-squared.ts";

const thousand = Array.from({ length: 1000 }, (_, i) => i);
const TRILLION = { a: thousand, b: thousand, c: thousand, d: thousand };

describe("takeFromGrid()", () => {
  it("takes what take() takes of the grid", () => {
    const lists = fc.array(fc.constantFrom("x", "y", "é"), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.record({ a: lists, "b c": lists, constructor: lists }),
        fc.constantFrom("slowest" as const, "fastest" as const),
        fc.nat(),
        fc.string(),
        (values, vary, wanted, seed) => {
          const built = grid(values, { vary });
          const n = wanted % (built.numRows() + 1);
          const taken = takeFromGrid(values, n, { seed, vary });
          expect(taken.columnNames()).toEqual(built.columnNames());
          expect(taken.objects()).toEqual(take(built, n, { seed }).objects());
        },
      ),
    );
  });

  it("takes different rows of a grid of 10^12, in the grid's order, each part of it equally often", () => {
    const taken = takeFromGrid(TRILLION, 20_000, { seed: 1 });
    const places = (taken.objects({ limit: Infinity }) as Record<string, number>[]).map(
      ({ a, b, c, d }) => ((a! * 1000 + b!) * 1000 + c!) * 1000 + d!,
    );
    expect(places).toEqual([...new Set(places)].sort((x, y) => x - y));
    for (const column of ["a", "d"]) {
      const counts = new Array<number>(20).fill(0);
      for (const value of taken.array(column) as number[]) counts[Math.floor(value / 50)]! += 1;
      expect(chiSquaredExcess(counts)).toBeLessThan(3);
    }
  });

  it("takes rows that satisfy a condition, and tells the rate", () => {
    let told: Acceptance | undefined;
    const taken = takeFromGrid(TRILLION, 50, {
      seed: 1,
      where: "d => d.a < 100 && d.b > d.a",
      onAcceptance: (acceptance) => {
        told = acceptance;
      },
    });
    expect(taken.numRows()).toBe(50);
    expect(taken.filter("d => d.a < 100 && d.b > d.a").numRows()).toBe(50);
    expect(told).toMatchObject({ accepted: 50 });
    expect(told!.rate).toBeGreaterThan(0.05);
    expect(told!.rate).toBeLessThan(0.16);
  });

  it("ends in an error that names the rate where too few rows satisfy the condition", () => {
    const where = (row: { a?: unknown }) => row.a === 0;
    expect(() => takeFromGrid({ a: [0, 1, 2, 3] }, 2, { seed: 1, where })).toThrow(
      "Only 1 of 4 candidates (25 %) satisfy the condition, 2 rows are wanted",
    );
    expect(() => takeFromGrid(TRILLION, 9, { seed: 1, where, maxCandidates: 500 })).toThrow(
      "of 500 candidates",
    );
  });

  it("refuses more rows than there are, no parameter, and grids too large to count", () => {
    expect(() => takeFromGrid({ a: [1, 2] }, 3, { seed: 1 })).toThrow("Cannot take 3 rows of 2");
    expect(() => takeFromGrid({}, 0, { seed: 1 })).toThrow(TypeError);
    expect(() => takeFromGrid({ ...TRILLION, e: thousand, f: thousand }, 1, { seed: 1 })).toThrow(RangeError);
    expect(() => takeFromGrid({ a: [1] }, 1, {} as never)).toThrow(TypeError);
  });
});

describe("take({ where })", () => {
  it("takes the first shuffled rows that satisfy it, in the table's order", () => {
    const rows = grid({ x: thousand });
    const where = (row: { x?: unknown }) => Number(row.x) % 7 === 0;
    const shuffled = shuffle(rows, { seed: "s" }).array("x") as number[];
    const wanted = shuffled.filter((x) => x % 7 === 0).slice(0, 20);
    expect(take(rows, 20, { seed: "s", where }).array("x")).toEqual(wanted.sort((x, y) => x - y));
  });
});
