import type { ColumnTable } from "arquero";
import type { ColumnType } from "../../tables/column-type.ts";
import type { ColumnLike } from "../../tables/column-type-of.ts";
import { makeColumn } from "../../tables/make-column.ts";
import { makeTable } from "../../tables/make-table.ts";
import { checkGroupNames } from "./check-group-names.ts";
import { countColumn } from "./count-column.ts";
import type { DescribeSettings } from "./describe-options.ts";
import type { Description } from "./description.ts";
import { repeatedValues } from "./repeated-values.ts";

/** The columns of the table before and after those of quantiles; `count` is one that weights make a fraction. */
const BEFORE = {
  column: "string",
  type: "string",
  kind: "string",
  rows: "count",
  count: "count",
  missing: "count",
  missing_share: "float64",
  items: "count",
  infinite: "count",
  distinct: "int32",
  mean: "float64",
  sd: "float64",
  min: "float64",
} as const satisfies Partial<Record<keyof Description, ColumnType | "count">>;

const AFTER = {
  max: "float64",
  skewness: "float64",
  kurtosis: "float64",
  zeros: "count",
  mode: "string",
  mode_count: "count",
  min_length: "int32",
  mean_length: "float64",
  max_length: "int32",
  bin_edges: "float64[]",
  bin_counts: "float64[]",
  top_values: "string[]",
  top_counts: "float64[]",
} as const satisfies Partial<Record<keyof Description, ColumnType | "count">>;

/**
 * Descriptions as a table.
 *
 * @param byGroup For each group the descriptions of its columns.
 * @param groups The group columns, with a value for each group.
 * @throws {TypeError} When a group column is called like one of the table's own.
 */
export function descriptionTable(
  byGroup: readonly (readonly Description[])[],
  groups: readonly (readonly [string, ColumnLike])[],
  { weight, quantiles }: Pick<DescribeSettings, "weight" | "quantiles">,
): ColumnTable {
  const descriptions = byGroup.flat();
  const own = (types: Readonly<Record<string, ColumnType | "count">>): [string, ColumnLike][] =>
    Object.entries(types).map(([name, type]) => {
      const values = descriptions.map((each) => each[name as keyof Description]);
      return [name, type === "count" ? countColumn(values as number[], weight) : makeColumn(type, values)];
    });
  const columns = [
    ...own(BEFORE),
    ...quantiles.map((probability, i): [string, ColumnLike] => {
      return [
        quantileName(probability),
        makeColumn(
          "float64",
          descriptions.map((each) => each.quantiles[i] ?? null),
        ),
      ];
    }),
    ...own(AFTER),
  ];
  checkGroupNames(
    groups.map(([name]) => name),
    columns.map(([name]) => name),
  );
  return makeTable([
    ...repeatedValues(
      groups,
      byGroup.map((each) => each.length),
    ),
    ...columns,
  ]);
}

/** The name of a quantile's column: `q05` of 0.05, `q97_5` of 0.975. */
export function quantileName(probability: number): string {
  const [whole = "", fraction] = String(Number((probability * 100).toPrecision(12))).split(".");
  return `q${whole.padStart(2, "0")}${fraction === undefined ? "" : `_${fraction}`}`;
}
