import { formatNumber } from "../text/format-number.ts";

/** The degrees of freedom of an F test: `2, 69`. */
export function degreesText(between: unknown, within: unknown): string | null {
  return typeof between === "number" && typeof within === "number"
    ? `${formatNumber(between)}, ${formatNumber(within)}`
    : null;
}
