import type { ColumnType, StructType } from "./column-type.ts";

const PLAIN_NAME = /^[A-Za-z_]\w*$/;
const FIELD_NAME = /(?:([A-Za-z_]\w*)|("(?:[^"\\]|\\.)*")):/y;

/** The type of objects with these fields. Names that are not plain words are quoted as in JSON. */
export function structType(fields: Iterable<readonly [string, ColumnType]>): StructType {
  const texts = Array.from(
    fields,
    ([name, type]) => `${PLAIN_NAME.test(name) ? name : JSON.stringify(name)}:${type}`,
  );
  return `struct<${texts.join(",")}>`;
}

/** The fields of a structure's type, in order, or null where the type is not one. */
export function structFields(type: ColumnType): [string, ColumnType][] | null {
  if (!type.startsWith("struct<") || !type.endsWith(">")) return null;
  const text = type.slice("struct<".length, -1);
  const fields: [string, ColumnType][] = [];
  for (let at = 0; at < text.length; ) {
    FIELD_NAME.lastIndex = at;
    const [found, plain, quoted] = FIELD_NAME.exec(text) ?? [];
    if (found === undefined) throw new SyntaxError(`Cannot read type "${type}": expected a field at ${at}`);
    const start = at + found.length;
    at = endOfType(text, start);
    fields.push([plain ?? JSON.parse(quoted ?? ""), text.slice(start, at) as ColumnType]);
    at++;
  }
  return fields;
}

/** Where the type that starts at a place of a list of fields ends: the next comma outside of structures, or the end. */
function endOfType(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === '"') at = endOfString(text, at);
    else if (character === "<") depth++;
    else if (character === ">") depth--;
    else if (character === "," && depth === 0) return at;
  }
  return text.length;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}
