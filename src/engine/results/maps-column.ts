import type { ColumnLike } from "../../tables/column-type-of.ts";
import type { CollectedColumn } from "./column-collector.ts";
import { jsonColumn } from "./json-column.ts";

/** A column of maps, which are lists of pairs of `key` and `value`, as the JSON of objects. */
export function mapsColumn(pairs: ColumnLike): CollectedColumn {
  return jsonColumn(Array.from(pairs, (map) => (map === null ? null : objectOf(map as MapPair[]))));
}

interface MapPair {
  readonly key: unknown;
  readonly value: unknown;
}

function objectOf(pairs: readonly MapPair[]): Record<string, unknown> {
  return Object.fromEntries(
    pairs.map(({ key, value }) => [key instanceof Date ? key.toISOString() : String(key), value]),
  );
}
