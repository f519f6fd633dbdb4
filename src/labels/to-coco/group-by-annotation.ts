import type { TableRows } from "./table-rows.ts";

/** The job comes last, so that no id of one makes two keys the same text. */
const KEYS = ["camera", "image_id", "annotation_id", "job_id"];
const NONE: readonly number[] = [];

/** Finds the rows of one table that belong to a row of `annotations`, in their order. */
export function groupByAnnotation(
  parts: TableRows,
  annotations: TableRows,
): (annotation: number) => readonly number[] {
  const groups = new Map<string, number[]>();
  const keyOf = keyReader(parts);
  let lastKey: string | null = null;
  let group: number[] = [];
  for (const place of parts.places) {
    const key = keyOf(place);
    if (key !== lastKey) {
      group = groups.get(key) ?? [];
      groups.set(key, group);
      lastKey = key;
    }
    group.push(place);
  }
  const annotationKey = keyReader(annotations);
  return (annotation) => groups.get(annotationKey(annotation)) ?? NONE;
}

/** Reads the keys of rows as one text, which it keeps as long as they do not change. */
function keyReader(rows: TableRows): (place: number) => string {
  const read = KEYS.map((name) => rows.reader(name));
  let last: readonly unknown[] = [];
  let text = "";
  return (place) => {
    const keys = read.map((at) => at(place));
    if (keys.some((key, index) => key !== last[index])) {
      last = keys;
      text = keys.join("\n");
    }
    return text;
  };
}
