import type { CellCounts } from "./counts/cell-counts.ts";
import { sum } from "./counts/sum.ts";
import type { CellsDescription } from "./describe-column.ts";
import type { DescribeSettings } from "./describe-options.ts";
import { frequentTexts } from "./frequent-values.ts";
import { lengthStatistics } from "./length-statistics.ts";
import { mostFrequent } from "./most-frequent.ts";

const SURROGATE_PAIR = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;

/** Describes counted texts. */
export function describeTexts(
  texts: CellCounts<string>,
  { top }: Pick<DescribeSettings, "top">,
): CellsDescription {
  return {
    count: sum(texts.counts),
    missing: texts.missing,
    distinct: texts.values.length,
    ...mostFrequent(frequentTexts(texts, Math.max(1, top)), top),
    ...lengthStatistics(texts.values.map(characters), texts.counts),
  };
}

/** The length of a text in code points. */
function characters(text: string): number {
  return text.length - (text.match(SURROGATE_PAIR)?.length ?? 0);
}
