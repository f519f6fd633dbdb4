import { op } from "arquero";

/** Functions of Arquero that give something else each time. */
const FICKLE: ReadonlySet<string> = new Set(["random", "now"]);

const STRINGS = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`/g;
const CALLS = /\b([A-Za-z_]\w*)\s*\(/g;

/** Whether a function of Arquero looks at the rows of a whole table, as sums and ranks do. */
function looksAtOtherRows(name: string): boolean {
  if (!Object.hasOwn(op, name)) return false;
  try {
    const made: unknown = (op as unknown as Record<string, (column: string) => unknown>)[name]?.("x");
    return typeof made === "object" && made !== null && "fields" in made;
  } catch {
    return false;
  }
}

/**
 * What keeps an expression from being about one row alone, or null where it is.
 *
 * @returns The reason, to be read after the expression.
 */
export function whyNotOfOneRow(expression: string): string | null {
  const code = expression.replaceAll(STRINGS, '""');
  if (/\bop\s*\[/.test(code)) return "functions must be called by name, as op.abs(…)";
  for (const [, name = ""] of code.matchAll(CALLS)) {
    if (FICKLE.has(name)) return `op.${name} gives something else each time`;
    if (looksAtOtherRows(name)) return `op.${name} looks at other rows, and these change with their number`;
  }
  return null;
}
