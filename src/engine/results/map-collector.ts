import type { ColumnCollector } from "./column-collector.ts";
import { mapsColumn } from "./maps-column.ts";

/** Collects maps, which come as lists of pairs, as the JSON of an object. */
export function mapCollector(pairs: ColumnCollector): ColumnCollector {
  return {
    append: (vector, start, end) => pairs.append(vector, start, end),
    finish: () => mapsColumn(pairs.finish().column),
  };
}
