import type { ColumnTable } from "arquero";
import { checkCount } from "../../design/check-count.ts";
import { makeColumn } from "../../tables/make-column.ts";
import { makeTable } from "../../tables/make-table.ts";
import { checkOptionNames } from "../../util/check-option-names.ts";
import { checkTable } from "../columns/check-table.ts";
import { columnKind } from "../columns/column-kind.ts";
import { toNumbers } from "../columns/numbers-of.ts";
import { checkGroupNames } from "./check-group-names.ts";
import { countColumn } from "./count-column.ts";
import { countCells } from "./counts/cell-counts.ts";
import { type Cells, leafCells } from "./counts/cells.ts";
import { hasBigints } from "./counts/has-bigints.ts";
import { countNumbers } from "./counts/number-counts.ts";
import { sum } from "./counts/sum.ts";
import { type FrequentValue, frequentBigints, frequentNumbers, frequentTexts } from "./frequent-values.ts";
import { groupedCells } from "./grouped-cells.ts";
import { repeatedValues } from "./repeated-values.ts";

/** Options of {@link frequencies}. */
export interface FrequenciesOptions {
  /** The column whose values are counted: single values or lists of them. */
  column: string;
  /** Columns whose different values make groups. @default none: all rows together */
  by?: string | readonly string[];
  /** A column of how many times each row counts: 0 or more, 0 where missing. @default once */
  weight?: string;
  /** How many of the most frequent values to list (of each group). @default all */
  top?: number;
}

/** The most frequent values, and how many values there are together. */
interface Frequencies {
  readonly frequent: readonly FrequentValue[];
  readonly total: number;
}

const OPTION_NAMES = ["column", "by", "weight", "top"] satisfies (keyof FrequenciesOptions)[];
const OWN_NAMES = ["value", "count", "share"];

/**
 * How often each value of a column comes, most frequent first; equally frequent ones ascend, texts by code point. Of
 * lists all innermost items are counted. Missing values are left out: `share` is that of the values there are in the
 * group, listed or not.
 *
 * @returns A table with a row for each value (of each group): group columns, `value` as text (truth values `true` and
 * `false`, moments ISO 8601), `count`, `share`.
 * @throws {RangeError} When the table has no such column, a weight is negative or infinite, or `top` is no whole number.
 * @throws {TypeError} When a column has structures or values of several types, or there is no such option.
 * @example
 * ```ts
 * const jobs = await dataset.table("jobs");
 * frequencies(jobs, { column: "scene" }).objects(); // [
 * //   { value: "BEDROOM_2", count: 6, share: 0.5 },
 * //   { value: "GYM_1", count: 6, share: 0.5 }
 * // ]
 * ```
 */
export function frequencies(table: ColumnTable, options: FrequenciesOptions): ColumnTable {
  checkTable(table, "frequencies");
  checkOptionNames(options, OPTION_NAMES);
  const { column, by = [], weight, top } = options;
  if (top !== undefined) checkCount("top", top);
  const names = typeof by === "string" ? [by] : by;
  checkGroupNames(names, OWN_NAMES);
  const { cellsOf, columns } = groupedCells(table, { by: names, weight });
  const groups = cellsOf(column).map((cells) =>
    frequenciesOf(leafCells(cells), { column, top: top ?? Infinity }),
  );
  const listed = groups.flatMap(({ frequent, total }) => frequent.map((each) => ({ ...each, total })));
  return makeTable([
    ...repeatedValues(
      columns,
      groups.map(({ frequent }) => frequent.length),
    ),
    [
      "value",
      makeColumn(
        "string",
        listed.map(({ text }) => text),
      ),
    ],
    [
      "count",
      countColumn(
        listed.map(({ count }) => count),
        weight,
      ),
    ],
    [
      "share",
      makeColumn(
        "float64",
        listed.map(({ count, total }) => count / total),
      ),
    ],
  ]);
}

function frequenciesOf(
  { column, type, weights }: Cells,
  { column: name, top }: { column: string; top: number },
): Frequencies {
  const kind = columnKind(type);
  if (kind === "list" || kind === "other") {
    throw new TypeError(
      `Cannot count the values of column "${name}": it must have single values or lists of them, got ${type ?? "values of several types"}`,
    );
  }
  if (kind === "categorical") {
    const texts = countCells<string>(column, weights);
    return { frequent: frequentTexts(texts, top), total: sum(texts.counts) };
  }
  if (hasBigints(column)) {
    const integers = countCells<bigint>(column, weights);
    return { frequent: frequentBigints(integers, top), total: sum(integers.counts) };
  }
  const numbers = countNumbers(toNumbers(column), weights);
  const { total, positive, negative } = numbers;
  return { frequent: frequentNumbers(numbers, kind, top), total: total + positive + negative };
}
