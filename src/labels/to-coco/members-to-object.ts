import type { CocoMember } from "./coco-members.ts";
import type { CocoObject } from "./coco-objects.ts";
import { setField } from "./set-field.ts";

/** The object that has some members. */
export function membersToObject(members: readonly CocoMember[]): CocoObject {
  const file: CocoObject = {};
  for (const [key, value, objects] of members)
    setField(file, key, objects === undefined ? value : [...objects]);
  return file;
}
