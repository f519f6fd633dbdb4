import type { DuckDBType } from "@duckdb/node-api";
import { OtherCollector } from "../../results/other-collector.ts";
import type { ArrowColumn, ArrowParts } from "./arrow-column.ts";

/** A column of values that tables have no type for, as texts. */
export function textColumn(type: DuckDBType, { api, arrow }: ArrowParts): ArrowColumn {
  const utf8 = new arrow.Utf8();
  return {
    type: utf8,
    data(pieces) {
      const collector = new OtherCollector(api, type);
      for (const { vector, start, end } of pieces) collector.append(vector, start, end);
      const { column } = collector.finish();
      const builder = arrow.makeBuilder({ type: utf8, nullValues: [null] });
      for (let row = 0; row < column.length; row++) builder.append(column.at(row) as string | null);
      return builder.finish().flush();
    },
  };
}
