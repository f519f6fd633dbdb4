import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnName } from "../../src/labels/column-name.ts";
import { fieldName } from "../../src/labels/field-name.ts";

const OPTIONS = { prefix: "label_", taken: new Set(["job_id", "camera"]) };

describe("columnName() and fieldName()", () => {
  test.each([
    ["scene", "scene"],
    ["camera", "label_camera"],
    ["label_camera", "label_label_camera"],
    ["label_scene", "label_scene"],
    ["__proto__", "label___proto__"],
  ])("make %s %s", (name, column) => {
    expect(columnName(name, OPTIONS)).toBe(column);
    expect(fieldName(column, OPTIONS)).toBe(name);
  });

  test("never give two fields one column, and find the field again", () => {
    const names = fc.tuple(fc.nat(3), fc.constantFrom("job_id", "__proto__", "x")).map(([n, name]) => {
      return "label_".repeat(n) + name;
    });
    fc.assert(
      fc.property(names, names, (a, b) => {
        expect(columnName(a, OPTIONS) === columnName(b, OPTIONS)).toBe(a === b);
        expect(fieldName(columnName(a, OPTIONS), OPTIONS)).toBe(a);
      }),
    );
  });
});
