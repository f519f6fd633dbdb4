import type { Factor } from "./factor.ts";
import { hasSameLevels } from "./has-same-levels.ts";

/** Says which of the factors of a study have the same levels in the same jobs as one of them; null where none has. */
export function sameLevelsNote(factor: Factor, factors: readonly Factor[]): string | null {
  const same = factors.filter((other) => other !== factor && hasSameLevels(factor.codes, other.codes));
  if (same.length === 0) return null;
  const names = same.map(({ name }) => `"${name}"`).join(" and ");
  return `same levels in the same jobs as ${names}: their effects cannot be told apart`;
}
