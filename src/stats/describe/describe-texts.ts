import type { CellCounts } from "./counts/cell-counts.ts";
import { sum } from "./counts/sum.ts";
import type { DescribeSettings } from "./describe-options.ts";
import type { CellsDescription } from "./finished-description.ts";
import { frequentTexts } from "./frequent-values.ts";
import { lengthStatistics } from "./length-statistics.ts";
import { mostFrequent } from "./most-frequent.ts";

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
  let length = text.length;
  for (let i = 1; i < text.length; i++) {
    const isPair = isHigh(text.charCodeAt(i - 1)) && isLow(text.charCodeAt(i));
    if (isPair) length--;
  }
  return length;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
