import type { ColumnTable } from "arquero";
import { type ReadCocoLabelsOptions, readCocoLabels } from "../../src/labels/coco/read-coco-labels.ts";
import { LabelTables } from "../../src/labels/label-tables.ts";
import type { LabelTableName } from "../../src/labels/schemas.ts";
import { type PlainRow, plainRows } from "../util/plain-rows.ts";

/** The tables of one label document, as plain rows. */
export function readDocument(
  document: unknown,
  options: Partial<ReadCocoLabelsOptions> = {},
): Record<LabelTableName, PlainRow[]> {
  const into = new LabelTables();
  readCocoLabels(JSON.stringify(document), { jobId: "00004", file: "00004_labels.json", into, ...options });
  return rowsOf(into.toTables());
}

export function rowsOf(tables: Record<LabelTableName, ColumnTable>): Record<LabelTableName, PlainRow[]> {
  const entries = Object.entries(tables).map(([name, table]) => [name, plainRows(table)]);
  return Object.fromEntries(entries) as Record<LabelTableName, PlainRow[]>;
}

/** A document with one image and one person, changed as a test needs. */
export function personDocument(annotation: object = {}, rest: object = {}): Record<string, unknown> {
  return {
    info: {},
    categories: [{ id: 1, name: "person", color: [0.25, 0.5, 1] }],
    images: [{ id: 7, width: 640, height: 480, frame_number: 2 }],
    annotations: [{ id: 31, image_id: 7, category_id: 1, iscrowd: 0, ...annotation }],
    ...rest,
  };
}
