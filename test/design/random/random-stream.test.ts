import { describe, expect, it } from "vitest";
import { randomPoints } from "../../../src/design/random/random-points.ts";
import { randomStream } from "../../../src/design/random/random-stream.ts";
import { seedKey } from "../../../src/design/random/seed-key.ts";

describe("seedKey()", () => {
  it("never changes: these values are published", () => {
    expect(seedKey(42, "camera_height")).toEqual(GOLDEN_KEY);
    const random = randomStream(42, "camera_height");
    expect([random(0), random(1), random(2)]).toEqual(GOLDEN_VALUES);
  });

  it("takes 42 and '42' for the same seed", () => {
    expect(seedKey("42", "x")).toEqual(seedKey(42, "x"));
  });

  it("tells apart seeds, columns, and characters that share their low byte", () => {
    const keys = [
      seedKey(1, "a"),
      seedKey(2, "a"),
      seedKey(1, "b"),
      seedKey(1, "é"),
      seedKey(1, "\u0169"),
      seedKey('1","a', ""),
      seedKey("", "1a"),
      seedKey("\ud800", "a"),
    ];
    expect(new Set(keys.map(String)).size).toBe(keys.length);
  });

  it("refuses a missing seed and one that is not finite", () => {
    expect(() => seedKey(undefined as never, "a")).toThrow(TypeError);
    expect(() => seedKey(Number.NaN, "a")).toThrow(RangeError);
  });
});

describe("randomPoints()", () => {
  it("is the stream of its column, from any row on", () => {
    const random = randomStream("s", "x");
    const points = randomPoints("s", "x");
    for (const [first, n] of [
      [0, 1025],
      [40, 3],
      [2 ** 32 - 2, 4],
    ] as const) {
      const column = new Float64Array(n);
      points(column, first);
      expect(Array.from(column)).toEqual(Array.from(column, (_, i) => random(first + i)));
    }
  });
});

describe("randomStream()", () => {
  it("is uniform on [0, 1), also between columns and seeds next to each other", () => {
    const n = 20_000;
    const streams = [randomStream(1, "a"), randomStream(2, "a"), randomStream(1, "b")];
    for (const random of streams) {
      const counts = new Array<number>(20).fill(0);
      for (let row = 0; row < n; row++) counts[Math.floor(random(row) * 20)]! += 1;
      const chiSquared = counts.reduce((sum, count) => sum + (count - n / 20) ** 2 / (n / 20), 0);
      expect(chiSquared).toBeLessThan(43.8); // 99.9 % point with 19 degrees of freedom
    }
    const [a, b, c] = streams as [(row: number) => number, (row: number) => number, (row: number) => number];
    for (const [x, y] of [
      [a, b],
      [a, c],
      [a, (row: number) => a(row + 1)],
    ] as const) {
      let sum = 0;
      for (let row = 0; row < n; row++) sum += (x(row) - 0.5) * (y(row) - 0.5);
      expect(Math.abs((sum / n) * 12 * Math.sqrt(n))).toBeLessThan(3.5);
    }
  });
});

const GOLDEN_KEY = [556564776, -1653251572];
const GOLDEN_VALUES = [0.47849171741220076, 0.22286334113415163, 0.3431062870056326];
