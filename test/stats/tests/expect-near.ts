import { expect } from "vitest";

/** Expects a number to be another's to some share of it. */
export function expectNear(actual: number | null, expected: number, tolerance = 1e-10): void {
  expect(actual).not.toBeNull();
  expect(Math.abs((actual as number) / expected - 1)).toBeLessThan(tolerance);
}
