import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromCoco } from "../../../src/labels/from-coco.ts";
import { parseLabelJson } from "../../../src/labels/json/parse-label-json.ts";
import { toCoco } from "../../../src/labels/to-coco/to-coco.ts";
import { toCocoJson } from "../../../src/labels/to-coco/to-coco-json.ts";
import { labelFiles } from "./random-file.ts";
import { sameDocument } from "./same-document.ts";

/** JSON as Python writes it, by plain recursion. */
function pythonText(value: unknown): string {
  if (typeof value === "bigint") return String(value);
  if (typeof value === "number") {
    if (Number.isSafeInteger(value) && !Object.is(value, -0)) return String(value);
    const text = Object.is(value, -0) ? "-0" : String(value);
    return /[.eIN]/.test(text) ? text : `${text}.0`;
  }
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(pythonText).join(", ")}]`;
  const members = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${pythonText(item)}`);
  return `{${members.join(", ")}}`;
}

describe("any label file, made tables and a file again", () => {
  test("is the same", () => {
    let kept = 0;
    fc.assert(
      fc.property(labelFiles, (file) => {
        const text = pythonText(file);
        sameDocument(parseLabelJson(text), file);
        const tables = fromCoco(text);
        sameDocument(toCoco(tables), file);
        sameDocument(parseLabelJson([...toCocoJson(tables)].join("")), file);
        kept += tables.fields.numRows();
      }),
      { numRuns: 300 },
    );
    expect(kept).toBeGreaterThan(1000);
  });
});
