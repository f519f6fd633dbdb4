import { isRecord } from "../../util/is-record.ts";
import type { Holes } from "./find-holes.ts";
import { type Meaning, noMeaning } from "./form.ts";

/** The fields of a joint, in the order of the columns of `keypoints`. */
export const POINT_FIELDS: readonly string[] = ["x", "y", "v", "z", "x_global", "y_global", "z_global"];
/** The places of a joint's turn. */
export const TURN_FIELDS: readonly number[] = [0, 1, 2, 3];

/** Options of {@link interpretPoints}. */
export interface InterpretPointsOptions {
  /** The fields or places of a point that are read. */
  fields: readonly (string | number)[];
  /** The one that must be an integer. */
  integer: string | null;
  holes: Holes;
}

/** What points by name or by place mean; null where one of them is not as it should be. */
export function interpretPoints(
  value: object,
  { fields, integer, holes }: InterpretPointsOptions,
): Meaning | null {
  const names = Object.keys(value);
  const places = fields.map(() => new Int32Array(names.length).fill(-1));
  const meaning = { ...noMeaning(), points: { names, holes: places } };
  for (const [row, name] of names.entries()) {
    const point = (value as Record<string, unknown>)[name];
    if (typeof fields[0] === "number") {
      if (point === null) continue;
      if (!Array.isArray(point) || point.length !== fields.length) return null;
    } else if (!isRecord(point)) {
      return null;
    }
    for (const [column, field] of fields.entries()) {
      const number = (point as Record<string | number, unknown>)[field] ?? null;
      if (number === null && typeof field === "string") continue;
      if (typeof number !== "number") return null;
      const hole = holes.at(name, field);
      (places[column] as Int32Array)[row] = hole;
      if (field === integer) meaning.integers.push(hole);
    }
  }
  return meaning;
}
