import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  makeRepTimeline,
  plannedDuration,
  type RepSettings,
} from "../../../src/emulator/body/rep-timeline.ts";
import { makeRandom } from "../../../src/emulator/random/make-random.ts";

const PLAIN: RepSettings = { numReps: 3, secondsPerRep: 2, relBaselineSpeed: 1, maxRelSpeedChange: 0 };

const settings = fc.record({
  numReps: fc.integer({ min: 1, max: 20 }),
  secondsPerRep: fc.double({ min: 1, max: 4, noNaN: true }),
  relBaselineSpeed: fc.double({ min: 0.33, max: 3, noNaN: true }),
  maxRelSpeedChange: fc.double({ min: 0, max: 1, noNaN: true }),
  trimStartFrac: fc.constantFrom(0, 0, 0.2, 0.45),
  trimEndFrac: fc.constantFrom(0, 0, 0.1, 0.45),
  interRepDelayAvg: fc.constantFrom(0, 0.3, 2, 10),
  interRepDelayVar: fc.constantFrom(0, 0.5, 3, 10),
  addPauses: fc.boolean(),
});

const SHARES = Array.from({ length: 201 }, (_, i) => i / 200);

/** Seconds during which the count is the same, by that count. */
function standstills(settings: RepSettings, seed: number): Map<number, number> {
  const { duration, repCountAt } = makeRepTimeline(settings, makeRandom(seed));
  const steps = 20_000;
  const found = new Map<number, number>();
  let previous = -1;
  for (let i = 0; i <= steps; i++) {
    const count = repCountAt(i / steps);
    if (count === previous) found.set(count, (found.get(count) ?? 0) + duration / steps);
    previous = count;
  }
  return found;
}

describe("makeRepTimeline()", () => {
  test("counts never fall, begin at 0 and end at the number of repetitions unless trimmed", () => {
    fc.assert(
      fc.property(settings, fc.nat(), (settings, seed) => {
        const { duration, repCountAt } = makeRepTimeline(settings, makeRandom(seed));
        const counts = SHARES.map(repCountAt);
        expect(counts).toEqual([...counts].sort((a, b) => a - b));
        expect(duration).toBeGreaterThan(0);
        if (settings.trimStartFrac === 0) expect(counts[0]).toBe(0);
        else expect(counts[0]).toBeGreaterThan(0);
        if (settings.trimEndFrac === 0) expect(counts.at(-1)).toBeCloseTo(settings.numReps, 9);
        else expect(counts.at(-1)).toBeLessThan(settings.numReps);
      }),
      { seed: 11 },
    );
  });

  test("ends exactly at the number of repetitions", () => {
    for (let seed = 0; seed < 50; seed++) {
      const timeline = makeRepTimeline({ ...PLAIN, maxRelSpeedChange: 0.7 }, makeRandom(seed));
      expect(timeline.repCountAt(1)).toBe(3);
    }
  });

  test("delays stand between repetitions, at whole counts", () => {
    const found = standstills({ ...PLAIN, interRepDelayAvg: 1.5 }, 1);
    expect([...found.keys()]).toEqual([1, 2]);
    for (const seconds of found.values()) expect(seconds).toBeCloseTo(1.5, 1);
    const varied = standstills({ ...PLAIN, numReps: 12, interRepDelayAvg: 1.5, interRepDelayVar: 0.5 }, 1);
    const delays = [...varied.values()];
    expect(Math.max(...delays)).toBeLessThanOrEqual(1.5 + Math.sqrt(1.5) + 0.01);
    expect(Math.max(...delays) - Math.min(...delays)).toBeGreaterThan(1);
  });

  test("pauses hold some repetitions at their peak for half a second to one and a half", () => {
    const found = standstills({ ...PLAIN, numReps: 20, addPauses: true }, 3);
    expect(found.size).toBeGreaterThan(4);
    expect(found.size).toBeLessThan(16);
    for (const [count, seconds] of found) {
      expect(count % 1).toBe(0.5);
      expect(seconds).toBeGreaterThan(0.45);
      expect(seconds).toBeLessThan(1.55);
    }
  });

  test("one setting leaves alone what comes of the others", () => {
    const base: RepSettings = { ...PLAIN, maxRelSpeedChange: 0.5 };
    const lengths = (settings: RepSettings): number => makeRepTimeline(settings, makeRandom(7)).duration;
    const more = lengths({ ...base, numReps: 4 }) - lengths(base);
    const delayed = { ...base, interRepDelayAvg: 1 };
    expect(lengths(delayed) - lengths(base)).toBeCloseTo(2, 9);
    expect(lengths({ ...delayed, numReps: 4 }) - lengths(delayed)).toBeCloseTo(more + 1, 9);
    const pauses = lengths({ ...base, addPauses: true }) - lengths(base);
    expect(lengths({ ...delayed, addPauses: true }) - lengths(delayed)).toBeCloseTo(pauses, 9);
  });

  test("a higher largest change of speed spreads the durations of repetitions", () => {
    const spread = (maxRelSpeedChange: number): number => {
      const all = Array.from(
        { length: 200 },
        (_, seed) => makeRepTimeline({ ...PLAIN, numReps: 1, maxRelSpeedChange }, makeRandom(seed)).duration,
      );
      return Math.max(...all) / Math.min(...all);
    };
    expect(spread(0)).toBe(1);
    expect(spread(0.2)).toBeCloseTo(1.2 ** 2, 1);
    expect(spread(1)).toBeCloseTo(4, 0);
  });
});

describe("plannedDuration()", () => {
  const RUNS = 4000;

  test.each<[string, Partial<RepSettings>]>([
    ["speed changes", { maxRelSpeedChange: 1 }],
    ["delays", { interRepDelayAvg: 2, interRepDelayVar: 0.5 }],
    ["delays that are clipped", { interRepDelayAvg: 0.5, interRepDelayVar: 4 }],
    ["delays of mean 0", { interRepDelayVar: 2 }],
    ["pauses", { addPauses: true }],
    [
      "all of it",
      {
        numReps: 7,
        relBaselineSpeed: 1.7,
        maxRelSpeedChange: 0.4,
        interRepDelayAvg: 1,
        interRepDelayVar: 3,
        addPauses: true,
        trimStartFrac: 0.2,
        trimEndFrac: 0.1,
      },
    ],
  ])("is right on average, and not for each, with %s", (_, change) => {
    const settings = { ...PLAIN, ...change };
    const planned = plannedDuration(settings);
    const real = Array.from(
      { length: RUNS },
      (_, seed) => makeRepTimeline(settings, makeRandom("run", seed)).duration,
    );
    const mean = real.reduce((sum, value) => sum + value, 0) / RUNS;
    const variance = real.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (RUNS - 1);
    expect(Math.abs(mean - planned)).toBeLessThan(4 * Math.sqrt(variance / RUNS));
    expect(real.filter((value) => Math.abs(value - planned) > 0.01 * planned).length).toBeGreaterThan(
      RUNS / 2,
    );
  });

  test("is exact where nothing is random", () => {
    const settings = { ...PLAIN, relBaselineSpeed: 2, interRepDelayAvg: 1, trimEndFrac: 0.5 };
    expect(plannedDuration(settings)).toBe((3 + 2) / 2);
    expect(makeRepTimeline(settings, makeRandom(1)).duration).toBeCloseTo(2.5, 12);
  });
});
