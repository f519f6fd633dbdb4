import type { ParamValue } from "../../params/job-params.ts";
import type { ColumnLike } from "../../tables/column-type-of.ts";
import { makeTable } from "../../tables/make-table.ts";
import { designColumns } from "../design-column.ts";
import { crossSource, type RowSource, tableSource } from "./row-source.ts";
import { checkVary, type Vary } from "./vary.ts";

/** The rows of a grid, which is not built. */
export function gridSource(
  values: Readonly<Record<string, readonly ParamValue[]>>,
  vary: Vary = "slowest",
): RowSource {
  checkVary(vary);
  const sources = designColumns(values).map(tableSource);
  if (sources.length === 0) throw new TypeError("A grid needs the values of at least one parameter");
  if (vary === "slowest") return crossSource(sources);
  const reversed = crossSource(sources.toReversed());
  return {
    count: reversed.count,
    take: (rows) => {
      const taken = reversed.take(rows);
      return makeTable(Object.keys(values).map((name) => [name, taken.column(name) as ColumnLike]));
    },
  };
}
