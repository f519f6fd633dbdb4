import { AnyBuilder } from "../../tables/builders/any-builder.ts";
import { BoolBuilder } from "../../tables/builders/bool-builder.ts";
import type { ColumnBuilder } from "../../tables/builders/column-builder.ts";
import { DictBuilder } from "../../tables/builders/dict-builder.ts";
import { FloatBuilder } from "../../tables/builders/float-builder.ts";
import { IntBuilder } from "../../tables/builders/int-builder.ts";
import type { TableBuilder } from "../../tables/table-builder.ts";
import { isRecord } from "../../util/is-record.ts";
import { numbersIn } from "../coco/numbers-in.ts";
import { TAKEN_COLUMNS } from "../coco/taken-columns.ts";
import { columnName } from "../column-name.ts";
import type { Holes } from "./find-holes.ts";
import { type Meaning, noMeaning } from "./form.ts";
import { interpretPoints, POINT_FIELDS, TURN_FIELDS } from "./interpret-points.ts";

/** A field of an annotation as `JSON.parse` reads it, with the places of its numbers. */
export interface ReadField {
  name: string;
  value: unknown;
  holes: Holes;
}

const XYZ = ["x", "y", "z"];
const RGB = ["r", "g", "b"];
const CORNERS = 8;
const KEYPOINTS = 17;

/**
 * What a field means for the tables: the same as to the functions that append parsed annotations.
 *
 * @returns Null where these have something to note, or the field is not read in this way.
 */
export function interpretField({ name, value, holes }: ReadField, annotations: TableBuilder): Meaning | null {
  switch (name) {
    case "id":
    case "image_id":
    case "category_id":
      return Number.isSafeInteger(value) ? { ...noMeaning(), integers: [holes.at()] } : null;
    case "bbox":
      return vector(["x", "y", "w", "h"]);
    case "color":
      return vector(RGB);
    case "location":
      return vector(XYZ);
    case "ppe":
      return ppe();
    case "keypoints":
      return keypoints();
    case "armature_keypoints":
    case "vertex_keypoints":
      return isRecord(value) || value === null
        ? interpretPoints(value ?? {}, { fields: POINT_FIELDS, integer: "v", holes })
        : null;
    case "quaternions":
      return isRecord(value) || value === null
        ? interpretPoints(value ?? {}, { fields: TURN_FIELDS, integer: null, holes })
        : null;
    case "cuboid_coordinates":
      if (value === null) return noMeaning();
      if (!Array.isArray(value) || value.length !== CORNERS) return null;
      return interpretPoints(value, { fields: XYZ, integer: null, holes });
    case "__proto__":
      return null;
    default:
      return own();
  }

  function vector(parts: readonly string[]): Meaning | null {
    if (value === null || (Array.isArray(value) && value.length === 0)) return noMeaning();
    if (numbersIn(value, parts.length) === null) return null;
    const meaning = noMeaning();
    for (const [hole, part] of parts.entries()) take(meaning, annotations.column(`${name}_${part}`), hole);
    return meaning;
  }

  function keypoints(): Meaning | null {
    if (value === null) return noMeaning();
    const numbers = numbersIn(value);
    if (numbers === null || numbers.length % 3 !== 0 || numbers.length > 3 * KEYPOINTS) return null;
    const count = numbers.length / 3;
    const places = [0, 1, 2].map((part) =>
      Int32Array.from({ length: count }, (_, point) => 3 * point + part),
    );
    const integers = Array.from(places[2] ?? []);
    return { ...noMeaning(), integers, points: { names: [], holes: places } };
  }

  function ppe(): Meaning | null {
    if (value === null) return noMeaning();
    if (!isRecord(value) || Object.values(value).some((item) => typeof item === "object" && item !== null))
      return null;
    const meaning = noMeaning();
    for (const item of Object.keys(value)) {
      if (value[item] === null) continue;
      const column = annotations.column(`ppe_${item}`);
      if (!addScalar(meaning, column, value[item], holes.at(item))) return null;
    }
    return meaning;
  }

  function own(): Meaning | null {
    const meaning = noMeaning();
    if (value === null || (Array.isArray(value) && value.length === 0)) return meaning;
    if (typeof value === "object" && numbersIn(value) === null) return null;
    const column = annotations.column(
      columnName(name, { prefix: "label_", taken: TAKEN_COLUMNS.annotations }),
    );
    if (typeof value === "object") return column instanceof AnyBuilder ? { ...meaning, list: column } : null;
    return addScalar(meaning, column, value, holes.at()) ? meaning : null;
  }
}

/** Makes a column take a scalar; false where it does not fit the column. */
function addScalar(meaning: Meaning, column: ColumnBuilder, value: unknown, hole: number): boolean {
  if (typeof value === "number") {
    if (column instanceof IntBuilder) meaning.integers.push(hole);
    else if (!(column instanceof FloatBuilder || column instanceof AnyBuilder)) return false;
    take(meaning, column, hole);
    return true;
  }
  const fits =
    typeof value === "boolean"
      ? column instanceof BoolBuilder || column instanceof AnyBuilder
      : typeof value === "string" && (column instanceof DictBuilder || column instanceof AnyBuilder);
  if (fits) meaning.constants.push({ builder: column, value });
  return fits;
}

function take(meaning: Meaning, builder: ColumnBuilder, hole: number): void {
  if (builder instanceof FloatBuilder) meaning.floats.push({ builder, hole });
  else meaning.others.push({ builder, hole });
}
