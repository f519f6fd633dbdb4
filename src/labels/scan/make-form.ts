import { AnyBuilder } from "../../tables/builders/any-builder.ts";
import { DictBuilder } from "../../tables/builders/dict-builder.ts";
import { inferColumnType } from "../../tables/infer-column-type.ts";
import type { TableBuilder } from "../../tables/table-builder.ts";
import { isRecord } from "../../util/is-record.ts";
import { ANNOTATION_PARTS } from "../coco/append-annotations.ts";
import { TAKEN_COLUMNS } from "../coco/taken-columns.ts";
import { columnName } from "../column-name.ts";
import { LABEL_SCHEMAS } from "../schemas.ts";
import type { FieldPlace } from "./fields-of.ts";
import { findHoles } from "./find-holes.ts";
import { type Field, type Form, type FormKind, type Meaning, noMeaning } from "./form.ts";
import { interpretField } from "./interpret-field.ts";

/** Options of {@link makeForm}. */
export interface MakeFormOptions {
  /** Where the field is in the file. */
  place: FieldPlace;
  /** Its value as `JSON.parse` reads it. */
  value: unknown;
  annotations: TableBuilder;
  /** Whether segmentations are read. */
  polygons: boolean;
}

/** The form of a field, or null where its value is one for `JSON.parse`. */
export function makeForm(field: Field, bytes: Uint8Array, options: MakeFormOptions): Form | null {
  const { place, value, annotations, polygons } = options;
  const { name, start, valueStart } = place;
  const before = (end: number) => ({ fixed: bytes.slice(start, end), ends: Int32Array.of(end - start) });
  if (name === "segmentation" && !polygons) return toForm("unread", before(valueStart), noMeaning());
  if (name === "segmentation" && value !== null) {
    return Array.isArray(value) ? toForm("polygons", before(valueStart), noMeaning()) : null;
  }
  if (!ANNOTATION_PARTS.has(name) && typeof value === "string") {
    const text = annotations.column(columnOf(name));
    const takesText = text instanceof DictBuilder || text instanceof AnyBuilder;
    return takesText ? toForm("text", before(valueStart + 1), { ...noMeaning(), text }) : null;
  }
  if (!ANNOTATION_PARTS.has(name) && isUnread(columnOf(name), value)) {
    return toForm("unread object", before(valueStart), noMeaning());
  }
  const holes = findHoles(bytes, place);
  if (holes === null) return null;
  const meaning = name === "segmentation" ? noMeaning() : interpretField({ name, value, holes }, annotations);
  return meaning === null ? null : toForm("numbers", holes, meaning);

  function toForm(
    kind: FormKind,
    { fixed, ends }: { fixed: Uint8Array; ends: Int32Array },
    meaning: Meaning,
  ): Form {
    const numbers = new Float64Array(ends.length - 1);
    return { field, kind, fixed: new DataView(fixed.buffer), ends, numbers, meaning, text: "", next: null };
  }
}

function columnOf(name: string): string {
  return columnName(name, { prefix: "label_", taken: TAKEN_COLUMNS.annotations });
}

/** Whether a value is an object that has been noted once and is left out from then on. */
function isUnread(column: string, value: unknown): boolean {
  const { always, known } = LABEL_SCHEMAS.annotations;
  if (Object.hasOwn(always, column) || Object.hasOwn(known, column)) return false;
  return isRecord(value) && inferColumnType([value]) === null;
}
