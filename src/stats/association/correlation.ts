/** How strongly two columns go together. */
export interface Correlation {
  /** From -1 to 1; null where it is not defined: fewer than two pairs, or a column that does not vary. */
  value: number | null;
  /** The chance of so strong a correlation, of either sign, where there is none; null where it cannot be computed. */
  pValue: number | null;
  /** The pairs of which both values are there and finite. */
  count: number;
}
