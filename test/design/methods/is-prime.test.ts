import { describe, expect, it } from "vitest";
import { isPrime } from "../../../src/design/methods/is-prime.ts";
import { range } from "./uniform-request.ts";

describe("isPrime()", () => {
  it("knows the primes below 60 and a few others", () => {
    expect(range(60).filter(isPrime)).toEqual([
      2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59,
    ]);
    expect([7919, 7921, 2.5, -3, Number.NaN].map(isPrime)).toEqual([true, false, false, false, false]);
  });
});
