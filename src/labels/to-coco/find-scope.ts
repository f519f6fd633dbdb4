import type { CocoSource } from "./coco-tables.ts";
import { type RowScope, TableRows } from "./table-rows.ts";

/**
 * Which label file is to be written: the one asked for, or the only one that the tables hold.
 *
 * @throws {RangeError} When the tables do not hold the job or the camera asked for.
 * @throws {TypeError} When they hold several and none is asked for.
 */
export function findScope(source: CocoSource, { jobId, camera }: RowScope): RowScope {
  const { images, annotations, scenes, categories } = source;
  const job = only("job_id", jobId, [images, annotations, scenes, categories], {});
  const scope = { jobId: job as string | undefined };
  return {
    ...scope,
    camera: only("camera", camera, [images, annotations, scenes], scope) as number | undefined,
  };
}

function only(
  column: "job_id" | "camera",
  wanted: string | number | undefined,
  tables: readonly CocoSource[keyof CocoSource][],
  scope: RowScope,
): unknown {
  const found = new Set<unknown>();
  for (const table of tables) {
    const rows = new TableRows(table, scope);
    const read = rows.reader(column);
    for (const place of rows.places) found.add(read(place));
  }
  found.delete(null);
  const [what, option] = column === "job_id" ? ["job", "jobId"] : ["camera", "camera"];
  if (wanted !== undefined) {
    if (found.size > 0 && !found.has(wanted)) {
      throw new RangeError(`Cannot write COCO: the tables hold no ${what} ${wanted}, only ${listed(found)}`);
    }
    return wanted;
  }
  if (found.size > 1) {
    throw new TypeError(
      `Cannot write COCO: the tables hold ${what}s ${listed(found)}, give "${option}" or merge them by mergeCoco`,
    );
  }
  return [...found][0];
}

function listed(found: ReadonlySet<unknown>): string {
  const names = [...found].slice(0, 5).map(String);
  return names.join(", ") + (found.size > names.length ? ", …" : "");
}
