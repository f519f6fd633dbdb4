import { formatNumber } from "./format-number.ts";
import { shortened } from "./shortened.ts";

const MOST = 12;
const LONGEST = 60;

/** Names with commas between them; of many, the first and how many there are more. */
export function listNames(names: readonly string[], most: number = MOST): string {
  const shown = names.slice(0, most).map((name) => shortened(name, LONGEST));
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join(", ")} and ${formatNumber(more)} more` : shown.join(", ");
}
