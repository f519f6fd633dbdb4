import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cross } from "../../../src/design/operators/cross.ts";
import { randomDesign } from "../random-design.ts";

describe("cross() of random tables", () => {
  it("is associative", () => {
    fc.assert(
      fc.property(randomDesign(""), randomDesign("b"), randomDesign("c"), (a, b, c) => {
        const flat = cross(a, b, c).objects();
        expect(cross(cross(a, b), c).objects()).toEqual(flat);
        expect(cross(a, cross(b, c)).objects()).toEqual(flat);
      }),
    );
  });

  it("has every pair of rows, the first table's slowest, and leaves the tables as they are", () => {
    fc.assert(
      fc.property(randomDesign(""), randomDesign("b"), (a, b) => {
        const [before, other] = [a.objects(), b.objects()];
        expect(cross(a, b).objects()).toEqual(
          before.flatMap((row) => other.map((next) => ({ ...row, ...next }))),
        );
        expect([a.objects(), b.objects()]).toEqual([before, other]);
      }),
    );
  });

  it("is the table itself where there is but one", () => {
    fc.assert(
      fc.property(randomDesign(""), (a) => {
        expect(cross(a).objects()).toEqual(a.objects());
      }),
    );
  });
});
