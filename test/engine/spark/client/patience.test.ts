import { expect, test } from "vitest";
import { Patience } from "../../../../src/engine/spark/client/patience.ts";

test("Patience waits three times as long after each failure, up to 15 s, a quarter more or less", () => {
  const patience = new Patience({ delayMs: 100, limitMs: Number.POSITIVE_INFINITY });
  for (const delay of [100, 300, 900, 2700, 8100, 15_000, 15_000]) {
    const waited = patience.failed() ?? 0;
    expect(Math.abs(waited / delay - 1)).toBeLessThanOrEqual(0.25);
  }
  patience.reset();
  expect(patience.failed()).toBeLessThanOrEqual(125);
});

test("Patience waits as long as it is asked to, and gives up beyond its limit or its tries", () => {
  expect(new Patience({ delayMs: 1, limitMs: 5000 }).failed(700)).toBe(700);
  expect(new Patience({ delayMs: 1, limitMs: 5000 }).failed(5001)).toBeNull();
  const two = new Patience({ delayMs: 1, limitMs: 5000, tries: 2 });
  expect([two.failed(), two.failed()]).toEqual([expect.any(Number), null]);
});

test("what a server ends is asked for again at once, and then more and more slowly, without end", () => {
  const patience = new Patience({ delayMs: 100, limitMs: 1 });
  const [first, second, ...others] = Array.from({ length: 20 }, () => patience.ended());
  expect([first, (second ?? 0) > 0]).toEqual([0, true]);
  expect(Math.max(...others)).toBeGreaterThan(10_000);
});
