import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fromCoco } from "../../../src/labels/from-coco.ts";
import { parseLabelJson } from "../../../src/labels/json/parse-label-json.ts";
import { toCoco } from "../../../src/labels/to-coco/to-coco.ts";
import { toCocoJson } from "../../../src/labels/to-coco/to-coco-json.ts";
import { sharedPath } from "../../util/shared.ts";
import { sameDocument } from "./same-document.ts";

const fixtures = new URL("../../../fixtures/", import.meta.url);
const files = readdirSync(fixtures, { recursive: true, encoding: "utf8" })
  .filter((path) => /(labels|video\.rgb)\.json$/.test(path))
  .map((path) => [path, readFileSync(new URL(path, fixtures))] as const);

const spills = sharedPath("samples/spills-basic");
const sample =
  spills === null ? [] : [["spills-basic", readFileSync(join(spills, "00000_labels.json"))] as const];

describe("COCO to tables to COCO", () => {
  test("has fixtures to try", () => {
    expect(files.length).toBeGreaterThan(2);
  });

  test.each([...files, ...sample])("gives %s back, value for value", (_, bytes) => {
    const original = JSON.parse(bytes.toString()) as unknown;
    const tables = fromCoco(bytes);
    expect(tables.problems.numRows()).toBe(0);
    sameDocument(toCoco(tables), original);
    sameDocument(JSON.parse([...toCocoJson(tables)].join("")), original);
    sameDocument(parseLabelJson([...toCocoJson(tables)].join("")), original);
  });

  test.each([...files, ...sample])("holds %s in columns, not in texts", (_, bytes) => {
    const { fields } = fromCoco(bytes);
    const kept = (fields.array("rest") as (string | null)[]).filter((rest) => rest !== null);
    expect(new Set(kept.flatMap((rest) => Object.values(JSON.parse(rest) as object)).map(String))).toEqual(
      new Set(),
    );
  });
});
