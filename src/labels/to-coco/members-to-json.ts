import { writeLabelJson } from "../json/write-label-json.ts";
import type { CocoMember } from "./coco-members.ts";

const CHUNK_LENGTH = 65536;

/** The JSON text of the object that has some members, in pieces; its objects are made one by one. */
export function* membersToJson(members: readonly CocoMember[]): Generator<string> {
  let text = "{";
  let comma = "";
  for (const [key, value, objects] of members) {
    text += `${comma}${JSON.stringify(key)}:`;
    comma = ",";
    if (objects === undefined) {
      text += writeLabelJson(value);
      continue;
    }
    let separator = "[";
    for (const object of objects) {
      text += separator + writeLabelJson(object);
      separator = ",\n";
      if (text.length < CHUNK_LENGTH) continue;
      yield text;
      text = "";
    }
    text += separator === "[" ? "[]" : "]";
  }
  yield `${text}}\n`;
}
