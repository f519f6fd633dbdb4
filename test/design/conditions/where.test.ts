import { describe, expect, it } from "vitest";
import type { Acceptance } from "../../../src/design/conditions/choose-rows.ts";
import { choice } from "../../../src/design/distributions/choice.ts";
import { uniform } from "../../../src/design/distributions/uniform.ts";
import { halton } from "../../../src/design/methods/halton.ts";
import { latinHypercube } from "../../../src/design/methods/latin-hypercube.ts";
import { random } from "../../../src/design/methods/random.ts";
import { sobol } from "../../../src/design/methods/sobol.ts";
import { stratified } from "../../../src/design/methods/stratified.ts";
import { sample } from "../../../src/design/sample.ts";

const COLUMNS = { x: uniform(0, 1), y: uniform(0, 1), s: choice(["a", "b"]) };
const inTriangle = (row: { x?: unknown; y?: unknown }) => Number(row.x) + Number(row.y) < 0.5;

describe("sample({ where })", () => {
  it.each([random(), sobol(), halton()])(
    "keeps the rows of $kind that satisfy it, in order, and no others",
    (method) => {
      const kept = sample(COLUMNS, 40, { seed: 1, method, where: inTriangle });
      const all = sample(COLUMNS, 4000, { seed: 1, method }).objects() as { x: number; y: number }[];
      expect(kept.objects()).toEqual(all.filter(inTriangle).slice(0, 40));
    },
  );

  it("takes an Arquero expression", () => {
    const options = { seed: 1, where: "d => d.x + d.y < 0.5" };
    expect(sample(COLUMNS, 40, options).objects()).toEqual(
      sample(COLUMNS, 40, { seed: 1, where: inTriangle }).objects(),
    );
    expect(() => sample(COLUMNS, 4, { seed: 1, where: "d => d.z" })).toThrow(
      'Cannot evaluate where "d => d.z"',
    );
  });

  it("keeps the first rows of a longer sample", () => {
    const options = { seed: 1, where: inTriangle };
    const [short, long] = [9, 50].map((n) => sample(COLUMNS, n, options).objects());
    expect(long!.slice(0, 9)).toEqual(short);
  });

  it("tells how many of the rows that were drawn satisfy it", () => {
    let told: Acceptance | undefined;
    sample(COLUMNS, 4000, {
      seed: 1,
      where: inTriangle,
      onAcceptance: (acceptance) => {
        told = acceptance;
      },
    });
    expect(told!.accepted).toBe(4000);
    expect(told!.rate).toBe(4000 / told!.candidates);
    expect(Math.abs(told!.rate - 1 / 8)).toBeLessThan(0.01);
  });

  it("gives up with the rate when too few do", () => {
    const where = (row: { x?: unknown }) => Number(row.x) < 0.001;
    expect(() => sample(COLUMNS, 100, { seed: 1, where, maxCandidates: 2000 })).toThrow(
      /^Only \d of 2000 candidates \(0\.\d+ %\) satisfy the condition, 100 rows are wanted/,
    );
    expect(() => sample(COLUMNS, 1, { seed: 1, where: () => false })).toThrow(
      "Only 0 of 10000 candidates (0 %)",
    );
  });

  it.each([latinHypercube(), stratified()])("refuses $kind, whose rows need each other", (method) => {
    expect(() => sample(COLUMNS, 4, { seed: 1, method, where: inTriangle })).toThrow(TypeError);
    expect(sample(COLUMNS, 0, { seed: 1, where: inTriangle }).numRows()).toBe(0);
  });
});
