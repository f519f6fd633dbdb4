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
import { type Description, emptyDescription } from "./description.ts";
import { frequentBigints } from "./frequent-values.ts";
import { mostFrequent } from "./most-frequent.ts";

/** What is known of cells: how many have a value and how many have not, and what their kind allows beside. */
export type CellsDescription = Partial<Description> & Pick<Description, "count" | "missing">;

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

/** A description with what follows from the rest of it. */
export function finishedDescription(
  name: string,
  { type, known }: { type: Cells["type"]; known: CellsDescription },
): Description {
  const rows = known.count + known.missing;
  return {
    ...emptyDescription(name, { type, kind: columnKind(type) }),
    ...known,
    rows,
    missing_share: rows === 0 ? null : known.missing / rows,
  };
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
