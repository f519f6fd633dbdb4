import { expect } from "vitest";

/** Expects a number within a share of another. */
export function expectClose(actual: number, expected: number, relative: number): void {
  expect(Math.abs(actual - expected), `${actual} for ${expected}`).toBeLessThanOrEqual(
    Math.abs(expected) * relative,
  );
}
