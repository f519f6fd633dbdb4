import type { ColumnTable } from "arquero";
import { makeColumn } from "../../tables/make-column.ts";
import { makeTable } from "../../tables/make-table.ts";
import { checkOptionNames } from "../../util/check-option-names.ts";
import { checkTable } from "../columns/check-table.ts";
import { type AssociableColumn, associableColumn } from "./associable-column.ts";
import { type Association, associate } from "./associate.ts";

/** Options of {@link associations}. */
export interface AssociationsOptions {
  /**
   * The columns to pair.
   * @default all but those of lists, of structures, and of texts of which there are too many or each row has another
   */
  columns?: readonly string[] | undefined;
  /** How many different texts a column may have. @default 50 */
  maxLevels?: number | undefined;
}

/**
 * How strongly each two columns of a table go together, in long form: a row a pair and measure.
 *
 * - Numbers, moments and truth values (as 0 and 1) among themselves: `pearson` and `spearman`, -1 to 1; p by the t-test.
 * - Texts and truth values: `cramers_v`, 0 to 1, without correction for bias; p by the chi-squared test.
 * - Numbers with texts: `correlation_ratio` (η), 0 to 1; p by the one-way analysis of variance.
 *
 * Each pair takes the rows in which both values are there and finite. The p-values are not corrected for their number;
 * see `adjustPValues`.
 *
 * @returns `column_a`, `column_b` (in the order of the columns, each pair once), `measure`, `value` (null where a column
 * does not vary), `p_value`, `count`.
 * @throws {RangeError} When there is no column of a name, or a column that was named has more than `maxLevels` texts.
 * @throws {TypeError} When a column that was named has lists, structures, or values of several types.
 * @example
 * ```ts
 * const jobs = await dataset.table("jobs");
 * const found = associations(jobs, { columns: ["camera_height", "scene", "avg_percent_occlusion"] });
 * found.columnNames(); // ["column_a", "column_b", "measure", "value", "p_value", "count"]
 * found.object(); // {
 * //   column_a: "camera_height", column_b: "scene", measure: "correlation_ratio", value: 0, p_value: 1,
 * //   count: 12
 * // }
 * ```
 */
export function associations(table: ColumnTable, options: AssociationsOptions = {}): ColumnTable {
  checkTable(table, "associations");
  checkOptionNames(options, ["columns", "maxLevels"]);
  const { columns, maxLevels = 50 } = options;
  if (!(maxLevels >= 2)) throw new RangeError(`maxLevels must be a number from 2, got ${maxLevels}`);
  const chosen =
    columns === undefined
      ? table.columnNames().flatMap((name) => usualColumn(table, name, maxLevels))
      : [...new Set(columns)].map((name) => namedColumn(table, name, maxLevels));
  const names: [string, string][] = [];
  const found: Association[] = [];
  chosen.forEach((a, i) => {
    for (const b of chosen.slice(i + 1)) {
      for (const association of associate(a, b)) {
        names.push([a.name, b.name]);
        found.push(association);
      }
    }
  });
  return makeTable([
    [
      "column_a",
      makeColumn(
        "string",
        names.map(([a]) => a),
      ),
    ],
    [
      "column_b",
      makeColumn(
        "string",
        names.map(([, b]) => b),
      ),
    ],
    [
      "measure",
      makeColumn(
        "string",
        found.map(({ measure }) => measure),
      ),
    ],
    [
      "value",
      makeColumn(
        "float64",
        found.map(({ value }) => value),
      ),
    ],
    [
      "p_value",
      makeColumn(
        "float64",
        found.map(({ pValue }) => pValue),
      ),
    ],
    [
      "count",
      makeColumn(
        "int32",
        found.map(({ count }) => count),
      ),
    ],
  ]);
}

function usualColumn(table: ColumnTable, name: string, maxLevels: number): AssociableColumn[] {
  const column = associableColumn(table, name);
  if (column === null) return [];
  const isText = column.numbers === null;
  const numLevels = column.levels?.values.length ?? 0;
  const isId = isText && numLevels > 2 && numLevels === table.numRows();
  return isId || (isText && numLevels > maxLevels) ? [] : [column];
}

function namedColumn(table: ColumnTable, name: string, maxLevels: number): AssociableColumn {
  const column = associableColumn(table, name);
  if (column === null) {
    throw new TypeError(
      `Cannot associate column "${name}": it must have numbers, truth values, moments or texts`,
    );
  }
  const numLevels = column.levels?.values.length ?? 0;
  if (numLevels <= maxLevels) return column;
  throw new RangeError(
    `Cannot associate column "${name}": it has ${numLevels} different texts, expected at most ${maxLevels} (maxLevels)`,
  );
}
