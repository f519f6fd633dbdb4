import type { ColumnTable } from "arquero";
import { type CocoObject, categoryObjects } from "./coco-objects.ts";

/** The categories of several jobs as those of one file. */
export interface MergedCategories {
  categories: readonly CocoObject[];
  /** The id in the merged file of a category of a job; undefined where the job has none of that id. */
  idOf: (jobId: unknown, categoryId: unknown) => unknown;
}

/**
 * Merges the categories of jobs by their names; of equal names the first counts. Their ids are kept where all jobs
 * agree on them, else they are numbered from 1 in order of appearance. Categories without a name stay apart.
 */
export function mergeCategories(table: ColumnTable): MergedCategories {
  const { rows, objectAt } = categoryObjects(table);
  const jobAt = rows.reader("job_id");
  const byName = new Map<string, { sources: Set<unknown>; object: CocoObject }>();
  const names = new Map<string, string>();
  for (const place of rows.places) {
    const object = objectAt(place);
    const key = keyOf(jobAt(place), object.id);
    const name = JSON.stringify(object.name ?? [key]);
    if (!names.has(key)) names.set(key, name);
    const merged = byName.get(name) ?? { sources: new Set(), object };
    byName.set(name, merged);
    merged.sources.add(object.id);
  }
  const merged = [...byName.values()];
  const ids = new Set(merged.flatMap(({ sources }) => [...sources]));
  const keepsIds = merged.every(({ sources }) => sources.size === 1) && ids.size === merged.length;
  const categories = merged.map(({ object }, index) => {
    return keepsIds && !ids.has(undefined) ? object : { ...object, id: index + 1 };
  });
  const places = new Map([...byName.keys()].map((name, index) => [name, index]));
  return {
    categories,
    idOf: (jobId, categoryId) => {
      const name = names.get(keyOf(jobId, categoryId));
      return categoryId === undefined || name === undefined
        ? undefined
        : categories[places.get(name) as number]?.id;
    },
  };
}

/** The job comes last, so that no id of one makes two keys the same text. */
function keyOf(jobId: unknown, id: unknown): string {
  return `${id}\n${jobId}`;
}
