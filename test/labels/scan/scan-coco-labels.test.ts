import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { readCocoLabels } from "../../../src/labels/coco/read-coco-labels.ts";
import { LabelFileError } from "../../../src/labels/label-file-error.ts";
import { LabelTables } from "../../../src/labels/label-tables.ts";
import { labelText } from "../../../src/labels/label-text.ts";
import { FormLibrary } from "../../../src/labels/scan/form-library.ts";
import { scanCocoLabels } from "../../../src/labels/scan/scan-coco-labels.ts";
import { LABEL_SCHEMAS, type LabelTableName } from "../../../src/labels/schemas.ts";
import { type ColumnLike, columnTypeOf } from "../../../src/tables/column-type-of.ts";
import { personDocument, rowsOf } from "../read-text.ts";
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
      { numRuns: Number(process.env.FUZZ ?? 150) },
    );
  });

  /** A file with more annotations of one shape than are parsed one by one. */
  function manyAnnotations(
    change: (annotation: Record<string, unknown>, index: number) => object = (same) => same,
  ) {
    const annotations = Array.from({ length: 300 }, (_, id) => {
      const joint = { x: id + 0.25, y: 1 / (id + 1), v: 2, z: -id };
      return change(
        {
          id,
          image_id: 7,
          category_id: 1,
          bbox: [id, 1, 2, 3],
          armature_keypoints: { head: joint, neck: joint },
        },
        id,
      );
    });
    return personDocument({}, { annotations });
  }

  function scanned(text: string, into: LabelTables = new LabelTables()) {
    const bytes = new TextEncoder().encode(text);
    return { summary: scanCocoLabels(bytes, { ...FILE, camera: 0, polygons: true, into }), into };
  }

  test("reads what is usual without parsing it", () => {
    const learn = vi.spyOn(FormLibrary.prototype, "learn");
    const { summary, into } = scanned(JSON.stringify(manyAnnotations()));
    expect(summary).toMatchObject({ numFrames: 1, numAnnotations: 300 });
    expect(learn).toHaveBeenCalledTimes(1);
    expect(into.numRows("keypoints")).toBe(600);
    learn.mockRestore();
  });

  test("gives a file of which most is unusual to the parser, and nothing is left of it", () => {
    const { summary, into } = scanned(
      JSON.stringify(manyAnnotations((each) => ({ ...each, area: "large" }))),
    );
    expect(summary).toBe(null);
    for (const name of Object.keys(LABEL_SCHEMAS) as LabelTableName[]) expect(into.numRows(name)).toBe(0);
    expect(into.toTables().problems.numRows()).toBe(0);
  });

  test("takes back the rows of a file whose end is broken", () => {
    const into = new LabelTables();
    scanned(JSON.stringify(manyAnnotations()), into);
    const before = rowsOf(into.toTables());
    const broken = manyAnnotations((each, id) => (id === 40 ? { ...each, area: "x", note: "new" } : each));
    expect(scanned(`${JSON.stringify(broken)}]`, into).summary).toBe(null);
    expect(rowsOf(into.toTables())).toEqual(before);
  });

  test.each([
    ["info", "categories", "images", "annotations"],
    ["annotations", "images", "categories", "info"],
    ["images", "annotations", "categories"],
    ["categories", "images", "annotations", "info"],
  ])("reads parts in the order %s, %s, %s", (...order) => {
    const document = manyAnnotations((each, id) => (id % 50 === 3 ? { ...each, image_id: 8 } : each));
    const bytes = new TextEncoder().encode(
      JSON.stringify(Object.fromEntries(order.map((name) => [name, document[name]]))),
    );
    const options = { ...FILE, camera: 0, polygons: false };
    expect(scanCocoLabels(bytes, { ...options, into: new LabelTables() })).not.toBe(null);
    expectSame([bytes], false);
  });

  test.each<[string, (text: string) => string]>([
    ["a part twice", (text) => text.replace("{", '{"annotations":[],"images":[],')],
    [
      "a part twice, the second with an escape",
      (text) => text.replace(/}$/, ',"annotation\\u0073":[{"id":5}]}'),
    ],
    ["a part twice after the annotations", (text) => text.replace(/}$/, ',"images":[]}')],
    ["a byte order mark", (text) => `\ufeff${text}`],
    ["two byte order marks", (text) => `\ufeff\ufeff${text}`],
    ["a part that is missing", (text) => text.replace('"images"', '"image"')],
    ["a part that is null", (text) => text.replace(/}$/, ',"info":null}').replace('"info":{},', "")],
    ["an entry that is no object", (text) => text.replace('"annotations":[', '"annotations":[7,')],
    ["a comma too many", (text) => text.replace(/]}$/, ",]}")],
    ["two values", (text) => `${text}{}`],
    [
      "another annotation with an id",
      (text) => text.replace(/]}$/, ',{"id":7,"image_id":7,"category_id":1}]}'),
    ],
    ["a number that JSON does not know", (text) => text.replace('"x":9.25', '"x":09.25')],
    ["a number without a fraction", (text) => text.replace('"x":9.25', '"x":9.')],
    ["a field twice", (text) => text.replace('"id":9,', '"id":9,"category_id":5,')],
    ["a name with an escape", (text) => text.replace('"id":9,', '"\\u0069d":9,')],
    ["a joint twice", (text) => text.replaceAll('"neck"', '"head"')],
    ["joints with numbers for names", (text) => text.replaceAll('"head"', '"9"').replaceAll('"neck"', '"1"')],
    ["a field without a name", (text) => text.replaceAll('"bbox"', '""')],
    ["items of ppe that are fields too", (text) => text.replaceAll('"bbox":', '"ppe":{"a":1},"ppe_a":')],
    ["fields that are columns made of others", (text) => text.replaceAll('"bbox"', '"bbox_x"')],
  ])("reads %s as the parser does", (_, change) => {
    const text = JSON.stringify(manyAnnotations());
    const changed = change(text);
    expect(changed).not.toBe(text);
    expectSame([new TextEncoder().encode(changed)], true);
  });

  test("is how large files are read, and small ones are not", () => {
    const learn = vi.spyOn(FormLibrary.prototype, "learn");
    const text = JSON.stringify(manyAnnotations());
    const read = (input: string | Uint8Array) => readCocoLabels(input, { ...FILE, into: new LabelTables() });
    const small = new TextEncoder().encode(text);
    const large = new TextEncoder().encode(text + " ".repeat(500_000));
    expect(read(small)).toEqual(read(text));
    expect(learn).not.toHaveBeenCalled();
    expect(read(large)).toEqual(read(text));
    expect(learn).toHaveBeenCalled();
    learn.mockRestore();
  });

  test("names what is broken in a large file as the parser does", () => {
    const text = `${JSON.stringify(manyAnnotations(), null, 4)}${"\n".repeat(400_000)}x`;
    const options = { ...FILE, into: new LabelTables() };
    const messageOf = (input: string | Uint8Array) => {
      try {
        return readCocoLabels(input, options);
      } catch (error) {
        return String(error);
      }
    };
    expect(text.length).toBeGreaterThan(500_000);
    expect(messageOf(new TextEncoder().encode(text))).toBe(messageOf(text));
    expect(messageOf(text)).toMatch(/at line \d+/);
    expect(messageOf(Uint8Array.from([...new TextEncoder().encode(text), 0xff]))).toContain("not UTF-8");
  });
});
