import { parseLabelJson } from "../json/parse-label-json.ts";
import {
  annotationObjects,
  type CocoObject,
  categoryObjects,
  imageObjects,
  sceneObjects,
} from "./coco-objects.ts";
import type { CocoSource } from "./coco-tables.ts";
import { fieldsOf } from "./fields-table.ts";
import { restoreObject } from "./object-fields.ts";
import { type PartObjectsOptions, partObjects } from "./part-objects.ts";
import type { RowScope } from "./table-rows.ts";

/** A member of the object that a COCO file holds: a value, or objects that are made one by one. */
export type CocoMember = [key: string, value: unknown] | [key: string, value: null, Iterable<CocoObject>];

/** What the file of some job and camera holds, in order. */
export function cocoMembers(source: CocoSource, scope: RowScope): CocoMember[] {
  const fields = fieldsOf(source.fields, scope);
  const [file] = fields("file");
  const members = new Map<string, CocoMember>();
  const info = infoOf();
  if (info !== null) members.set("info", ["info", info]);
  const categories = categoryObjects(source.categories, { jobId: scope.jobId });
  addPart("categories", categories, { id: "category_id", unique: true });
  addPart("images", imageObjects(source.images, scope), { id: "image_id" });
  addPart("annotations", annotationObjects(source, scope), { id: "annotation_id" });
  if (file === undefined) return [...members.values()];

  const rest = file.rest === null ? {} : (parseLabelJson(file.rest) as CocoObject);
  const ordered = (JSON.parse(file.keys) as string[]).map((key): CocoMember => {
    const member = members.get(key);
    members.delete(key);
    return Object.hasOwn(rest, key) || member === undefined ? [key, rest[key]] : member;
  });
  return [...ordered, ...members.values()];

  function infoOf(): CocoObject | null {
    const { rows, objectAt } = sceneObjects(source.scenes, scope);
    const [place] = rows.places;
    const given = place === undefined ? {} : objectAt(place);
    const isGiven = Object.keys(given).length > 0;
    if (file?.absent != null && !isGiven) return null;
    const [row] = fields("info");
    if (row !== undefined) return restoreObject(row, given);
    return isGiven ? given : null;
  }

  function addPart(
    key: "categories" | "images" | "annotations",
    objects: Parameters<typeof partObjects>[0],
    options: Omit<PartObjectsOptions, "fields">,
  ): void {
    const rows = fields(key);
    const all = { [Symbol.iterator]: () => partObjects(objects, { ...options, fields: rows }) };
    members.set(key, [key, null, all]);
  }
}
