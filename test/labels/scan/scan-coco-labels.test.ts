import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCocoLabels } from "../../../src/labels/coco/read-coco-labels.ts";
import { LabelFileError } from "../../../src/labels/label-file-error.ts";
import { LabelTables } from "../../../src/labels/label-tables.ts";
import { labelText } from "../../../src/labels/label-text.ts";
import { scanCocoLabels } from "../../../src/labels/scan/scan-coco-labels.ts";
import { LABEL_SCHEMAS, type LabelTableName } from "../../../src/labels/schemas.ts";
import { type ColumnLike, columnTypeOf } from "../../../src/tables/column-type-of.ts";
import { randomSource } from "./number-texts.ts";
import { damaged, randomLabelText } from "./random-label-text.ts";

const FILE = { jobId: "a", file: "a/labels.json" };

/** Everything that reading files gives: summaries or errors, and all cells of all tables with their types. */
function outcome(
  files: readonly Uint8Array[],
  { scan, polygons }: { scan: boolean; polygons: boolean },
): unknown {
  const into = new LabelTables();
  const results = files.map((bytes, camera) => {
    const options = { ...FILE, camera, polygons, into };
    try {
      const scanned = scan ? scanCocoLabels(bytes, options) : null;
      return scanned ?? readCocoLabels(labelText(bytes, options, "labels"), options);
    } catch (error) {
      if (error instanceof LabelFileError) return error.message;
      throw error;
    }
  });
  const tables = into.toTables();
  const cells = (Object.keys(LABEL_SCHEMAS) as LabelTableName[]).map((name) => {
    const table = tables[name];
    return [
      name,
      table.columnNames().map((column) => {
        const data = table.column(column) as ColumnLike;
        return [column, columnTypeOf(data, column), Array.from(data)];
      }),
    ];
  });
  return { results, cells };
}

function expectSame(files: readonly Uint8Array[], polygons: boolean): void {
  expect(outcome(files, { scan: true, polygons })).toEqual(outcome(files, { scan: false, polygons }));
}

describe("scanCocoLabels()", () => {
  test("gives what parsing gives, for any files", () => {
    const seed = fc.integer();
    fc.assert(
      fc.property(fc.array(seed, { minLength: 1, maxLength: 3 }), fc.boolean(), (seeds, polygons) => {
        const files = seeds.map((each) => {
          const random = randomSource(each);
          return damaged(randomLabelText(random), random);
        });
        expectSame(files, polygons);
      }),
      { numRuns: Number(process.env.FUZZ ?? 400) },
    );
  });
});
