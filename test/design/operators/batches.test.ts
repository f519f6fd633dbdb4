import { table } from "arquero";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { batches } from "../../../src/design/operators/batches.ts";
import { concat } from "../../../src/design/operators/concat.ts";
import { typesOf } from "../../io/types-of.ts";
import { randomDesign } from "../random-design.ts";

describe("batches()", () => {
  const jobs = table({ x: [1, 2, 3, 4, 5] });

  it("cuts a table into tables of at most so many rows", () => {
    expect(batches(jobs, 2).map((each) => each.array("x"))).toEqual([[1, 2], [3, 4], [5]]);
    expect(batches(jobs, 9).map((each) => each.array("x"))).toEqual([[1, 2, 3, 4, 5]]);
    expect(batches(jobs.slice(0, 0), 2)).toEqual([]);
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])("refuses a size of %d", (size) => {
    expect(() => batches(jobs, size)).toThrow(`size must be a whole number, 1 or more, got ${size}`);
  });

  it("gives the table back when concatenated, and leaves it as it is", () => {
    fc.assert(
      fc.property(randomDesign(""), fc.integer({ min: 1, max: 7 }), (source, size) => {
        const before = source.objects();
        const parts = batches(source, size);
        expect(parts.length).toBe(Math.ceil(before.length / size));
        for (const part of parts) expect(typesOf(part)).toEqual(typesOf(source));
        if (parts.length > 0) expect(concat(...parts).objects()).toEqual(before);
        expect(source.objects()).toEqual(before);
      }),
    );
  });
});
