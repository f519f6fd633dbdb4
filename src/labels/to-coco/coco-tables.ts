import type { ColumnTable } from "arquero";

/** The tables that COCO is written from; those that are not there add nothing. */
export interface CocoSource {
  images: ColumnTable;
  annotations: ColumnTable;
  categories: ColumnTable;
  scenes?: ColumnTable | undefined;
  keypoints?: ColumnTable | undefined;
  cuboids?: ColumnTable | undefined;
  polygons?: ColumnTable | undefined;
  /** What the other tables cannot hold; made by `fromCoco`. */
  fields?: ColumnTable | undefined;
}

/** Tables by name, as a `Dataset` gives them all. */
export type CocoTableMap = ReadonlyMap<string, ColumnTable>;

const NAMES: readonly (keyof CocoSource)[] = [
  ...([
    "images",
    "annotations",
    "categories",
    "scenes",
    "keypoints",
    "cuboids",
    "polygons",
    "fields",
  ] as const),
];

/**
 * The tables of COCO out of an object or a map.
 *
 * @throws {TypeError} When images, annotations or categories are not there.
 */
export function cocoSource(tables: CocoSource | CocoTableMap): CocoSource {
  const found: Partial<CocoSource> = {};
  for (const name of NAMES) {
    const table = tables instanceof Map ? tables.get(name) : (tables as CocoSource)[name];
    if (table !== undefined) found[name] = table;
  }
  const { images, annotations, categories } = found;
  if (images === undefined || annotations === undefined || categories === undefined) {
    const missing = NAMES.slice(0, 3).find((name) => found[name] === undefined);
    throw new TypeError(`Cannot write COCO: table "${missing}" is not there`);
  }
  return { ...found, images, annotations, categories };
}
