import type { ColumnTable } from "arquero";
import { appendCocoDocument } from "./coco/append-coco-document.ts";
import { type CocoDocument, checkCocoDocument } from "./coco/check-coco-document.ts";
import { parseLabelText } from "./json/parse-label-text.ts";
import { isLabelId, type LabelId } from "./label-id.ts";
import { LabelTables } from "./label-tables.ts";
import { labelText } from "./label-text.ts";
import type { LabelTableName } from "./schemas.ts";
import {
  annotationObjects,
  type CocoObject,
  type CocoObjects,
  categoryObjects,
  imageObjects,
  sceneObjects,
} from "./to-coco/coco-objects.ts";
import { type FieldsRow, fieldsTable } from "./to-coco/fields-table.ts";
import { objectFields } from "./to-coco/object-fields.ts";

/** The tables that {@link fromCoco} gives. */
export type CocoTables = Record<Exclude<LabelTableName, "imu"> | "fields", ColumnTable>;

/** Options of {@link fromCoco}. */
export interface FromCocoOptions {
  /**
   * The job that the rows are of.
   * @default "0"
   */
  jobId?: string;
  /**
   * The number of the camera that the rows are of.
   * @default 0
   */
  camera?: number;
  /**
   * The file's name, for messages and the table `problems`.
   * @default "labels.json"
   */
  file?: string;
}

/**
 * The tables of one label file (COCO with this service's additions), from which `toCoco` makes the same file again.
 * They are those of a dataset, segmentations included, and a table `fields` that keeps what the others cannot: one row
 * an object of the file, in order. Its column `part` says what the object is (`file`, `info`, `categories`, `images`,
 * `annotations`), `index` and `id` which one, `keys` the order of its fields, `rest` those fields as JSON whose value
 * the other tables do not give exactly, and `absent` those that they give and the object does not have.
 *
 * @param input The file's text or its bytes.
 * @throws {LabelFileError} When the bytes are not text, the text is not JSON, or its parts are not of the right kind.
 * @example
 * ```ts
 * const { images, categories } = fromCoco(`{
 *   "images": [{ "id": 1, "file_name": "1.png", "width": 640, "height": 480 }],
 *   "annotations": [],
 *   "categories": [{ "id": 1, "name": "person" }]
 * }`);
 * images.object(); // {
 * //   job_id: "0", camera: 0, image_id: 1, frame_number: null, width: 640, height: 480, file_name: "1.png"
 * // }
 * categories.array("name"); // ["person"]
 * ```
 */
export function fromCoco(
  input: string | Uint8Array,
  { jobId = "0", camera = 0, file = "labels.json" }: FromCocoOptions = {},
): CocoTables {
  const source = { jobId, file };
  const text = typeof input === "string" ? input : labelText(input, source, "labels");
  const value = parseLabelText(text, source, "labels");
  const document = checkCocoDocument(value, source);
  const into = new LabelTables();
  appendCocoDocument(document, { ...source, into, camera, polygons: true });
  const { imu: _, ...tables } = into.toTables();
  const rows = fieldsRows(value as CocoObject, document, tables);
  return { ...tables, fields: fieldsTable(rows, { jobId, camera }) };
}

type Tables = Omit<CocoTables, "fields">;

function fieldsRows(file: CocoObject, document: CocoDocument, tables: Tables): FieldsRow[] {
  const scene = sceneObjects(tables.scenes).objectAt(0);
  const rows: FieldsRow[] = [
    { part: "file", index: 0, id: null, ...objectFields(file, { ...document }) },
    { part: "info", index: 0, id: null, ...objectFields(document.info, scene) },
  ];
  addPart("categories", categoryObjects(tables.categories));
  addPart("images", imageObjects(tables.images));
  addPart("annotations", annotationObjects(tables));
  return rows;

  function addPart(part: "categories" | "images" | "annotations", objects: CocoObjects): void {
    const seen = new Set<LabelId>();
    let place = 0;
    for (const [index, object] of document[part].entries()) {
      const id = isLabelId(object.id) ? object.id : null;
      // A category whose id came before has no row.
      const isRepeated = part === "categories" && id !== null && seen.has(id);
      if (id !== null) seen.add(id);
      const fields = objectFields(object, isRepeated ? {} : objects.objectAt(place++));
      rows.push({ part, index, id, ...fields });
    }
  }
}
