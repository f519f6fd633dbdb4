/** How fast what comes first varies from row to row: slowest, so that it stays the same for a block, or fastest. */
export type Vary = "slowest" | "fastest";

/**
 * Checks a `vary` option.
 *
 * @throws {RangeError} When it is neither `"slowest"` nor `"fastest"`.
 */
export function checkVary(vary: Vary): void {
  if (vary !== "slowest" && vary !== "fastest") {
    throw new RangeError(`vary must be "slowest" or "fastest", got ${JSON.stringify(vary)}`);
  }
}
