import { levelsOf } from "../columns/levels-of.ts";
import { readFactor } from "./factor.ts";
import type { StudyInput } from "./study-input.ts";

/**
 * Says that rows tell nothing of factors for want of a base: which columns of it have no value where there are an outcome
 * and all of the factors. Null where there are no such rows, so that the base is not the reason.
 */
export function missingBaseNote(
  { table, outcome, pairedBy, bins }: StudyInput,
  factors: readonly string[],
): string | null {
  const studied = Uint8Array.from(outcome, (value) => (Number.isFinite(value) ? 1 : 0));
  const levels = factors.map((name) => readFactor(table, name, { studied, bins }).codes);
  const rows = [...outcome.keys()].filter((row) => levels.every((codes) => (codes[row] as number) >= 0));
  const bases = pairedBy.filter((name) => !factors.includes(name));
  if (rows.length === 0 || bases.length === 0) return null;
  const empty = bases.filter((name) => {
    const { codes } = levelsOf(table, name, "base column");
    return rows.every((row) => (codes[row] as number) < 0);
  });
  const named = empty.length > 0 ? empty : bases;
  const names = named.map((name) => `"${name}"`).join(" and ");
  const columns =
    named.length === 1 ? "the base column" : empty.length > 0 ? "the base columns" : "all base columns,";
  return `no row with an outcome has a value of ${columns} ${names}`;
}
