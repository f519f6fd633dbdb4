/** The form of a block of a Saltelli design. */
export interface SaltelliLayout {
  /** The number of parameters. */
  parameters: number;
  /** Whether the block has rows for second-order indices. */
  secondOrder: boolean;
}

/** The number of rows of a block: A, AB of each parameter, BA of each where second-order indices are wanted, B. */
export function saltelliBlockSize({ parameters, secondOrder }: SaltelliLayout): number {
  return (secondOrder ? 2 : 1) * parameters + 2;
}

/**
 * Whether a parameter's value in a row of a block is that of B, and not that of A.
 *
 * @param place The place of the row in its block, from 0.
 */
export function isFromB(place: number, parameter: number, layout: SaltelliLayout): boolean {
  const { parameters } = layout;
  if (place === 0) return false;
  if (place === saltelliBlockSize(layout) - 1) return true;
  return place <= parameters ? place - 1 === parameter : place - 1 - parameters !== parameter;
}
