import type { LabelId } from "../label-id.ts";
import type { CocoObject, CocoObjects } from "./coco-objects.ts";
import type { FieldsRow } from "./fields-table.ts";
import { restoreObject } from "./object-fields.ts";
import { plainValue } from "./plain-value.ts";

/** Options of {@link partObjects}. */
export interface PartObjectsOptions {
  /** The column of the objects' ids. */
  id: string;
  /** What columns cannot give, in the file's order. */
  fields: readonly FieldsRow[];
  /** Whether each id counts once, and objects of `fields` that share the id of a row are made without one. */
  unique?: boolean;
}

/**
 * The objects of one part of a label file. A row and what columns cannot give of it are joined by id; where an id
 * occurs more than once, in order.
 */
export function* partObjects(
  { rows, objectAt }: CocoObjects,
  { id, fields, unique = false }: PartObjectsOptions,
): Generator<CocoObject> {
  const idAt = rows.reader(id);
  const unused = new Map<LabelId | null, FieldsRow[]>();
  // From the end, so that the first of an id is the last of its list.
  for (const row of [...fields].reverse()) {
    const list = unused.get(row.id);
    if (list === undefined) unused.set(row.id, [row]);
    else list.push(row);
  }
  const namesIn = namesReader();
  if (!unique) {
    for (const place of rows.places) yield objectOf(place, unused.get(idOf(place))?.pop());
    return;
  }

  const found: { index: number; object: CocoObject }[] = [];
  const seen = new Set<LabelId | null>();
  for (const place of rows.places) {
    const key = idOf(place);
    if (key !== null && seen.has(key)) continue;
    seen.add(key);
    const row = unused.get(key)?.pop();
    found.push({ index: row?.index ?? Infinity, object: objectOf(place, row) });
  }
  for (const key of seen) {
    for (const row of unused.get(key)?.reverse() ?? []) {
      const next = found.findIndex(({ index }) => index > row.index);
      found.splice(next < 0 ? found.length : next, 0, {
        index: row.index,
        object: restoreObject(row, {}, namesIn),
      });
    }
  }
  for (const { object } of found) yield object;

  function idOf(place: number): LabelId | null {
    return plainValue(idAt(place)) as LabelId | null;
  }

  function objectOf(place: number, row: FieldsRow | undefined): CocoObject {
    const given = objectAt(place);
    return row === undefined ? given : restoreObject(row, given, namesIn);
  }
}

/** Reads JSON lists of names; most objects of a file have the same. */
function namesReader(): (text: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (text) => {
    let names = known.get(text);
    if (names === undefined) {
      names = JSON.parse(text) as string[];
      known.set(text, names);
    }
    return names;
  };
}
