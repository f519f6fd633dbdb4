import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnName } from "../../src/labels/column-name.ts";

const OPTIONS = { prefix: "label_", taken: new Set(["job_id", "camera"]) };

describe("columnName()", () => {
  test.each([
    ["scene", "scene"],
    ["camera", "label_camera"],
    ["label_camera", "label_label_camera"],
    ["label_scene", "label_scene"],
    ["__proto__", "label___proto__"],
  ])("makes %s %s", (name, column) => {
    expect(columnName(name, OPTIONS)).toBe(column);
  });

  test("never gives two fields one column", () => {
    const names = fc.tuple(fc.nat(3), fc.constantFrom("job_id", "__proto__", "x")).map(([n, name]) => {
      return "label_".repeat(n) + name;
    });
    fc.assert(
      fc.property(names, names, (a, b) => {
        expect(columnName(a, OPTIONS) === columnName(b, OPTIONS)).toBe(a === b);
      }),
    );
  });
});
