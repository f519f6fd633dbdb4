import type { CollectedColumn, ColumnCollector } from "./column-collector.ts";
import { jsonColumn } from "./json-column.ts";

/** Collects maps, which come as lists of pairs, as the JSON of an object. */
export function mapCollector(pairs: ColumnCollector): ColumnCollector {
  return {
    append: (vector, start, end) => pairs.append(vector, start, end),
    finish: (): CollectedColumn => {
      const { column } = pairs.finish();
      const maps = Array.from(column, (map) => (map === null ? null : objectOf(map as MapPair[])));
      return jsonColumn(maps);
    },
  };
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
