import type { ColumnTable } from "arquero";
import { type ColumnLike, findColumnType } from "../../tables/column-type-of.ts";
import { makeColumn } from "../../tables/make-column.ts";
import { makeTable } from "../../tables/make-table.ts";
import { shownColumn } from "../../tables/shown-column.ts";
import type { OutcomeFindings } from "../data/study-outcomes.ts";
import { shortNumbers } from "../text/short-numbers.ts";
import { withoutNoise } from "../text/without-noise.ts";

/** For each factor the short texts of its levels, by their long ones. */
type ShortLevels = ReadonlyMap<unknown, ReadonlyMap<unknown, string>>;

/** The findings of an outcome as they are shown: levels of numbers are short, and effects that are rounding noise are 0. */
export function shownOutcome(findings: OutcomeFindings): OutcomeFindings {
  const { study, curves } = findings;
  const short = shortLevels(study.levels);
  const means = Array.from(shownColumn(study.levels, "mean"), (mean) => Math.abs(Number(mean)));
  const size = means.reduce((largest, mean) => Math.max(largest, mean), 0);
  const shown = (table: ColumnTable, { levels, effect }: { levels: readonly string[]; effect?: string }) =>
    mapColumns(table, (name, value, row) => {
      if (name === effect) return withoutNoise(value, size);
      if (!levels.includes(name)) return value;
      const factor = name.replace("level", "factor");
      const column = table.columnNames().includes(factor) ? factor : "factor";
      return short.get(table.get(column, row))?.get(value) ?? value;
    });
  return {
    ...findings,
    study: {
      ...study,
      levels: shown(study.levels, { levels: ["level"], effect: "effect" }),
      cells: shown(study.cells, { levels: ["level_a", "level_b"] }),
      pairs: study.pairs && shown(study.pairs, { levels: ["level_a", "level_b"], effect: "difference" }),
    },
    curves: curves.map(({ factor, curve }) => ({
      factor,
      curve: mapColumns(curve, (name, value) =>
        name === "level" ? (short.get(factor)?.get(value) ?? value) : value,
      ),
    })),
  };
}

function shortLevels(levels: ColumnTable): ShortLevels {
  const texts = new Map<unknown, Map<unknown, string>>();
  for (let row = 0; row < levels.numRows(); row++) {
    const [factor, level] = [levels.get("factor", row), levels.get("level", row)];
    if (levels.get("value", row) !== null && String(Number(level)) === level)
      texts.set(factor, (texts.get(factor) ?? new Map()).set(level, level));
  }
  for (const own of texts.values()) {
    const long = [...own.keys()];
    for (const [i, text] of shortNumbers(long.map(Number)).entries()) own.set(long[i], text);
  }
  return texts;
}

/** The rows that a table shows, with other values of the same types. */
function mapColumns(
  table: ColumnTable,
  change: (name: string, value: unknown, row: number) => unknown,
): ColumnTable {
  const shown = makeTable(table.columnNames().map((name) => [name, shownColumn(table, name)] as const));
  return makeTable(
    shown.columnNames().map((name): [string, ColumnLike] => {
      const column = shownColumn(shown, name);
      const values = Array.from(column, (value, row) => change(name, value, row));
      return [name, makeColumn(findColumnType(column) ?? "string", values)];
    }),
  );
}
