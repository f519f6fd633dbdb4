import fc from "fast-check";
import { expect, it } from "vitest";
import { collectValues } from "../../src/tables/value-collector.ts";

const cell = fc.oneof({ weight: 8, arbitrary: fc.double() }, fc.constantFrom(null, undefined, "x", true, 3n));
const column = fc.oneof(fc.array(fc.option(cell)), fc.array(fc.double()));

it("collectValues() keeps every value in its row, numbers alone in a Float64Array", () => {
  fc.assert(
    fc.property(column, fc.array(fc.nat(40)), (values, left) => {
      const skipped = new Set(left);
      const collector = collectValues(values.length);
      values.forEach((value, row) => {
        if (!skipped.has(row)) collector.set(row, value);
      });
      const expected = values.map((value, row) => (skipped.has(row) ? null : (value ?? null)));
      const collected = collector.finish();
      expect(Array.from<unknown>(collected)).toEqual(expected);
      const allNumbers = expected.length > 0 && expected.every((value) => typeof value === "number");
      if (expected.length > 0) expect(collected instanceof Float64Array).toBe(allNumbers);
    }),
  );
});
