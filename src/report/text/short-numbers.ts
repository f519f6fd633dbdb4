const FEWEST_DIGITS = 4;
const MOST_DIGITS = 17;

/** Different numbers as texts with four digits that count, or as many more as tell them apart; whole numbers have all. */
export function shortNumbers(values: readonly number[]): string[] {
  for (let digits = FEWEST_DIGITS; digits < MOST_DIGITS; digits++) {
    const texts = values.map((value) =>
      String(Number.isInteger(value) ? value : Number(value.toPrecision(digits))),
    );
    if (new Set(texts).size === new Set(values).size) return texts;
  }
  return values.map(String);
}
