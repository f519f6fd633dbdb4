import { columnKind } from "../columns/column-kind.ts";
import { toNumbers } from "../columns/numbers-of.ts";
import { countCells } from "./counts/cell-counts.ts";
import type { Cells } from "./counts/cells.ts";
import { countRows } from "./counts/count-rows.ts";
import { hasBigints } from "./counts/has-bigints.ts";
import { countNumbers } from "./counts/number-counts.ts";
import { describeLists } from "./describe-lists.ts";
import { describeNumbers } from "./describe-numbers.ts";
import type { DescribeSettings } from "./describe-options.ts";
import { describeTexts } from "./describe-texts.ts";
import type { Description } from "./description.ts";
import { type CellsDescription, finishedDescription } from "./finished-description.ts";
import { frequentBigints } from "./frequent-values.ts";
import { mostFrequent } from "./most-frequent.ts";

/** Describes a column. */
export function describeColumn(
  name: string,
  { settings, ...cells }: Cells & { settings: DescribeSettings },
): Description {
  const kind = columnKind(cells.type);
  const known =
    kind === "list"
      ? describeLists(cells, (items) => describeCells(items, settings))
      : describeCells(cells, settings);
  return finishedDescription(name, { type: cells.type, known });
}

function describeCells({ column, type, weights }: Cells, settings: DescribeSettings): CellsDescription {
  const kind = columnKind(type);
  if (kind === "list" || kind === "other") return countRows(column, weights);
  if (kind === "categorical") return describeTexts(countCells(column, weights), settings);
  const known = describeNumbers(countNumbers(toNumbers(column), weights), { kind, settings });
  return hasBigints(column) ? { ...known, ...describeBigints({ column, weights }, settings) } : known;
}

/** What depends on all the digits of integers. */
function describeBigints(
  { column, weights }: Pick<Cells, "column" | "weights">,
  { top }: DescribeSettings,
): Partial<Description> {
  const counts = countCells<bigint>(column, weights);
  return { distinct: counts.values.length, ...mostFrequent(frequentBigints(counts, Math.max(1, top)), top) };
}
