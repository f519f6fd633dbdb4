import type { ColumnKind } from "../columns/column-kind.ts";
import { numberText } from "../describe/number-text.ts";

/**
 * Texts for ranges of numbers, `0.51 to 0.98`, with as few digits as tell them apart.
 *
 * @param ranges Ascending, apart from each other.
 */
export function rangeTexts(
  ranges: readonly { min: number; max: number }[],
  kind: ColumnKind,
): readonly string[] {
  if (kind === "time")
    return ranges.map(({ min, max }) => joined(numberText(min, kind), numberText(max, kind)));
  for (let digits = 3; digits < 17; digits++) {
    const texts = ranges.map(({ min, max }) => [rounded(min, digits), rounded(max, digits)] as const);
    const areApart = texts.every(([, max], i) => i + 1 === texts.length || max !== texts[i + 1]?.[0]);
    if (areApart) return texts.map(([min, max]) => joined(min, max));
  }
  return ranges.map(({ min, max }) => joined(String(min), String(max)));
}

function rounded(value: number, digits: number): string {
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(digits)));
}

function joined(min: string, max: string): string {
  return min === max ? min : `${min} to ${max}`;
}
